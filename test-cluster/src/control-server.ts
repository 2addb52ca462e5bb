/** The socket by which a cluster that was started from the command line takes orders. It lies in the cluster's own folder. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ClusterError } from './cluster-error.ts'
import { controlSocketName } from './cluster-folder.ts'
import { carryOut, parseControlRequest } from './control-command.ts'
import type { ControlAnswer } from './control-command.ts'
import type { Cluster } from './running-cluster.ts'

/** The longest path that a socket can have, in bytes: what `sun_path` holds before its NUL. Some Nodes cut a longer one off. */
const longestPath = process.platform === 'darwin' ? 103 : 107

/**
 * Opens the socket; disposing closes it. Only the user who started the cluster can reach it. Where it cannot be opened, `say` hears why, and
 * the cluster goes on without.
 */
export const startControlServer = async (cluster: Cluster, say: (line: string) => void): Promise<AsyncDisposable> => {
  const path = join(cluster.folder, controlSocketName)
  try {
    return await listen(cluster, path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    say(`This cluster takes no orders from other terminals: ${reason}`)
    return { [Symbol.asyncDispose]: () => Promise.resolve() }
  }
}

const listen = async (cluster: Cluster, path: string): Promise<AsyncDisposable> => {
  if (Buffer.byteLength(path) > longestPath) {
    throw new ClusterError(
      'bad-option',
      `${path} is longer than the ${longestPath} bytes of a socket's path. Set a shorter TMPDIR.`,
    )
  }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
    createInterface(socket).on('line', (line) => void answer(cluster, line).then((text) => socket.end(text)))
  })
  server.listen(path)
  await once(server, 'listening')
  return {
    [Symbol.asyncDispose]: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

const answer = async (cluster: Cluster, line: string): Promise<string> => {
  let said: ControlAnswer
  try {
    said = await carryOut(cluster, parseControlRequest(line))
  } catch (error) {
    // What is no ClusterError is a fault of this program, and ends it elsewhere; whoever asked is to hear of it all the same.
    said = { ok: false, error: error instanceof ClusterError ? error.message : String(error) }
  }
  return `${JSON.stringify(said)}\n`
}
