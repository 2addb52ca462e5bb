import { KafkaError } from '@odradek/protocol'

import type { ItemResult } from './item-result.ts'

const brand = Symbol.for('odradek.AdminItemsError')

/** How many failures the message tells; `results` has all of them. */
const TOLD = 3

/** Some of a call's items failed, or all of several: `results` has every item in the order of the call, with its value or its error. */
export class AdminItemsError extends KafkaError {
  override readonly name = 'AdminItemsError'
  override readonly code = 'ADMIN_ITEMS_FAILED'
  readonly results: readonly ItemResult<unknown, unknown>[]

  /** Retriable where every failure is. */
  constructor(call: string, results: readonly ItemResult<unknown, unknown>[]) {
    const failures = results.flatMap(({ error }) => (error === undefined ? [] : [error]))
    const told = failures.slice(0, TOLD).map(({ message }) => message)
    if (failures.length > TOLD) told.push(`and ${failures.length - TOLD} more`)
    super(`${failures.length} of ${results.length} items of ${call} failed: ${told.join('; ')}`, {
      cause: failures[0],
      retriable: failures.every(({ retriable }) => retriable),
    })
    this.results = results
    Object.defineProperty(this, brand, { value: true })
  }

  /** The items that failed, with their errors. */
  get failures(): readonly { readonly item: unknown; readonly error: KafkaError }[] {
    return this.results.flatMap(({ item, error }) => (error === undefined ? [] : [{ item, error }]))
  }

  /** Whether a value is an AdminItemsError of any installed copy of this package. */
  static override is(value: unknown): value is AdminItemsError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
