// Starts a program of soak/programs in a process of its own, from its source, with a channel for messages.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The programs that are alive: they end with this process. */
const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/** `settings` are what the program is to do, as JSON in its first argument. */
export function startProgram(name: string, settings: object = {}): ChildProcess {
  const path = fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url))
  const child = fork(path, [JSON.stringify(settings)], {
    execArgv: ['--conditions=source', '--import=tsx', '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  return child
}

/** Resolves with the first message that fits; rejects when the program ends before. */
export function nextMessage<M, T extends M>(child: ChildProcess, fits: (message: M) => message is T): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: M) => {
      if (!fits(message)) return
      done()
      resolve(message)
    }
    const onExit = (code: number | null, signal: string | null) => {
      done()
      reject(new Error(`a program of the soak ended early: ${signal ?? code}`))
    }
    const done = () => {
      child.off('message', onMessage)
      child.off('exit', onExit)
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
  })
}
