import { networkOptionTable, type NetworkOptions, type OptionTable } from '@odradek/network'
import { checkLogger, type ResolvedOptions, resolveOptions } from '@odradek/network/internal'

import type { AdminLogger } from './admin-logger.ts'

/** How an admin client is set up. Names, units and defaults are Kafka's; `adminOptionTable` says what each does. */
export interface AdminOptions extends NetworkOptions {
  /** Time limit of a call that names none, in milliseconds, all its tries together. Kafka: default.api.timeout.ms. @default 60000 */
  defaultApiTimeoutMs?: number
  /** How many times a request is sent again after errors that pass. Kafka: retries. @default 2147483647 */
  retries?: number
  /** Is told of brokers that cannot be reached, of retries and of calls that fail: console, pino and winston fit. @default none */
  logger?: AdminLogger
}

const INT_MAX = 0x7fffffff

/** The rows of AdminOptions. */
export const adminOptionTable = {
  ...networkOptionTable,
  connectionsMaxIdleMs: { ...networkOptionTable.connectionsMaxIdleMs, default: 300_000 },
  defaultApiTimeoutMs: {
    kafkaName: 'default.api.timeout.ms',
    type: 'int',
    default: 60_000,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'Time limit of a call that is not given a timeoutMs of its own, in milliseconds: all its requests, retries and waits together.',
  },
  retries: {
    kafkaName: 'retries',
    type: 'int',
    default: INT_MAX,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'How many times the same is asked again after an error that passes (a broker lost, a controller or coordinator that moved). The time limit of the call ends it as well, and is the better one to change.',
  },
  logger: {
    type: 'object',
    check: checkLogger,
    importance: 'low',
    doc: 'Is told in words of brokers that cannot be reached (an error where they refuse us), of requests that are sent again and of calls that fail: an object with debug, info, warn and error, such as console, pino or winston.',
  },
} as const satisfies OptionTable<AdminOptions>

/** Options, checked and complete. */
export type AdminConfig = ResolvedOptions<AdminOptions, typeof adminOptionTable>

/** Checks the options and fills in the defaults. Throws UsageError that says what is wrong. */
export function resolveAdminOptions(given: AdminOptions): AdminConfig {
  return resolveOptions('Admin', adminOptionTable, given)
}
