import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

import { Producer } from '@odradek/producer'
import test from 'ava'

import { runInProcess } from '../support/run-in-process.ts'

test('the broker prints its address, serves producers, and ends well at Ctrl-C', async (t) => {
  const abort = new AbortController()
  let announce = (_text: string) => {}
  const announced = new Promise<string>((resolve) => (announce = resolve))
  const running = runInProcess(['broker', '--port', '0', '--partitions', '4', '--json'], {
    interrupt: abort.signal,
    onOutput: (text) => announce(text),
  })
  const { bootstrapServers } = JSON.parse(await announced) as { bootstrapServers: string }
  await using producer = new Producer({ bootstrapServers })
  t.like(await producer.send({ topic: 'new', value: 'x', partition: 3 }), { partition: 3, offset: 0n })
  await producer.close()
  abort.abort()
  const { exitCode, stderr } = await running
  t.is(exitCode, 0)
  t.is(stderr, '')
})

test('a port that is taken is named, with what to do', async (t) => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const { exitCode, stdout, stderr } = await runInProcess(['broker', '--port', String(port)])
  t.is(exitCode, 1)
  t.is(stdout, '')
  t.is(stderr, `odradek: 127.0.0.1:${port} is taken by another program\n  Choose another --port; 0 is any free one.\n`)
})

test('a host that is not of this machine is named', async (t) => {
  const { exitCode, stderr } = await runInProcess(['broker', '--port', '0', '--host', '192.0.2.1'])
  t.is(exitCode, 1)
  t.regex(stderr, /^odradek: 192\.0\.2\.1:0 is no address of this machine\n/)
})
