// Leads a connection through SASL: SaslHandshake, then what the mechanism says, as SaslAuthenticate requests, or bare where the broker is older
// than Kafka 1.0 (KIP-43, KIP-152). The same again while the connection is in use (KIP-368).
import {
  type Api,
  AuthenticationError,
  ErrorCode,
  errorName,
  KafkaError,
  type MessageInput,
  UnsupportedVersionError,
} from '@odradek/protocol'
import { saslAuthenticateApi } from '@odradek/protocol/apis/sasl-authenticate'
import { saslHandshakeApi } from '@odradek/protocol/apis/sasl-handshake'

import type { BrokerVersions } from '../core/version-negotiation.ts'
import { redacted } from './redacted.ts'
import type { SaslContext, SaslMechanism } from './sasl-mechanism.ts'

const NOTHING = new Uint8Array(0)
const DETAIL_LENGTH = 300

/** How frames travel on the connection. */
export interface SaslChannel {
  readonly versions: BrokerVersions
  /** `host:port`, for errors. */
  readonly address: string
  ask<Req, Res>(api: Api<Req, Res>, version: number, request: MessageInput<Req>): Promise<Res>
  /** A token without a header, as Kafka 0.10 and 0.11 have it. */
  askBare(token: Uint8Array): Promise<Uint8Array>
}

/** What came of it. */
export interface SaslOutcome {
  /** After so many milliseconds the broker wants to see credentials again; 0: never. */
  readonly sessionLifetimeMs: number
}

/** Authenticates. Rejects with AuthenticationError (the broker or the mechanism refuses), or with what `channel` rejects with. */
export async function authenticate(
  mechanism: SaslMechanism,
  channel: SaslChannel,
  context: Omit<SaslContext, 'keepSecret'>,
): Promise<SaslOutcome> {
  const secrets = new Set<string>()
  try {
    return await exchangeTokens(mechanism, channel, { ...context, keepSecret: (secret) => secrets.add(secret) })
  } catch (error) {
    throw asKafkaError(error, mechanism, channel, secrets)
  }
}

async function exchangeTokens(
  mechanism: SaslMechanism,
  channel: SaslChannel,
  context: SaslContext,
): Promise<SaslOutcome> {
  const send = await shakeHands(mechanism.name, channel)
  const exchange = mechanism.authenticate(context)
  let sessionLifetimeMs = 0
  let step = await exchange.next(NOTHING)
  while (!step.done) {
    let answer: Answer
    try {
      answer = await send(step.value)
    } catch (error) {
      // The mechanism may know more of it: that a token has expired, say.
      step = await exchange.throw(error)
      continue
    }
    sessionLifetimeMs = answer.sessionLifetimeMs
    step = await exchange.next(answer.token)
  }
  return { sessionLifetimeMs }
}

interface Answer {
  readonly token: Uint8Array
  readonly sessionLifetimeMs: number
}

/** Agrees on the mechanism; returns how tokens are sent from now on. */
async function shakeHands(mechanism: string, channel: SaslChannel): Promise<(token: Uint8Array) => Promise<Answer>> {
  const { versions, address } = channel
  const handshake = versions.get(saslHandshakeApi.key)
  if (handshake === undefined) {
    const text = `the broker at ${address} has no SaslHandshake: SASL ${mechanism} needs Kafka 0.10 or newer`
    throw new UnsupportedVersionError(text, { api: 'SaslHandshake' })
  }
  const authenticateRange = versions.get(saslAuthenticateApi.key)
  // Only Kafka 1.0 and newer take tokens in requests, and say so by version 1 of the handshake.
  const inRequests = handshake.max >= 1 && authenticateRange !== undefined
  const { errorCode, mechanisms } = await channel.ask(saslHandshakeApi, inRequests ? 1 : 0, { mechanism })
  if (errorCode === ErrorCode.UNSUPPORTED_SASL_MECHANISM) {
    const text = `the broker at ${address} does not take the SASL mechanism ${mechanism}; it takes ${mechanisms.join(', ')}`
    throw new AuthenticationError(text.slice(0, DETAIL_LENGTH), { reason: 'mechanism' })
  }
  if (errorCode === ErrorCode.ILLEGAL_SASL_STATE) {
    const text = `the port ${address} does not expect SASL: set securityProtocol to PLAINTEXT or SSL, or choose another port`
    throw new AuthenticationError(text, { reason: 'expects-no-sasl' })
  }
  if (errorCode !== ErrorCode.NONE) {
    throw new AuthenticationError(`the broker at ${address} answers SaslHandshake with ${errorName(errorCode)}`)
  }
  if (!inRequests) return async (token) => ({ token: await channel.askBare(token), sessionLifetimeMs: 0 })
  const version = Math.min(authenticateRange.max, saslAuthenticateApi.latestStableVersion)
  return (token) => sendToken(token, version, mechanism, channel)
}

async function sendToken(token: Uint8Array, version: number, mechanism: string, channel: SaslChannel): Promise<Answer> {
  const response = await channel.ask(saslAuthenticateApi, version, { authBytes: token })
  const { errorCode, errorMessage, authBytes, sessionLifetimeMs } = response
  if (errorCode === ErrorCode.NONE) return { token: authBytes, sessionLifetimeMs: Number(sessionLifetimeMs) }
  const detail = errorMessage === null || errorMessage === '' ? errorName(errorCode) : errorMessage
  const text = `the broker at ${channel.address} refuses the ${mechanism} credentials: ${detail.slice(0, DETAIL_LENGTH)}`
  throw new AuthenticationError(text)
}

function asKafkaError(
  error: unknown,
  { name }: SaslMechanism,
  { address }: SaslChannel,
  secrets: ReadonlySet<string>,
): KafkaError {
  if (AuthenticationError.is(error)) {
    const text = error.message.includes(address) ? error.message : `${address}: ${error.message}`
    const { reason, retriable } = error
    // The cause of a mechanism's own error is its own; one that a broker's text went into is left out.
    const cause = AuthenticationError.is(error.cause) ? undefined : error.cause
    return new AuthenticationError(redacted(text, secrets), { reason, retriable, ...(cause ? { cause } : {}) })
  }
  if (KafkaError.is(error)) return error
  const text = `SASL ${name} with ${address} failed: ${error instanceof Error ? error.message : String(error)}`
  return new AuthenticationError(redacted(text, secrets), { reason: 'configuration' })
}
