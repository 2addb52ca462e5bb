import type { ProducerEvent } from './core/producer-events.ts'

/** Where a producer writes what its operator should know: `console`, pino and winston fit. */
export interface ProducerLogger {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** Says an event in words: retries are warnings, records that are lost errors, the rest is for those who look closely. */
export function logEvent(logger: ProducerLogger, event: ProducerEvent): void {
  if (event.type === 'request-answered') return
  if (event.type === 'records-failed') {
    logger.error(`${event.records} records for topic ${event.topic} were not sent: ${event.error.message}`)
    return
  }
  const what = `${event.records} records for ${event.topic}-${event.partition}`
  if (event.type === 'batch-retried') logger.warn(`${what} are sent again: ${event.error.message}`)
  else if (event.type === 'batch-failed') logger.error(`${what} were not acknowledged: ${event.error.message}`)
  else if (event.type === 'batch-split') logger.info(`a batch of ${what} was too large for the broker and is split`)
}
