import { resolve } from 'node:path'

import { Command } from 'commander'

import { exitCodes } from '../cli/command-error.ts'
import type { ProgramIo } from '../cli/program-io.ts'
import type { CheckTotals, Mismatch } from '../fixtures-check/check-folder.ts'
import { listCorpusFiles } from '../fixtures-check/corpus-files.ts'
import { mismatchText, notCoveredText } from '../fixtures-check/print-check.ts'
import type { SetExitCode } from '../program.ts'

const EXAMPLES = `
Reads every .jsonl and .jsonl.gz file in DIR and below; fixtures/README.md describes the format. A line counts as passed when our
codecs read its bytes as Apache Kafka does and write its JSON as the same bytes. Lines that there is no code for yet are named, and
are neither passed nor failed. The last line is "N passed, N failed".

Examples:
  odradek fixtures check fixtures
  odradek fixtures check fixtures/messages --json`

/** `odradek fixtures`: our codecs against a corpus of test vectors. */
export function fixturesCommand(io: ProgramIo, setExitCode: SetExitCode): Command {
  const check = new Command('check')
    .description("run the codecs over a folder in the golden corpus's format")
    .argument('<dir>', 'the folder')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, options: { json?: true }) => {
      setExitCode(await runCheck(io, name, options.json === true))
    })
  return new Command('fixtures').description('the golden corpus: bytes made by Apache Kafka').addCommand(check)
}

async function runCheck(io: ProgramIo, name: string, json: boolean): Promise<number> {
  // Every message's codec comes with these: loaded only for whoever asks.
  const { checkFiles } = await import('../fixtures-check/check-folder.ts')
  const files = await listCorpusFiles(resolve(io.cwd, name), name)
  const totalBytes = files.reduce((sum, file) => sum + file.sizeInBytes, 0)
  const mismatches: Mismatch[] = []
  let bytesDone = 0
  const { createProgress } = await import('../cli/progress.ts')
  const interrupts = io.watchInterrupts()
  const progress = createProgress(io, {
    bars: [{ label: 'checked', unit: 'bytes', total: () => totalBytes, value: () => bytesDone }],
    onlyOnTerminal: true,
  })
  let totals: CheckTotals
  try {
    totals = await checkFiles(files, {
      onMismatch(mismatch) {
        if (json) mismatches.push(mismatch)
        else progress.print(() => io.stdout.write(mismatchText(mismatch)))
      },
      onProgress: (bytes) => (bytesDone = bytes),
      signal: interrupts.signal,
    })
  } finally {
    progress.stop()
    interrupts.dispose()
  }
  const lastLine = `${totals.passed} passed, ${totals.failed} failed\n`
  if (json) io.stdout.write(`${JSON.stringify({ ok: totals.failed === 0, ...totals, mismatches })}\n`)
  else io.stdout.write(notCoveredText(totals.notCovered))
  // On standard output there is to be nothing but the JSON.
  const last = json ? io.stderr : io.stdout
  last.write(lastLine)
  return interrupts.exitCode ?? (totals.failed === 0 ? exitCodes.ok : exitCodes.fault)
}
