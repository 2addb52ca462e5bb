import { createServer, connect, type LookupFunction, type Socket } from 'node:net'

import { nodeTcp } from '@odradek/network'
import { AuthenticationError, UsageError } from '@odradek/protocol'
import test, { type ExecutionContext } from 'ava'

import { connectTcp } from '../../src/transport/connect-tcp.ts'
import { proxySocketFactory } from '../../src/transport/proxy.ts'
import type { Address } from '../../src/transport/transport.ts'

async function listen(t: ExecutionContext, onSocket: (socket: Socket) => void, host = '127.0.0.1'): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onSocket(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as { port: number }).port
}

const echo = (t: ExecutionContext) => listen(t, (socket) => socket.pipe(socket))

/** What a stream over the proxy brings back of what is written; its error where there is one. */
function echoed(proxy: string, address: Address, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const stream = nodeTcp.connect(
      address,
      {
        onOpen: () => stream.write(Buffer.from(text)),
        onData: (bytes) => {
          received += Buffer.from(bytes).toString('utf8')
          if (received.length < text.length) return
          stream.destroy()
          resolve(received)
        },
        onClose: (error) => reject(error ?? new Error('closed')),
      },
      { socketFactory: proxySocketFactory(proxy) },
    )
  })
}

/** An HTTP proxy that knows CONNECT, in which the name `kafka.internal` is this machine. */
const httpProxy = (t: ExecutionContext, credentials?: string) =>
  listen(t, (socket) =>
    socket.once('data', (bytes: Buffer) => {
      const head = bytes.toString('latin1')
      const [, host, port] = /^CONNECT ([^:]+):(\d+) HTTP\/1\.1\r\n/.exec(head) ?? []
      const wanted = credentials === undefined ? '' : `Basic ${Buffer.from(credentials).toString('base64')}`
      if (credentials !== undefined && !head.includes(`Proxy-Authorization: ${wanted}\r\n`)) {
        return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      }
      if (host !== 'kafka.internal') return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      const target = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n')
        socket.pipe(target).pipe(socket)
      })
      target.on('error', () => socket.destroy())
    }),
  )

/** A SOCKS 5 proxy, which reads what it needs byte by byte. */
const socksProxy = (t: ExecutionContext, credentials?: string) =>
  listen(t, (socket) => {
    let held = Buffer.alloc(0)
    let step = 0
    const onData = (bytes: Buffer) => {
      held = Buffer.concat([held, bytes])
      if (step === 0 && held.length >= 2 && held.length >= 2 + held[1]!) {
        const offers = held.subarray(2, 2 + held[1]!)
        held = held.subarray(2 + held[1]!)
        const method = credentials === undefined ? 0 : offers.includes(2) ? 2 : 255
        socket.write(Buffer.from([5, method]))
        step = method === 2 ? 1 : 2
      } else if (step === 1 && held.length > 2) {
        const user = held.subarray(2, 2 + held[1]!).toString()
        const password = held.subarray(3 + held[1]!).toString()
        held = Buffer.alloc(0)
        socket.write(Buffer.from([1, `${user}:${password}` === credentials ? 0 : 1]))
        step = 2
      } else if (step === 2 && held.length > 6) {
        socket.off('data', onData)
        const host = held.subarray(5, 5 + held[4]!).toString()
        const port = held.readUInt16BE(5 + held[4]!)
        if (host !== 'kafka.internal') return void socket.end(Buffer.from([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]))
        const target = connect(port, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 80]))
          socket.pipe(target).pipe(socket)
        })
        target.on('error', () => socket.destroy())
      }
    }
    socket.on('data', onData)
  })

for (const [scheme, start] of [
  ['http', httpProxy],
  ['socks5', socksProxy],
] as const) {
  test(`${scheme}: bytes go through the proxy, which looks up the name`, async (t) => {
    const address = { host: 'kafka.internal', port: await echo(t) }
    t.is(await echoed(`${scheme}://127.0.0.1:${await start(t)}`, address, 'hello'), 'hello')
    const withPassword = await start(t, 'me:p@ss')
    t.is(await echoed(`${scheme}://me:p%40ss@127.0.0.1:${withPassword}`, address, 'hello'), 'hello')
  })

  test(`${scheme}: a wrong password is an error of its own, without the password`, async (t) => {
    const port = await start(t, 'me:right')
    for (const user of ['me:wr0ng@', '']) {
      const error = await t.throwsAsync(
        echoed(`${scheme}://${user}127.0.0.1:${port}`, { host: 'kafka.internal', port: 1 }, 'x'),
      )
      t.true(AuthenticationError.is((error as Error).cause), error.message)
      t.false(error.message.includes('wr0ng'))
    }
  })

  test(`${scheme}: a host that the proxy does not reach is named, and so is a proxy that is not there`, async (t) => {
    const port = await start(t)
    const unreachable = echoed(`${scheme}://127.0.0.1:${port}`, { host: 'nowhere.internal', port: 9 }, 'x')
    await t.throwsAsync(unreachable, { message: /the proxy 127\.0\.0\.1:\d+ does not connect to nowhere\.internal:9/ })
    const gone = echoed(`${scheme}://127.0.0.1:1`, { host: 'a', port: 9 }, 'x')
    await t.throwsAsync(gone, { message: /no connection to the proxy 127\.0\.0\.1:1: .*ECONNREFUSED/ })
    const babbler = await listen(t, (socket) => socket.end('SSH-2.0-OpenSSH_9\r\n\r\n'))
    await t.throwsAsync(echoed(`${scheme}://127.0.0.1:${babbler}`, { host: 'a', port: 9 }, 'x'), {
      message: /does not speak/,
    })
  })
}

test('a proxy must be a URL of a kind that is known; the error does not show it', (t) => {
  for (const url of ['proxy:8080', 'ftp://me:s3cret@proxy', 'socks4://proxy', '']) {
    const error = t.throws(() => proxySocketFactory(url), { instanceOf: UsageError })
    t.false(error!.message.includes('s3cret'))
  }
})

test('all addresses of a name are tried, and a name is looked up for each connection', async (t) => {
  const port = await listen(t, (socket) => socket.end('here'), '127.0.0.3')
  let lookups = 0
  const lookup = ((_host: string, _options: object, done: (error: null, addresses: object[]) => void) => {
    lookups++
    done(
      null,
      ['127.0.0.1', '127.0.0.2', '127.0.0.3'].map((address) => ({ address, family: 4 })),
    )
  }) as unknown as LookupFunction
  for (let round = 1; round <= 2; round++) {
    const socket = connectTcp({ host: 'broker.example', port }, { lookup })
    const received = await new Promise((resolve, reject) =>
      socket.once('data', (bytes) => resolve(String(bytes))).once('error', reject),
    )
    t.is(received, 'here')
    t.is(lookups, round)
    socket.destroy()
  }
})
