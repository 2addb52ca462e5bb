import { once } from 'node:events'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { execa } from 'execa'

const watchdogFile = fileURLToPath(new URL('../src/watchdog.ts', import.meta.url))

/** Starts a process with a watched child and a watched folder; the child shares the standard output of its parent. */
const startParent = async (t: ExecutionContext, ending: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek watched '))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const script = `
    import { spawn } from 'node:child_process'
    import { Watchdog } from ${JSON.stringify(watchdogFile)}
    const watchdog = new Watchdog()
    const child = spawn('sleep', ['600'], { stdio: 'inherit', detached: true })
    watchdog.watchProcess(child)
    watchdog.watchFolder(${JSON.stringify(folder)})
    process.stdin.once('data', () => { ${ending} })
    process.stdout.write('ready')
  `
  const args = ['--import=tsx', '--input-type=module', '-e', script]
  const parent = execa(process.execPath, args, { reject: false, stdin: 'pipe', buffer: false })
  await once(parent.stdout, 'data')
  return { parent, folder }
}

/** The folder goes a moment after the processes; ava's time limit ends the wait. */
const untilRemoved = async (folder: string): Promise<void> => {
  for (;;) {
    try {
      await access(folder)
    } catch {
      return
    }
    await delay(20)
  }
}

const endings = {
  'process.exit': 'process.exit(0)',
  'an uncaught exception': "throw new Error('on purpose')",
  SIGTERM: "process.kill(process.pid, 'SIGTERM')",
  SIGKILL: "process.kill(process.pid, 'SIGKILL')",
}

for (const [name, ending] of Object.entries(endings)) {
  test(`the child and the folder are gone after ${name} of the parent`, async (t) => {
    const { parent, folder } = await startParent(t, ending)
    parent.stdin.write('go')
    // The output closes only when the child, which shares it, has ended too.
    await once(parent.stdout.resume(), 'close')
    await untilRemoved(folder)
    t.pass()
  })
}

test('after release nothing is ended or removed any more', async (t) => {
  const { parent, folder } = await startParent(t, 'console.log(child.pid); watchdog.release(); process.exit(0)')
  parent.stdin.write('go')
  const [[output]] = (await Promise.all([once(parent.stdout, 'data'), once(parent, 'exit')])) as [[Buffer], unknown]
  const childId = Number(output.toString())
  t.teardown(() => process.kill(childId, 'SIGKILL'))
  t.true(process.kill(childId, 0))
  await t.notThrowsAsync(access(folder))
})
