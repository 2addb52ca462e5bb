import type { Duplex } from 'node:stream'
import type { ConnectionOptions } from 'node:tls'

/** A TCP address: a host name or IP, and a port. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** What a byte stream tells its owner. Calls never come before the function that made the stream has returned. */
export interface StreamEvents {
  /** The stream is open (connecting side only). Called once, before any data. */
  onOpen?(): void
  /** Bytes came in. They may be views on a buffer that is not used again. */
  onData(bytes: Uint8Array): void
  /** Where the next bytes are to be written, for a stream that can: `onData` then has a view on that. Asked again after each `onData`. */
  readTarget?(): Uint8Array
  /** `pendingBytes` fell back to zero. */
  onDrain?(): void
  /** The stream is gone, for good. Called exactly once, also after `destroy`; `error` says why, where something went wrong. */
  onClose(error?: Error): void
}

/** One open (or opening) byte stream. */
export interface ByteStream {
  /** Sends bytes, in order. The caller may write over them once `pendingBytes` is 0, and not before. After close it does nothing. */
  write(bytes: Uint8Array): void
  /** As `write` with each of them in turn, but in one go. Left out where that is no gain: then the owner joins them. */
  writeAll?(chunks: readonly Uint8Array[]): void
  /** How many written bytes have not been handed to the system yet: the measure for back-pressure. */
  readonly pendingBytes: number
  /** Stops `onData` until `resume`: back-pressure on the sender. */
  pause(): void
  resume(): void
  /** Sends what is pending, then closes. */
  end(): void
  /** Closes at once. */
  destroy(): void
}

/** An open port. */
export interface Listener {
  readonly address: Address
  /** Takes no more streams; those that are open stay. */
  close(): Promise<void>
}

/** Makes a byte stream to an address that is connected when it is given: in place of TCP. `signal` is aborted when nobody waits for it any more. */
export type SocketFactory = (address: Address, signal: AbortSignal) => Duplex | Promise<Duplex>

/** What a stream is made of, where that is more than TCP. */
export interface ConnectOptions {
  /** The stream below: a proxy's, a tunnel's. */
  readonly socketFactory?: SocketFactory | undefined
  /** TLS above it: what `node:tls` is told, asked anew for each stream. */
  readonly tls?: ((address: Address) => Promise<ConnectionOptions>) | undefined
}

/** How bytes travel: TCP, TLS, or memory in tests. */
export interface Transport {
  /** Whether `connect` takes options. @default false */
  readonly takesOptions?: boolean
  /** Whether ports and the streams that come in by them let the process end. @default false */
  readonly isBackground?: boolean
  /** The canonical names of all hosts behind an address, for `clientDnsLookup`. Rejects where it is not known. Left out where there are no names. */
  canonicalAddresses?(address: Address): Promise<readonly Address[]>
  /** Begins to open a stream; `onOpen` or `onClose` follows. Time-outs are the caller's: it calls `destroy`. */
  connect(address: Address, events: StreamEvents, options?: ConnectOptions): ByteStream
  /** Opens a port (0: any free one). Rejects where it is taken. */
  listen(address: Address, onStream: (stream: ByteStream, remote: Address) => StreamEvents): Promise<Listener>
}
