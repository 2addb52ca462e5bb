import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

import test, { type ExecutionContext } from 'ava'

import { systemEnvironment } from '@odradek/network'
import { NetworkClient, networkOptionTable, type NetworkOptions, resolveOptions } from '@odradek/network/internal'
import { ConnectionError } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'

/** A server that does one thing with each connection, and a client of it. */
async function setUp(t: ExecutionContext, onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const given: NetworkOptions = { bootstrapServers: `127.0.0.1:${port}`, requestTimeoutMs: 600 }
  const client = new NetworkClient(resolveOptions('Client', networkOptionTable, given), systemEnvironment())
  t.teardown(async () => {
    await client.close()
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { client, address: `127.0.0.1:${port}`, sockets }
}

test('a web server in place of Kafka: the error says that its answer is none of Kafka', async (t) => {
  const { client, address } = await setUp(t, (socket) => {
    socket.once('data', () => socket.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'))
  })
  const error = await t.throwsAsync(client.send('any', metadataApi, {}), { instanceOf: ConnectionError })
  t.true(
    error?.message.startsWith(`the connection to ${address} was closed because its answer was wrong: `),
    error?.message,
  )
})

test('a server that closes every connection: the error asks what it is', async (t) => {
  const { client, address } = await setUp(t, (socket) => socket.once('data', () => socket.end()))
  const error = await t.throwsAsync(client.send('any', metadataApi, {}), { instanceOf: ConnectionError })
  t.true(error?.message.startsWith(`${address} closed the connection before it answered`), error?.message)
})

test('close ends real sockets too', async (t) => {
  const { client, sockets } = await setUp(t, () => undefined)
  const failed = t.throwsAsync(client.send('any', metadataApi, {}), { message: 'the client was closed' })
  while (sockets.size === 0) await new Promise((resolve) => setImmediate(resolve))
  const closed = once([...sockets][0]!, 'close')
  ;[...sockets][0]!.resume()
  await client.close()
  await failed
  await closed
  t.true([...sockets][0]!.destroyed)
})
