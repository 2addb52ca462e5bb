import type { AdminEvent } from './admin-events.ts'

/** Where an admin client writes what its operator should know: `console`, pino and winston fit. */
export interface AdminLogger {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** Says an event in words. Whoever called hears of a failure too, so it is no more than a warning. */
export function logEvent(logger: AdminLogger, event: AdminEvent): void {
  if (event.type === 'retried') logger.warn(`${event.call} asks again: ${event.error.message}`)
  else if (event.type === 'call-failed') logger.warn(`${event.call} failed: ${event.error?.message ?? ''}`)
  else if (event.type === 'call-succeeded') logger.debug(`${event.call} took ${Math.round(event.durationMs)} ms`)
}
