/** Ports of 127.0.0.1: a free one, or a wanted one that is checked. */
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import getPort from 'get-port'
import { ClusterError } from './cluster-error.ts'

// Below the range that operating systems take the ports of outgoing connections from (Linux: from 32768). A port of that
// range could go to somebody's connection while its broker is down; and a client that connects again and again to such a
// port with nobody listening is now and then connected with itself.
const lowestFreePort = 10_000
const highestFreePort = 32_000
const candidates = 50

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)))
  })

/** A port of 127.0.0.1 on which nothing listens, other than those this process was given a short while ago. */
export const freePort = (): Promise<number> =>
  getPort({
    host: '127.0.0.1',
    port: Array.from({ length: candidates }, () => randomInt(lowestFreePort, highestFreePort)),
  })

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
