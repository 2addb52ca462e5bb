import test from 'ava'

import { runInProcess } from './support/run-in-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

test('--help names every command, says what they are for, and gives examples', async (t) => {
  const { exitCode, stdout, stderr } = await runInProcess(['--help'])
  t.is(exitCode, 0)
  t.is(stderr, '')
  t.snapshot(stdout)
})

for (const command of [['main-job'], ['broker'], ['dump-log'], ['partition-of'], ['fixtures'], ['fixtures', 'check']]) {
  test(`the help of ${command.join(' ')} is complete`, async (t) => {
    const { exitCode, stdout } = await runInProcess([...command, '--help'])
    t.is(exitCode, 0)
    t.snapshot(stdout)
  })
}

test('--version prints the version alone', async (t) => {
  const { exitCode, stdout } = await runInProcess(['--version'])
  t.regex(stdout, /^\d+\.\d+\.\d+\n$/)
  t.is(exitCode, 0)
})

test('no command at all is a wrong call that prints the help', async (t) => {
  const { exitCode, stdout, stderr } = await runInProcess([])
  t.is(exitCode, 2)
  t.is(stdout, '')
  t.regex(stderr, /Usage: odradek/)
})

test('a mistyped command or option is a wrong call with a suggestion', async (t) => {
  const command = await runInProcess(['main-jop'])
  t.is(command.exitCode, 2)
  t.regex(command.stderr, /^odradek: unknown command 'main-jop'\n\(Did you mean main-job\?\)/)
  const option = await runInProcess(['main-job', '--bootstrp', 'x'])
  t.is(option.exitCode, 2)
  t.regex(option.stderr, /unknown option '--bootstrp'\n\(Did you mean --bootstrap\?\)/)
  const argument = await runInProcess(['fixtures', 'check'])
  t.is(argument.exitCode, 2)
  t.regex(argument.stderr, /missing required argument 'dir'/)
})

test('a number that is none, or out of range, is a wrong call that says what is allowed', async (t) => {
  for (const text of ['x', '0', '-1', '1.5', '1e3', '10001', '']) {
    const { exitCode, stderr } = await runInProcess(['main-job', `--partitions=${text}`])
    t.is(exitCode, 2, text)
    t.regex(stderr, /--partitions <n>.* A whole number from 1 to 10000 is needed\./, text)
  }
})

test('a missing file is a wrong call, as JSON too', async (t) => {
  const cwd = temporaryFolder(t, {})
  const { exitCode, stdout, stderr } = await runInProcess(['main-job', 'gone.txt', '--json'], { cwd })
  t.is(exitCode, 2)
  t.deepEqual(JSON.parse(stdout), { ok: false, error: { code: 'USAGE', message: 'there is no file gone.txt' } })
  t.is(stderr, 'odradek: there is no file gone.txt\n')
})

test('nothing to read is a wrong call that says what to give', async (t) => {
  const { exitCode, stderr } = await runInProcess(['main-job'], { cwd: temporaryFolder(t, {}) })
  t.is(exitCode, 2)
  t.regex(stderr, /^odradek: there is nothing to read\n {2}Give files/)
})
