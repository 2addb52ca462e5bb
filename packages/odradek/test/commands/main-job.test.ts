import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { Broker } from '@odradek/broker'
import test from 'ava'

import type { JobReport } from '../../src/main-job/report.ts'
import { runInProcess } from '../support/run-in-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const lines = (count: number, text: string) => Array.from({ length: count }, (_, i) => `${text} ${i}\n`).join('')

/** A line of progress after the first acknowledgement. */
const RECORDS_FLOW = /produced [1-9]/

/** Nine files of five hundred lines, which spread over the partitions. */
const nineFiles = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`file-${i}.txt`, lines(500, `Zeile ${i} Ω`)]))

test('every line of the files is produced, consumed and committed while the group changes', async (t) => {
  const cwd = temporaryFolder(t, nineFiles)
  const { exitCode, stdout, stderr } = await runInProcess(['main-job', '--json', ...Object.keys(nineFiles)], { cwd })
  t.is(exitCode, 0, stdout + stderr)
  const report = JSON.parse(stdout) as JobReport
  t.like(report, { ok: true, interrupted: false, embeddedBroker: true, inputs: 9, produced: 4500, consumed: 4500 })
  t.like(report, { faults: [], problems: [], warnings: [] })
  t.is(report.partitions.length, 6)
  for (const { produced, consumed, logEnd, committed } of report.partitions) {
    t.is(consumed, produced)
    t.is(logEnd, produced)
    t.is(committed ?? 0, produced)
  }
  t.true(report.partitions.filter(({ produced }) => produced > 0).length > 1)
  t.is(report.rebalances, 2)
  const [first, second] = report.members
  t.true(first!.consumed >= 1500 && first!.consumed <= 3000 + report.duplicates, `${first!.consumed}`)
  t.true(second!.consumed >= 1500, `${second!.consumed}`)
  t.is(first!.consumed + second!.consumed, 4500 + report.duplicates)
})

test('the table and the verdict are for people', async (t) => {
  const cwd = temporaryFolder(t, { 'a.txt': lines(300, 'x') })
  const { exitCode, stdout, stderr } = await runInProcess(['main-job', '-p', '2', 'a.txt'], { cwd })
  t.is(exitCode, 0)
  t.regex(stdout, /│ partition │ produced │ consumed │ duplicates │ log end │ committed │/)
  t.regex(stdout, /│ +all │ +300 │ +300 │/)
  t.regex(stdout, /input +300 lines/)
  t.regex(stdout, /rebalances +2 \(member 1: \d+ records, 2 assignments; member 2: /)
  t.regex(stdout, /ok: nothing was lost, nothing was read out of order, every offset is committed\n$/)
  t.regex(stderr, /^produced 300 of 300 records, consumed 300 of 300 records\n$/m)
})

test('standard input is read to its end, its lines as they are', async (t) => {
  const cwd = temporaryFolder(t, {})
  const { exitCode, stdout } = await runInProcess(['main-job', '--json'], { cwd, stdin: 'a\r\nb\n\nlast' })
  t.is(exitCode, 0)
  const report = JSON.parse(stdout) as JobReport
  t.like(report, { ok: true, produced: 4, consumed: 4 })
  t.is(report.lines.bytes, 6)
})

test('an input without lines is no fault', async (t) => {
  const cwd = temporaryFolder(t, { empty: '' })
  const { exitCode, stdout } = await runInProcess(['main-job', 'empty'], { cwd })
  t.is(exitCode, 0)
  t.regex(stdout, /ok: there was no line to produce\n$/)
})

test('a line that is too long is named, the others are produced, and the exit code is 1', async (t) => {
  const cwd = temporaryFolder(t, { a: `short\n${'x'.repeat(1_000_001)}\nalso short\n` })
  const { exitCode, stdout } = await runInProcess(['main-job', 'a'], { cwd })
  t.is(exitCode, 1)
  t.regex(stdout, /skipped a:2: 1,000,001 bytes\n/)
  t.regex(stdout, /FAILED: 1 line was too long to be produced\n$/)
})

test('a line of the greatest length that is allowed goes through', async (t) => {
  const cwd = temporaryFolder(t, { a: `${'x'.repeat(1_000_000)}\n` })
  const { exitCode, stdout } = await runInProcess(['main-job', '--json', 'a'], { cwd })
  t.is(exitCode, 0, stdout)
})

test('on a topic that exists the records that are there already are left alone', async (t) => {
  await using broker = await Broker.start({ topics: [{ name: 'mine', partitions: 3 }] })
  const cwd = temporaryFolder(t, { 'a.txt': lines(100, 'a'), 'b.txt': lines(100, 'b') })
  const args = ['main-job', '--bootstrap', broker.bootstrapServers, '--topic', 'mine', '--json', 'a.txt', 'b.txt']
  for (const round of [1, 2]) {
    const { exitCode, stdout, stderr } = await runInProcess(args, { cwd })
    t.is(exitCode, 0, stdout + stderr)
    const report = JSON.parse(stdout) as JobReport
    t.like(report, { ok: true, produced: 200, consumed: 200, embeddedBroker: false })
    t.is(
      report.partitions.reduce((sum, { logEnd }) => sum + logEnd!, 0),
      200 * round,
    )
  }
})

test('a closed port is named with what to do, within the timeout', async (t) => {
  const broker = await Broker.start()
  const address = broker.bootstrapServers
  await broker.close()
  const cwd = temporaryFolder(t, { a: 'x\n' })
  const { exitCode, stdout, stderr } = await runInProcess(
    ['main-job', 'a', '--bootstrap', address, '--timeout', '300', '--json'],
    { cwd },
  )
  t.is(exitCode, 1)
  t.true(stderr.includes(address) && stderr.includes('ECONNREFUSED') && stderr.includes('--bootstrap'), stderr)
  t.false(stderr.includes('    at '))
  t.like(JSON.parse(stdout), { ok: false, error: { code: 'FAILED' } })
})

test('a broker that goes away in the middle ends the job with what happened', async (t) => {
  const broker = await Broker.start({ partitions: 2 })
  t.teardown(() => broker.close())
  const cwd = temporaryFolder(t, { a: lines(100_000, 'x') })
  let closing = false
  const { exitCode, stdout } = await runInProcess(
    ['main-job', 'a', '--bootstrap', broker.bootstrapServers, '--timeout', '500', '--rate', '1000', '--json'],
    {
      cwd,
      onOutput(text) {
        // A progress line that says so: records flow.
        if (!closing && RECORDS_FLOW.test(text)) {
          closing = true
          void broker.close()
        }
      },
    },
  )
  t.is(exitCode, 1)
  const report = JSON.parse(stdout) as JobReport
  t.false(report.ok)
  t.true(report.produced > 0 && report.produced < 100_000)
  t.regex(report.problems.join('\n'), /nothing moved for 1500 ms/)
})

test('Ctrl-C closes everything, prints what was done so far and exits with 130', async (t) => {
  const cwd = temporaryFolder(t, { a: lines(100_000, 'x') })
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
  const tsx = import.meta.resolve('tsx')
  const child = spawn(
    process.execPath,
    ['--conditions=source', `--import=${tsx}`, main, 'main-job', 'a', '--rate', '2000', '--json'],
    { cwd, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  t.teardown(() => child.kill('SIGKILL'))
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => RECORDS_FLOW.test(chunk.toString()) && resolve())
  })
  // Two signals at once are one, as from the terminal and from npm.
  child.kill('SIGINT')
  child.kill('SIGINT')
  const [exitCode] = (await once(child, 'close')) as [number | null]
  t.is(exitCode, 130)
  const report = JSON.parse(stdout) as JobReport
  t.like(report, { ok: false, interrupted: true, faults: [], problems: [] })
  t.true(report.produced > 0 && report.produced < 100_000)
})
