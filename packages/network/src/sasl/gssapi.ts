// GSSAPI (Kerberos V5, RFC 4752) over a security context that somebody else brings: the package `kerberos`, or any other binding.
import { encodeUtf8 } from '@odradek/bytes'
import { AuthenticationError } from '@odradek/protocol'

import type { SaslContext, SaslMechanism } from './sasl-mechanism.ts'

/** A GSS-API security context (RFC 2743) as an initiator has it. */
export interface GssContext {
  /** Takes the acceptor's token (empty at first), gives the next one for it; empty or undefined where there is nothing to say. */
  step(token: Uint8Array): Promise<Uint8Array | undefined> | Uint8Array | undefined
  /** Whether the context is established. */
  readonly isComplete: boolean
  unwrap(token: Uint8Array): Promise<Uint8Array> | Uint8Array
  wrap(data: Uint8Array): Promise<Uint8Array> | Uint8Array
}

/** What GSSAPI is told. */
export interface GssapiOptions {
  /** Begins a context for a service at a host: `kafka@broker-1.example`. */
  readonly initiate: (service: string, context: SaslContext) => Promise<GssContext> | GssContext
  /** The service's name in the brokers' principals (sasl.kerberos.service.name). @default 'kafka' */
  readonly serviceName?: string
  /** As whom to be known, where that is not the principal itself. @default '' */
  readonly authorizationId?: string
}

const NOTHING = new Uint8Array(0)
const NO_SECURITY_LAYER = 1

/** The mechanism GSSAPI, for the option `saslMechanism`. */
export function gssapiMechanism({
  initiate,
  serviceName = 'kafka',
  authorizationId = '',
}: GssapiOptions): SaslMechanism {
  return {
    name: 'GSSAPI',
    async *authenticate(context) {
      const gss = await initiate(`${serviceName}@${context.host}`, context)
      let challenge = yield (await gss.step(NOTHING)) ?? NOTHING
      while (!gss.isComplete) challenge = yield (await gss.step(challenge)) ?? NOTHING
      const offer = await gss.unwrap(challenge)
      if (offer.length !== 4 || (offer[0]! & NO_SECURITY_LAYER) === 0) {
        throw new AuthenticationError('the broker wants a GSSAPI security layer, which Kafka does not have', {
          reason: 'mechanism',
        })
      }
      yield await gss.wrap(new Uint8Array([NO_SECURITY_LAYER, 0, 0, 0, ...encodeUtf8(authorizationId)]))
    },
  }
}
