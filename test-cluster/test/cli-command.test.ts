import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { runShellCommand, signalExitCode } from '../src/cli-command.ts'

test('the command sees the address and its exit code comes back', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-command-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'address')
  const command = `printf %s "$BOOTSTRAP" > '${file}'; exit 7`
  t.is(await runShellCommand(command, '127.0.0.1:9092', new AbortController().signal), 7)
  t.is(await readFile(file, 'utf8'), '127.0.0.1:9092')
})

test('a command that a signal ended has the exit code that shells give it', async (t) => {
  t.is(await runShellCommand('kill -TERM $$', 'x', new AbortController().signal), signalExitCode('SIGTERM'))
  t.is(signalExitCode('SIGINT'), 130)
})

test('a command is ended when it is stopped', async (t) => {
  t.is(await runShellCommand('sleep 600', 'x', AbortSignal.timeout(100)), signalExitCode('SIGTERM'))
  t.is(await runShellCommand('sleep 600', 'x', AbortSignal.abort()), signalExitCode('SIGTERM'))
})
