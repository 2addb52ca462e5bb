import { once } from 'node:events'
import { createServer } from 'node:net'

import test from 'ava'

import {
  type Address,
  type ByteStream,
  MemoryNetwork,
  nodeTcp,
  type StreamEvents,
  type Transport,
} from '@odradek/network'

/** One end of a stream, with promises for what happens to it. */
class Peer implements StreamEvents {
  stream!: ByteStream
  received: number[] = []
  calls: string[] = []
  readonly opened: Promise<void>
  readonly closed: Promise<Error | undefined>
  onOpen!: () => void
  onClose!: (error?: Error) => void
  #onData = () => {}

  constructor() {
    this.opened = new Promise((resolve) => (this.onOpen = () => (this.calls.push('open'), resolve())))
    this.closed = new Promise((resolve) => (this.onClose = (error) => (this.calls.push('close'), resolve(error))))
  }

  onData(bytes: Uint8Array): void {
    this.received.push(...bytes)
    this.#onData()
  }

  async receive(count: number): Promise<number[]> {
    while (this.received.length < count) await new Promise<void>((resolve) => (this.#onData = resolve))
    return this.received
  }
}

/** Connects two peers over a port of its own. */
async function connect(transport: Transport, host: string) {
  const [near, far] = [new Peer(), new Peer()]
  let onAccepted!: () => void
  const accepted = new Promise<void>((resolve) => (onAccepted = resolve))
  const listener = await transport.listen({ host, port: 0 }, (stream) => {
    far.stream = stream
    onAccepted()
    return far
  })
  near.stream = transport.connect({ host, port: listener.address.port }, near)
  await Promise.all([near.opened, accepted])
  return { near, far, listener }
}

/** TCP whose connecting side has its bytes read to where it says: a few at a time, into the same place again. */
const target = new Uint8Array(7)
const readingToTarget: Transport = {
  ...nodeTcp,
  connect: (address, events, options) =>
    nodeTcp.connect(address, Object.assign(events, { readTarget: () => target }), options),
}

for (const [name, makeTransport, host] of [
  ['nodeTcp', () => nodeTcp, '127.0.0.1'],
  ['nodeTcp, read to a target', () => readingToTarget, '127.0.0.1'],
  ['MemoryNetwork', () => new MemoryNetwork(), 'a-host'],
  ['MemoryNetwork in small pieces', () => new MemoryNetwork({ pieceSize: 3 }), 'a-host'],
] as const) {
  test(`${name}: a buffer whose bytes are no longer pending can be written over`, async (t) => {
    const { near, far, listener } = await connect(makeTransport(), host)
    const buffer = new Uint8Array([1, 2, 3, 4, 5])
    near.stream.write(buffer)
    t.is(near.stream.pendingBytes, 0)
    buffer.fill(9)
    near.stream.write(buffer)
    t.deepEqual(await far.receive(10), [1, 2, 3, 4, 5, 9, 9, 9, 9, 9])
    near.stream.end()
    await listener.close()
  })

  test(`${name}: bytes arrive whole and in order, both ways`, async (t) => {
    const { near, far, listener } = await connect(makeTransport(), host)
    near.stream.write(Uint8Array.of(1, 2, 3, 4, 5))
    near.stream.write(Uint8Array.of(6))
    t.deepEqual(await far.receive(6), [1, 2, 3, 4, 5, 6])
    far.stream.write(Uint8Array.of(7, 8))
    t.deepEqual(await near.receive(2), [7, 8])
    near.stream.destroy()
    await Promise.all([near.closed, far.closed])
    await listener.close()
  })

  test(`${name}: nothing is called before connect has returned, and open comes before data`, async (t) => {
    const transport = makeTransport()
    const near = new Peer()
    const listener = await transport.listen({ host, port: 0 }, (stream) => {
      stream.write(Uint8Array.of(1))
      return new Peer()
    })
    near.stream = transport.connect({ host, port: listener.address.port }, near)
    t.deepEqual(near.calls, [])
    await near.receive(1)
    t.deepEqual(near.calls, ['open'])
    near.stream.destroy()
    await near.closed
    await listener.close()
  })

  test(`${name}: end sends what is pending, then both sides close without an error, once`, async (t) => {
    const { near, far, listener } = await connect(makeTransport(), host)
    near.stream.write(new Uint8Array(1000).fill(9))
    near.stream.end()
    t.is((await far.receive(1000)).length, 1000)
    t.is(await far.closed, undefined)
    t.is(await near.closed, undefined)
    near.stream.destroy()
    near.stream.write(Uint8Array.of(1))
    await new Promise((resolve) => setImmediate(resolve))
    t.deepEqual(near.calls, ['open', 'close'])
    t.deepEqual(far.calls, ['close'])
    await listener.close()
  })

  test(`${name}: destroy closes at once, and tells its own side too`, async (t) => {
    const { near, far, listener } = await connect(makeTransport(), host)
    far.stream.destroy()
    t.is(await far.closed, undefined)
    await near.closed
    await listener.close()
    t.pass()
  })

  test(`${name}: a paused reader holds the writer up; resume lets it drain`, async (t) => {
    const { near, far, listener } = await connect(makeTransport(), host)
    far.stream.pause()
    const drained = new Promise<void>((resolve) => ((near as StreamEvents).onDrain = resolve))
    const chunk = new Uint8Array(1 << 20)
    let written = 0
    while (near.stream.pendingBytes === 0 || written < 8 << 20) {
      near.stream.write(chunk)
      written += chunk.length
    }
    t.true(near.stream.pendingBytes > 0)
    let count = 0
    far.onData = (bytes) => void (count += bytes.length)
    far.stream.resume()
    await drained
    t.is(near.stream.pendingBytes, 0)
    near.stream.end()
    await far.closed
    t.is(count, written)
    await listener.close()
  })

  test(`${name}: a port that nobody listens at refuses, with the address and the code in the error`, async (t) => {
    const transport = makeTransport()
    const address: Address = { host, port: await freePort() }
    const near = new Peer()
    near.stream = transport.connect(address, near)
    const error = await near.closed
    t.is((error as { code?: string }).code, 'ECONNREFUSED')
    t.true(error?.message.startsWith(`connection to ${host}:${address.port}: connect ECONNREFUSED`))
    t.deepEqual(near.calls, ['close'])
  })

  test(`${name}: destroy while connecting closes, without opening`, async (t) => {
    const transport = makeTransport()
    const listener = await transport.listen({ host, port: 0 }, () => new Peer())
    const near = new Peer()
    near.stream = transport.connect(listener.address, near)
    near.stream.destroy()
    await near.closed
    t.deepEqual(near.calls, ['close'])
    await listener.close()
  })

  test(`${name}: a taken port is refused, with the address in the error; a closed one is free`, async (t) => {
    const transport = makeTransport()
    const listener = await transport.listen({ host, port: 0 }, () => new Peer())
    const error = await t.throwsAsync(
      transport.listen(listener.address, () => new Peer()),
      { code: 'EADDRINUSE' },
    )
    t.true(error?.message.startsWith(`cannot listen at ${host}:${listener.address.port}: `))
    await listener.close()
    await (await transport.listen(listener.address, () => new Peer())).close()
  })

  test(`${name}: a listener that closes leaves open streams alone`, async (t) => {
    const { near, far, listener } = await connect(makeTransport(), host)
    await listener.close()
    near.stream.write(Uint8Array.of(1))
    t.deepEqual(await far.receive(1), [1])
    near.stream.destroy()
    await far.closed
  })
}

test('MemoryNetwork: a cut connection tells both sides with an error', async (t) => {
  const network = new MemoryNetwork()
  const { near, far } = await connect(network, 'a-host')
  network.cut()
  t.is(((await near.closed) as { code?: string }).code, 'ECONNRESET')
  t.is(((await far.closed) as { code?: string }).code, 'ECONNRESET')
  t.is(network.connections.length, 0)
})

test('nodeTcp: a host name that does not exist is named in the error', async (t) => {
  const near = new Peer()
  near.stream = nodeTcp.connect({ host: 'no-such-host.invalid', port: 9092 }, near)
  const error = await near.closed
  t.true(error?.message.startsWith('connection to no-such-host.invalid:9092: '), error?.message)
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

test('nodeTcp: bytes in several pieces arrive in their order, also those that are written while bytes are dealt with', async (t) => {
  const { near, far, listener } = await connect(nodeTcp, '127.0.0.1')
  near.stream.writeAll!([Uint8Array.of(1, 2), Uint8Array.of(3), Uint8Array.of(4, 5)])
  t.deepEqual(await far.receive(5), [1, 2, 3, 4, 5])
  near.onData = (bytes) => {
    for (const byte of bytes) near.stream.write(Uint8Array.of(byte + 1))
    near.stream.writeAll!([Uint8Array.of(100), Uint8Array.of(101)])
  }
  far.stream.write(Uint8Array.of(6, 7))
  t.deepEqual((await far.receive(9)).slice(5), [7, 8, 100, 101])
  t.is(near.stream.pendingBytes, 0)
  near.stream.destroy()
  await listener.close()
})
