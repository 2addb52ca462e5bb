import { once } from 'node:events'
import { access, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { execa } from 'execa'

const mainFile = fileURLToPath(new URL('../src/main.ts', import.meta.url))

const makeFolder = async (t: ExecutionContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-cli-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The program with a temp folder of its own, so that a test sees what it leaves behind. */
const startMain = (args: string[], temporary: string, env: Record<string, string> = {}) =>
  execa(process.execPath, ['--import=tsx', mainFile, ...args], { reject: false, env: { TMPDIR: temporary, ...env } })

interface Ready {
  readonly bootstrapServers: string
  readonly version: string
  readonly pid: number
  readonly logFile: string
}

const readyLine = async (program: ReturnType<typeof startMain>): Promise<Ready> => {
  const [output] = (await once(program.stdout, 'data')) as [Buffer]
  return JSON.parse(output.toString()) as Ready
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test.serial('--json tells where the broker is, and SIGTERM takes everything away', async (t) => {
  const temporary = await makeFolder(t)
  const program = startMain(['--json'], temporary)
  const ready = await readyLine(program)
  t.is(ready.version, '4.3.1')
  await t.notThrowsAsync(access(ready.logFile))
  t.true(isRunning(ready.pid))
  program.kill('SIGTERM')
  const result = await program
  t.is(result.exitCode, 0)
  t.false(isRunning(ready.pid))
  const left = (await readdir(temporary)).filter((name) => name.startsWith('odradek-'))
  t.deepEqual(left, [])
})

test.serial('without --json the one line on standard output is the address', async (t) => {
  const program = startMain([], await makeFolder(t))
  await once(program.stdout, 'data')
  program.kill('SIGINT')
  const result = await program
  t.regex(result.stdout, /^127\.0\.0\.1:\d+$/)
  t.regex(result.stderr, /Kafka 4\.3\.1 is ready/)
})

test.serial('--exec runs a command on the broker, passes its output and exit code on, and stops', async (t) => {
  const temporary = await makeFolder(t)
  const program = startMain(
    ['--exec', 'echo payload | kcat -b $BOOTSTRAP -P -t t && kcat -b $BOOTSTRAP -C -t t -e -q; exit 7'],
    temporary,
  )
  const result = await program
  t.is(result.exitCode, 7)
  t.is(result.stdout, 'payload')
  t.deepEqual(
    (await readdir(temporary)).filter((name) => name.startsWith('odradek-')),
    [],
  )
})

test.serial('a broker that dies ends the program with the last lines of its log', async (t) => {
  const temporary = await makeFolder(t)
  const program = startMain(['--json'], temporary)
  const ready = await readyLine(program)
  process.kill(ready.pid, 'SIGKILL')
  const result = await program
  t.is(result.exitCode, 1)
  t.regex(result.stderr, /ended by itself \(signal SIGKILL\)/)
  t.regex(result.stderr, /last lines of its log:\n[^]*INFO .*Kafka Server started/)
  t.deepEqual(
    (await readdir(temporary)).filter((name) => name.startsWith('odradek-')),
    [],
  )
})

test.serial('the broker and its files go even when the program is killed by SIGKILL', async (t) => {
  const temporary = await makeFolder(t)
  const program = startMain(['--json'], temporary)
  const ready = await readyLine(program)
  program.kill('SIGKILL')
  await program
  while (isRunning(ready.pid) || (await readdir(temporary)).some((name) => name.startsWith('odradek-'))) {
    await delay(50)
  }
  t.pass()
})

test.serial('two programs that start at once on a cold cache both get their broker', async (t) => {
  const temporary = await makeFolder(t)
  const cache = await makeFolder(t)
  const args = ['--exec', 'kcat -b $BOOTSTRAP -L']
  const start = () => startMain(args, temporary, { ODRADEK_KAFKA_CACHE: cache })
  for (const result of await Promise.all([start(), start()])) {
    t.is(result.exitCode, 0, result.stderr)
    t.regex(result.stdout, /1 brokers/)
  }
  t.is((await readdir(join(cache, 'jars'))).length, 1)
  t.is((await readdir(join(cache, 'formatted'))).length, 1)
})

test.serial('from another terminal nodes are killed, restarted, frozen and thawed', async (t) => {
  const temporary = await makeFolder(t)
  const program = startMain(['--json'], temporary)
  t.teardown(() => void program.kill('SIGTERM'))
  const ready = await readyLine(program)
  const order = async (...args: string[]) => (await startMain(args, temporary)).stdout
  const address = ready.bootstrapServers
  t.is(await order('status'), `1\trunning\t${address}\tpid ${ready.pid}`)
  t.is(await order('kill', '1'), `1\tstopped\t${address}`)
  t.false(isRunning(ready.pid))
  const restarted = await order('restart', '1')
  t.regex(restarted, /^1\trunning\t127\.0\.0\.1:\d+\tpid \d+$/)
  t.false(restarted.includes(`pid ${ready.pid}`))
  const listed = await execa('kcat', ['-b', address, '-L'])
  t.regex(listed.stdout, /1 brokers/)
  t.regex(await order('freeze'), /^1\tfrozen\t/)
  t.regex(await order('thaw', '1', '--cluster', address), /^1\trunning\t/)
  const unknown = await startMain(['kill', '9'], temporary)
  t.is(unknown.exitCode, 1)
  t.regex(unknown.stderr, /There is no node 9 in this cluster\. Its nodes: 1\./)
  program.kill('SIGTERM')
  t.is((await program).exitCode, 0)
})
