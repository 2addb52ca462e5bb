// The HTTP endpoint by which a running proxy is told other faults.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CommandError } from '../cli/command-error.ts'
import type { KafkaProxy } from './kafka-proxy.ts'
import { checkedFault } from './proxy-fault.ts'

/** An open control endpoint. */
export interface ControlServer {
  readonly url: string
  close(): Promise<void>
}

const MAX_BODY_BYTES = 1024 * 1024

/**
 * Opens the endpoint: `GET /faults` lists them with their hits, `PUT /faults` takes an array in place of all, `POST /faults` adds one,
 * `DELETE /faults` ends all; `GET /health` says that the proxy runs. Rejects where the port is taken.
 */
export async function startControlServer(proxy: KafkaProxy, host: string, port: number): Promise<ControlServer> {
  const server = createServer((request, response) => {
    answer(proxy, request)
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        return { status: error instanceof CommandError ? 400 : 500, body: { error: message } }
      })
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(`${JSON.stringify(body)}\n`)
      })
      .catch(() => response.destroy())
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: bound } = server.address() as AddressInfo
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function answer(proxy: KafkaProxy, request: IncomingMessage): Promise<Answer> {
  const { faults } = proxy
  if (request.url === '/health' && request.method === 'GET') {
    const { bootstrapServers, connectionCount: connections } = proxy
    return { status: 200, body: { status: 'ok', bootstrapServers, connections, brokers: await proxy.brokers() } }
  }
  if (request.url !== '/faults') return { status: 404, body: { error: 'there are /faults and /health' } }
  switch (request.method) {
    case 'GET':
      break
    case 'PUT': {
      const given = await readJson(request)
      if (!Array.isArray(given)) throw new CommandError('PUT /faults takes an array of faults')
      faults.replace(given.map(checkedFault))
      break
    }
    case 'POST':
      faults.add(checkedFault(await readJson(request)))
      break
    case 'DELETE':
      faults.replace([])
      break
    default:
      return { status: 405, body: { error: 'GET, PUT, POST or DELETE' } }
  }
  return { status: 200, body: faults.list() }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > MAX_BODY_BYTES) throw new CommandError('the faults are longer than 1 MiB')
    pieces.push(piece)
  }
  try {
    return JSON.parse(new TextDecoder().decode(Buffer.concat(pieces)))
  } catch (cause) {
    throw new CommandError('the body is no JSON', { cause })
  }
}
