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

/** Opens the socket; disposing closes it. Only the user who started the cluster can reach it. */
export const startControlServer = async (cluster: Cluster): Promise<AsyncDisposable> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
    createInterface(socket).on('line', (line) => void answer(cluster, line).then((text) => socket.end(text)))
  })
  server.listen(join(cluster.folder, controlSocketName))
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
