import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { ask, probe } from '../src/readiness.ts'

const listen = async (t: ExecutionContext, onConnection: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const request = Buffer.from('request')

test('an answer that arrives byte by byte is put together', async (t) => {
  const port = await listen(t, (socket) => {
    socket.setNoDelay(true)
    socket.once('data', () => {
      for (const byte of [0, 0, 0, 6, 0, 0, 0, 7, 0xab, 0xcd]) socket.write(Buffer.of(byte))
    })
  })
  t.deepEqual(await ask(port, request), Buffer.of(0xab, 0xcd))
})

test('a connection that is closed in the middle of an answer is an error', async (t) => {
  const port = await listen(t, (socket) => void socket.once('data', () => socket.end(Buffer.of(0, 0, 0, 6, 0))))
  await t.throwsAsync(ask(port, request), { message: /closed without an answer/ })
})

test('a broker that never answers is given up', async (t) => {
  const port = await listen(t, () => {})
  await t.throwsAsync(ask(port, request, 100), { message: 'no answer within 100 ms' })
})

test('a server of another protocol is told at once', async (t) => {
  const port = await listen(t, (socket) => void socket.once('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n')))
  await t.throwsAsync(ask(port, request), { code: 'bad-answer' })
})

test('a probe says why there is no broker', async (t) => {
  const port = await listen(t, (socket) => socket.destroy())
  t.is(typeof (await probe({ port, clusterId: 'any', peers: [], metadataVersion: 2, hasApiVersions: true })), 'string')
})
