// What is said of a connection that failed: the address, what happened, and what to look at.
import { DecodeError } from '@odradek/bytes'
import { AuthenticationError, ConnectionError, KafkaError, TimeoutError, UsageError } from '@odradek/protocol'

import type { ConnectionState } from './core/connection-state.ts'
import { tlsError } from './tls/tls-errors.ts'

/** An AuthenticationError among an error and its causes: a key that cannot be read, or a proxy that refuses. */
function authenticationCause(error: Error | undefined): AuthenticationError | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (AuthenticationError.is(cause)) return cause
  return undefined
}

/** Why a stream closed that was in this state. `seemsSasl`: it closed on the first request, as those do that want SASL. */
export function lostError(
  state: ConnectionState,
  address: string,
  cause: Error | undefined,
  usesTls: boolean,
  seemsSasl: boolean,
): KafkaError {
  const refused = authenticationCause(cause) ?? (usesTls ? tlsError(cause, address) : undefined)
  if (refused !== undefined) return refused
  const code = (cause as { code?: string } | undefined)?.code
  const options = { address, ...(cause === undefined ? {} : { cause }) }
  if (state === 'connecting') {
    const reason = code ?? cause?.message ?? 'closed'
    const advice = 'is Kafka running there, and is bootstrapServers right?'
    return new ConnectionError(`no broker answers at ${address} (${reason}): ${advice}`, options)
  }
  const why = code ? ` (${code})` : ''
  if (state === 'checking-versions') {
    const advice = `does it expect ${usesTls ? 'a client certificate' : 'TLS'} or SASL, or is it something other than Kafka?`
    return new ConnectionError(`${address} closed the connection before it answered${why}: ${advice}`, options)
  }
  if (seemsSasl) {
    const advice = `does it expect SASL (securityProtocol ${usesTls ? 'SASL_SSL' : 'SASL_PLAINTEXT'})?`
    return new ConnectionError(`${address} closed the connection on the first request${why}: ${advice}`, options)
  }
  return new ConnectionError(`the connection to ${address} was lost${why}`, options)
}

/** The port takes nobody without SASL. */
export function expectsSasl(address: string, mechanisms: readonly string[], usesTls: boolean): AuthenticationError {
  const protocol = usesTls ? 'SASL_SSL' : 'SASL_PLAINTEXT'
  const taken = mechanisms.join(', ').slice(0, 200)
  const text = `the port ${address} expects SASL (${taken}): set securityProtocol to ${protocol}, saslMechanism and the credentials`
  return new AuthenticationError(text, { reason: 'expects-sasl' })
}

/** A broker before Kafka 1.0 tells no reason: it closes the connection. */
export function closedOnTokenError(address: string, mechanism: string): AuthenticationError {
  return new AuthenticationError(`${address} closed the connection on the ${mechanism} credentials: are they right?`)
}

/** The error of an answer that did not come in time. */
export function lateError(address: string, api: string, timeoutMs: number): TimeoutError {
  return new TimeoutError(
    `${address} did not answer ${api} in ${timeoutMs} ms: is the broker overloaded, or the network between?`,
  )
}

/** An answer was wrong: nothing that follows on the connection can be trusted. */
export function protocolError(address: string, what: string, cause: unknown): ConnectionError {
  const text = `the connection to ${address} was closed because its answer was wrong: ${what}`
  return new ConnectionError(text, { address, cause })
}

/** What is wrong with an answer, said of this broker; undefined where the error is not about the answer. */
export function answerError(address: string, error: unknown): KafkaError | undefined {
  if (AuthenticationError.is(error)) return error
  if (error instanceof DecodeError || error instanceof ConnectionError)
    return protocolError(address, error.message, error)
  return undefined
}

/** The error of a request that could not be written. */
export function unsendableError(api: string, version: number, cause: unknown): KafkaError {
  if (KafkaError.is(cause)) return cause
  const text = cause instanceof Error ? cause.message : String(cause)
  return new UsageError(`${api} version ${version} cannot carry this request: ${text}`, { cause })
}

/** What a request that waits for its answer hears of the end of its connection: it may be tried again elsewhere, whatever became of us here. */
export function inFlightError(error: KafkaError | undefined, address: string): KafkaError {
  if (error === undefined) return new ConnectionError(`the connection to ${address} was closed`, { address })
  if (!AuthenticationError.is(error)) return error
  return new ConnectionError(`the connection to ${address} was lost: ${error.message}`, { address, cause: error })
}

/** Whether the first bytes of a stream are those of TLS: an alert, by which TLS says that it was not spoken to in TLS. */
export function looksLikeTls(bytes: Uint8Array): boolean {
  return bytes[0] === 0x15 && (bytes[1] === undefined || bytes[1] === 3)
}

/** Whether a TLS handshake ended without a word of the other side: perhaps it does not speak TLS. */
export function endedHandshakeUnanswered(error: Error | undefined): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { duringTlsHandshake, hasAnswered } = cause as { duringTlsHandshake?: boolean; hasAnswered?: boolean }
    if (duringTlsHandshake) return hasAnswered !== true
  }
  return false
}
