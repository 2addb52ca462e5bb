/** Runs the shell command of `--exec` and ends it when it is no longer wanted. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** 128 + the signal's number, as shells report a program that a signal ended. */
export const signalExitCode = (signal: NodeJS.Signals): number => 128 + constants.signals[signal]

/**
 * Runs the command in a shell, with this process's input and output, and resolves to its exit code. When `stop` is
 * aborted, the command and everything it has started get SIGTERM; the exit code is then that of the signal.
 */
export const runShellCommand = (command: string, bootstrapServers: string, stop: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    // A process group of its own can be ended as a whole. At a terminal it would lose the keyboard, so there it stays in
    // ours, where Ctrl-C reaches it anyway.
    const ownGroup = process.platform !== 'win32' && !process.stdin.isTTY
    const child = spawn(command, {
      shell: true,
      stdio: 'inherit',
      detached: ownGroup,
      env: { ...process.env, BOOTSTRAP: bootstrapServers },
    })
    const end = (): void => {
      if (child.pid === undefined) return
      try {
        if (ownGroup) process.kill(-child.pid, 'SIGTERM')
        else child.kill('SIGTERM')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // already ended
      }
    }
    stop.addEventListener('abort', end, { once: true })
    child.once('error', reject)
    child.once('exit', (exitCode, signal) => {
      stop.removeEventListener('abort', end)
      resolve(exitCode ?? (signal ? signalExitCode(signal) : 1))
    })
    if (stop.aborted) end()
  })
