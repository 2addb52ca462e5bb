/**
 * Ends the child processes and removes the folders of one cluster however this process ends. There are two nets: an
 * `exit` listener (normal end, uncaught exception), and a tiny shell process that holds the reading end of a pipe and
 * sees it close even when this process is killed by SIGKILL.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'

// Killed JVMs may write for a moment longer, so the folders are removed up to three times. The wait is not for the JVMs'
// process ids to vanish: where nobody reaps orphans they stay as zombies for ever.
const script = `
pids=''
while read -r word value; do
  case $word in
    process) pids="$pids $value" ;;
    ended) rest=''; for pid in $pids; do [ "$pid" = "$value" ] || rest="$rest $pid"; done; pids=$rest ;;
    folder) set -- "$@" "$value" ;;
    release) exit 0 ;;
  esac
done
[ -z "$pids" ] || kill -9 $pids
for attempt in 1 2 3; do
  [ $# -eq 0 ] || rm -rf -- "$@"
  sleep 1
done
`

/** Watches processes and folders from its construction until `release`. */
export class Watchdog {
  readonly #children = new Set<ChildProcess>()
  readonly #folders = new Set<string>()
  readonly #shell: ChildProcess | undefined
  readonly #onExit = (): void => this.#endAll()

  constructor() {
    process.once('exit', this.#onExit)
    if (process.platform === 'win32') return
    // Detached, so that a Ctrl-C in the terminal does not end the watchdog first.
    const shell = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' })
    shell.on('error', () => {}) // no shell: the exit listener is left
    shell.stdin.on('error', () => {})
    shell.unref()
    // The pipe alone must not keep this process alive. The type says Writable; it is a Socket.
    ;(shell.stdin as unknown as { unref(): void }).unref()
    this.#shell = shell
  }

  /** Kills the child if this process ends before the child does. */
  watchProcess(child: ChildProcess): void {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    this.#children.add(child)
    this.#tell(`process ${child.pid}`)
    child.once('exit', () => {
      this.#children.delete(child)
      this.#tell(`ended ${child.pid}`)
    })
  }

  /** Removes the folder if this process ends before `release`. */
  watchFolder(folder: string): void {
    this.#folders.add(folder)
    this.#tell(`folder ${folder}`)
  }

  /** Call it when all children have ended and all folders are removed: nothing is watched any more. */
  release(): void {
    process.removeListener('exit', this.#onExit)
    this.#tell('release')
    this.#shell?.stdin?.end()
  }

  #tell(line: string): void {
    this.#shell?.stdin?.write(`${line}\n`)
  }

  #endAll(): void {
    for (const child of this.#children) child.kill('SIGKILL')
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
