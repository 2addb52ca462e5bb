/** Ports of 127.0.0.1: a free one, or a wanted one that is checked. */
import { createServer } from 'node:net'
import getPort from 'get-port'
import { ClusterError } from './cluster-error.ts'

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)))
  })

/** A port of 127.0.0.1 on which nothing listens, other than those this process was given a short while ago. */
export const freePort = (): Promise<number> => getPort({ host: '127.0.0.1' })

/** @throws ClusterError `bad-option` for a number that is no port, `port-taken` when something listens there. */
export const requirePort = async (port: number): Promise<number> => {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new ClusterError('bad-option', `${port} is no port; a port is a whole number from 1 to 65535.`)
  }
  if (!(await canListen(port))) {
    throw new ClusterError(
      'port-taken',
      `Port ${port} of 127.0.0.1 is in use. Choose another, or name none to get a free one.`,
    )
  }
  return port
}
