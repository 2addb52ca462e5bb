import { createServer, type Server } from 'node:net'

import { addressedError } from './addressed-error.ts'
import { canonicalAddresses } from './canonical-addresses.ts'
import { connectTcp } from './connect-tcp.ts'
import { NodeConnectStream } from './node-connect-stream.ts'
import { TcpStream } from './tcp-stream.ts'
import type { Address, ByteStream, ConnectOptions, Listener, StreamEvents, Transport } from './transport.ts'

/** TCP by `node:net`, without Nagle's delay and with keep-alive. Errors say the address and what the system said. */
export const nodeTcp: Transport = {
  takesOptions: true,
  connect,
  canonicalAddresses: (address) => canonicalAddresses(address),
  listen: (address, onStream) => listen(address, onStream, false),
}

/** The same, but ports and the streams that come in by them do not keep the process alive. */
export const backgroundTcp: Transport = {
  takesOptions: true,
  isBackground: true,
  connect,
  canonicalAddresses: (address) => canonicalAddresses(address),
  listen: (address, onStream) => listen(address, onStream, true),
}

function connect(address: Address, events: StreamEvents, options: ConnectOptions = {}): ByteStream {
  if (options.tls !== undefined || options.socketFactory !== undefined)
    return new NodeConnectStream(address, events, options)
  // Bytes are read where the owner wants them: without this Node makes a buffer of 64 KiB for each read.
  const onread = {
    buffer: () => events.readTarget!(),
    callback: (count: number, buffer: Uint8Array): boolean => stream.onRead(buffer.subarray(0, count)),
  }
  const socket = connectTcp(address, events.readTarget === undefined ? {} : { onread })
  socket.once('connect', () => events.onOpen?.())
  const stream: TcpStream = new TcpStream(socket, address, events)
  return stream
}

function listen(
  address: Address,
  onStream: (stream: ByteStream, remote: Address) => StreamEvents,
  isBackground: boolean,
): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
      if (isBackground) socket.unref()
      const remote = { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }
      const stream = new TcpStream(socket, remote, undefined)
      stream.events = onStream(stream, remote)
    })
    const onError = (error: Error) => reject(addressedError('cannot listen at', address, error))
    server.once('error', onError)
    server.listen({ host: address.host, port: address.port }, () => {
      server.off('error', onError)
      // An accept that fails (too many open files) is the one connection's loss: the port stays open.
      server.on('error', () => undefined)
      if (isBackground) server.unref()
      resolve(new TcpListener(server, address.host))
    })
  })
}

class TcpListener implements Listener {
  readonly address: Address
  readonly #server: Server

  constructor(server: Server, host: string) {
    const bound = server.address()
    this.#server = server
    this.address = { host, port: typeof bound === 'object' && bound !== null ? bound.port : 0 }
  }

  close(): Promise<void> {
    // Node's close() calls back only when the open streams are gone too; the port itself is free as soon as it was called.
    this.#server.close()
    return Promise.resolve()
  }
}
