// Finds out what a port wants that closed a connection without a word: a client that speaks plaintext to a TLS port, the other way round, or without
// SASL to a port that wants it, is told so at once in place of trying for minutes.
import {
  type AuthenticationError,
  decodeResponseFrame,
  encodeRequestFrame,
  ErrorCode,
  FrameSplitter,
} from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { saslHandshakeApi } from '@odradek/protocol/apis/sasl-handshake'
import type { SaslHandshakeResponse } from '@odradek/protocol/messages/sasl-handshake-response'

import { formatAddress } from './bootstrap-servers.ts'
import type { PortSuspicion } from './broker-connection-options.ts'
import type { Clock } from './clock.ts'
import { expectsSasl } from './connection-errors.ts'
import type { ConnectionSecurity } from './connection-security.ts'
import { expectsPlaintext, expectsTls } from './tls/tls-errors.ts'
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

/** The error to tell where the port wants what it is suspected of; undefined where it does not, or gives no answer. Never rejects. */
export function probePort(
  what: PortSuspicion,
  address: Address,
  options: ProbeOptions,
): Promise<AuthenticationError | undefined> {
  return new Promise((resolve) => {
    const splitter = new FrameSplitter(MOST_BYTES)
    const where = formatAddress(address)
    const timer = options.clock.setTimer(PROBE_TIMEOUT_MS, () => end(undefined))
    const held: { stream?: ByteStream } = {}
    const end = (refusal: AuthenticationError | undefined) => {
      timer.cancel()
      held.stream?.destroy()
      resolve(refusal)
    }
    const events = {
      onOpen: () => {
        if (what === 'tls') end(expectsTls(where))
        else held.stream?.write(probeFrame(what))
      },
      onData: (bytes: Uint8Array) => {
        if (what === 'tls') return end(undefined)
        try {
          const [frame] = splitter.push(bytes)
          if (frame !== undefined) end(readAnswer(what, frame, where, options.security.usesTls))
        } catch {
          end(undefined)
        }
      },
      onClose: (error?: Error) => {
        const isTls = what === 'tls' && TLS_ALERT.test((error as { code?: string })?.code ?? '')
        end(isTls ? expectsTls(where) : undefined)
      },
    }
    held.stream = options.transport.connect(address, events, connectOptions(what, options.security))
  })
}

function connectOptions(what: PortSuspicion, { connectOptions: own = {} }: ConnectionSecurity): ConnectOptions {
  if (what === 'sasl') return own
  const { socketFactory } = own
  // Nothing but that it is TLS is to be known: nothing is sent over it.
  const tls: ConnectOptions['tls'] = ({ host }) => Promise.resolve({ host, rejectUnauthorized: false })
  return what === 'tls' ? { socketFactory, tls } : { socketFactory }
}

/** A question that the port answers where the suspicion is right. */
function probeFrame(what: 'plaintext' | 'sasl'): Uint8Array {
  // No mechanism has this name: the answer tells those that the port takes.
  if (what === 'sasl') return encodeRequestFrame(saslHandshakeApi, 1, 0, 'probe', { mechanism: 'NONE' })
  return encodeRequestFrame(apiVersionsApi, 0, 0, 'probe', {})
}

/** Throws where the answer is none of Kafka. */
function readAnswer(
  what: 'plaintext' | 'sasl',
  frame: Uint8Array,
  where: string,
  usesTls: boolean,
): AuthenticationError | undefined {
  if (what === 'plaintext') {
    decodeResponseFrame(apiVersionsApi as never, 0, frame)
    return expectsPlaintext(where)
  }
  const { response } = decodeResponseFrame<SaslHandshakeResponse>(saslHandshakeApi as never, 1, frame)
  const { errorCode, mechanisms } = response
  // A port without SASL answers ILLEGAL_SASL_STATE.
  return errorCode === ErrorCode.UNSUPPORTED_SASL_MECHANISM ? expectsSasl(where, mechanisms, usesTls) : undefined
}
