import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An open health endpoint. */
export interface HealthServer {
  readonly url: string
  close(): Promise<void>
}

/** Opens an HTTP port that answers 200 with `facts` as JSON at `/health` and `/`. Rejects where the port is taken. */
export async function startHealthServer(host: string, port: number, facts: object): Promise<HealthServer> {
  const server: Server = createServer((request, response) => {
    const isKnown = request.url === '/health' || request.url === '/'
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' })
    response.end(`${JSON.stringify(isKnown ? { status: 'ok', ...facts } : { status: 'not found' })}\n`)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: bound } = server.address() as AddressInfo
  const shown = host.includes(':') ? `[${host}]` : host
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { url: `http://${shown}:${bound}/health`, close }
}
