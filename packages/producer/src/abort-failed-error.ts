import { sayThrown } from '@odradek/network/internal'
import { FencedError, KafkaError, TimeoutError } from '@odradek/protocol'

/**
 * The error of a transaction that could not be aborted, of the class that says what can be done now. Its `cause` is why it was to be aborted.
 */
export function abortFailedError(abortError: unknown, why: unknown): KafkaError {
  const text = `the transaction could not be aborted: ${messageOf(abortError)}; it was to be aborted because of: ${messageOf(why)}`
  const options = { cause: why }
  if (FencedError.is(abortError)) return new FencedError(text, options)
  if (TimeoutError.is(abortError)) return new TimeoutError(text, options)
  return new KafkaError(text, options)
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : sayThrown(thrown)
}
