import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { describeEnd, JavaProcess, lastLines, runProgram } from '../src/java-process.ts'
import { Watchdog } from '../src/watchdog.ts'

// Node stands in for Java: what is tested is how a process is run, not what it does.
const node = process.execPath

const makeWatchdog = (t: ExecutionContext): Watchdog => {
  const watchdog = new Watchdog()
  t.teardown(() => watchdog.release())
  return watchdog
}

const makeLogFile = async (t: ExecutionContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-process-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return join(folder, 'process.log')
}

test('both outputs of a process go to its log, and its end is told', async (t) => {
  const script = "console.log('one'); console.error('two'); process.exitCode = 3"
  const child = await JavaProcess.start(node, ['-e', script], await makeLogFile(t), makeWatchdog(t))
  const end = await child.ended
  t.deepEqual(end, { exitCode: 3, signal: null })
  t.is(describeEnd(end), 'exit code 3')
  t.is(await readFile(child.logFile, 'utf8'), 'one\ntwo\n')
})

test('a process that ignores SIGTERM is killed when patience ends', async (t) => {
  const logFile = await makeLogFile(t)
  const ignoring = "trap '' TERM; echo ready; while :; do read -r line < /dev/zero; done"
  const child = await JavaProcess.start('/bin/sh', ['-c', ignoring], logFile, makeWatchdog(t))
  while ((await lastLines(logFile)) !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5))
  await child.stop(Promise.resolve())
  t.is(describeEnd(await child.ended), 'signal SIGKILL')
})

test('stopping a process that has ended already is no error', async (t) => {
  const child = await JavaProcess.start(node, ['-e', ''], await makeLogFile(t), makeWatchdog(t))
  await child.ended
  await t.notThrowsAsync(child.stop(new Promise(() => {})))
})

test('a program that does not exist ends with an error in place of throwing', async (t) => {
  const child = await JavaProcess.start('/nonexistent/java', [], await makeLogFile(t), makeWatchdog(t))
  const end = await child.ended
  t.regex(describeEnd(end), /ENOENT/)
  await t.notThrowsAsync(child.stop(new Promise(() => {})))
})

test('a program gets its input and its lines are told one by one', async (t) => {
  const lines: string[] = []
  const result = await runProgram('cat', [], {
    watchdog: makeWatchdog(t),
    input: 'first\nsécond\nrest',
    onLine: (line) => lines.push(line),
  })
  t.deepEqual(lines, ['first', 'sécond'])
  t.is(result.stdout, 'first\nsécond\nrest')
  t.is(result.exitCode, 0)
})

test('a failing program is data', async (t) => {
  const result = await runProgram(node, ['-e', "console.error('no'); process.exitCode = 5"], {
    watchdog: makeWatchdog(t),
  })
  t.like(result, { stderr: 'no', exitCode: 5, timedOut: false, notFound: false })
})

test('a missing program is told from a failing one', async (t) => {
  t.true((await runProgram('/nonexistent/mvn', [], { watchdog: makeWatchdog(t) })).notFound)
})

test('a program that takes too long is ended', async (t) => {
  const result = await runProgram('sleep', ['600'], { watchdog: makeWatchdog(t), timeoutMs: 50 })
  t.like(result, { exitCode: undefined, timedOut: true })
})

test('a program is ended by the signal', async (t) => {
  const stop = new AbortController()
  const running = runProgram('sh', ['-c', 'echo started; exec sleep 600'], {
    watchdog: makeWatchdog(t),
    signal: stop.signal,
    onLine: () => stop.abort(),
  })
  await t.throwsAsync(running, { code: 'aborted' })
})

test('the last lines of a file that is not there are empty', async (t) => {
  t.is(await lastLines('/nonexistent/broker.log'), '')
})
