// Finds out what a port speaks that closed a connection without a word: a client that speaks plaintext to a TLS port, or the other way round, is
// told so at once in place of trying for minutes.
import { FrameSplitter, decodeResponseFrame, encodeRequestFrame } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'

import type { Clock } from './clock.ts'
import type { ConnectionSecurity } from './connection-security.ts'
import type { Address, ByteStream, ConnectOptions, Transport } from './transport/transport.ts'

/** What a probe takes from its connection's options. */
export interface ProbeOptions {
  readonly transport: Transport
  readonly clock: Clock
  readonly security: ConnectionSecurity
}

const PROBE_TIMEOUT_MS = 3000
const MOST_BYTES = 65_536
const TLS_ALERT = /^(ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/

/** Whether the port speaks TLS, or Kafka without TLS. Never rejects; what gives no answer is taken for no. */
export function probePort(what: 'tls' | 'plaintext', address: Address, options: ProbeOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const splitter = new FrameSplitter(MOST_BYTES)
    const timer = options.clock.setTimer(PROBE_TIMEOUT_MS, () => end(false))
    const held: { stream?: ByteStream } = {}
    const end = (isSo: boolean) => {
      timer.cancel()
      held.stream?.destroy()
      resolve(isSo)
    }
    const events = {
      onOpen: () => {
        if (what === 'tls') end(true)
        else held.stream?.write(encodeRequestFrame(apiVersionsApi, 0, 0, 'probe', {}))
      },
      onData: (bytes: Uint8Array) => {
        const answer = what === 'plaintext' ? isKafkaAnswer(splitter, bytes) : false
        if (answer !== undefined) end(answer)
      },
      onClose: (error?: Error) => end(what === 'tls' && TLS_ALERT.test((error as { code?: string })?.code ?? '')),
    }
    const { socketFactory } = options.security.connectOptions ?? {}
    // Nothing but that it is TLS is to be known: nothing is sent over it.
    const tls: ConnectOptions['tls'] = ({ host }) => Promise.resolve({ host, rejectUnauthorized: false })
    held.stream = options.transport.connect(
      address,
      events,
      what === 'tls' ? { socketFactory, tls } : { socketFactory },
    )
  })
}

/** Undefined while the answer is not whole. */
function isKafkaAnswer(splitter: FrameSplitter, bytes: Uint8Array): boolean | undefined {
  try {
    const [frame] = splitter.push(bytes)
    if (frame === undefined) return undefined
    decodeResponseFrame(apiVersionsApi as never, 0, frame)
    return true
  } catch {
    return false
  }
}
