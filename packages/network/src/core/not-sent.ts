import type { KafkaError } from '@odradek/protocol'

/** Marks the error of a request of which no byte was written, and returns it. */
export function markNotSent<E extends KafkaError>(error: E): E {
  return Object.assign(error, { notSent: true })
}

/** Whether the request that failed with this error was never written: the broker cannot have acted on it. */
export function wasNotSent(error: KafkaError): boolean {
  return (error as { notSent?: boolean }).notSent === true
}
