import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { fourLetterCommand, registeredBrokers, zooKeeperSettings } from '../src/zookeeper.ts'

/** A port that does this to whoever connects. */
const listen = async (t: ExecutionContext, onSocket: (socket: Socket) => void): Promise<number> => {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    onSocket(socket)
  })
  server.listen(0, '127.0.0.1')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test('the settings keep ZooKeeper to its address and folder, without a web server', (t) => {
  const lines = zooKeeperSettings('/tmp/data', '127.0.0.1', 2181).split('\n')
  for (const line of [
    'dataDir=/tmp/data',
    'clientPort=2181',
    'clientPortAddress=127.0.0.1',
    'admin.enableServer=false',
  ]) {
    t.true(lines.includes(line), line)
  }
})

test('a command is sent whole, and the answer read to its end', async (t) => {
  const port = await listen(t, (socket) => {
    socket.on('data', (command) => {
      socket.write('im')
      setImmediate(() => socket.end(command.toString() === 'ruok' ? 'ok' : '?'))
    })
  })
  t.is(await fourLetterCommand(port, 'ruok'), 'imok')
})

test('a port where nobody listens, and one that says nothing, are errors', async (t) => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  await t.throwsAsync(fourLetterCommand(port, 'ruok'), { code: 'ECONNREFUSED' })
  const silent = await listen(t, () => {})
  await t.throwsAsync(fourLetterCommand(silent, 'ruok'), { message: /no answer within 2000 ms/ })
})

test('brokers are found in the answer to dump, each once, and nothing else is taken for one', (t) => {
  const dump = `SessionTracker dump:
Session Sets (3):
0 expire at Thu Jan 01 00:00:12 UTC 1970:
ephemeral nodes dump:
Sessions with Ephemerals (2):
0x100001:
\t/controller
\t/brokers/ids/1
0x100002:
\t/brokers/ids/12
\t/brokers/ids/1
\t/brokers/ids/3/more
\t/consumers/g/ids/4
`
  t.deepEqual(registeredBrokers(dump), [1, 12])
  t.deepEqual(registeredBrokers(''), [])
})
