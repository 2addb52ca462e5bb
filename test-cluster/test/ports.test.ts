import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import test from 'ava'
import { freePort, requirePort } from '../src/ports.ts'

test('two free ports are two', async (t) => {
  t.not(await freePort(), await freePort())
})

test('a port in use is refused by its number', async (t) => {
  const server = createServer().listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await t.throwsAsync(requirePort(port), { code: 'port-taken', message: new RegExp(`Port ${port} .* in use`) })
})

test('a free port is accepted', async (t) => {
  const port = await freePort()
  t.is(await requirePort(port), port)
})

test('a number that is no port is refused', async (t) => {
  for (const port of [0, -1, 65536, 1.5, NaN]) await t.throwsAsync(requirePort(port), { code: 'bad-option' })
})
