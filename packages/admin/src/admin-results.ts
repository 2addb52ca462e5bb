import { AdminItemsError } from './admin-items-error.ts'
import type { ItemResult } from './item-result.ts'

/**
 * The promise of a call on several items. Awaited, it gives the values in the order of the items, and rejects where one failed: with that item's own error
 * where there was one item, else with AdminItemsError, which has the results of all. `settled()` never rejects for an item: it tells of each.
 */
export class AdminResults<Item, Value> implements Promise<readonly Value[]> {
  readonly [Symbol.toStringTag] = 'AdminResults'
  readonly #settled: Promise<readonly ItemResult<Item, Value>[]>
  readonly #values: Promise<readonly Value[]>

  /** `call`: its name, for errors. */
  constructor(call: string, settled: Promise<readonly ItemResult<Item, Value>[]>) {
    this.#settled = settled
    this.#values = settled.then((results) => valuesOf(call, results))
  }

  /** Each item with its value or its error, in the order of the call. Rejects only where the call as a whole failed. */
  settled(): Promise<readonly ItemResult<Item, Value>[]> {
    // Who looks at every result need not look at the other promise.
    this.#values.catch(() => undefined)
    return this.#settled
  }

  then<Result = readonly Value[], Failure = never>(
    onfulfilled?: ((values: readonly Value[]) => Result | PromiseLike<Result>) | null,
    onrejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.#values.then(onfulfilled, onrejected)
  }

  catch<Failure = never>(
    onrejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<readonly Value[] | Failure> {
    return this.#values.catch(onrejected)
  }

  finally(onfinally?: (() => void) | null): Promise<readonly Value[]> {
    return this.#values.finally(onfinally)
  }
}

/** The values, or the error that says which there are not. */
export function valuesOf<Item, Value>(call: string, results: readonly ItemResult<Item, Value>[]): readonly Value[] {
  const failed = results.find(({ error }) => error !== undefined)
  if (failed?.error === undefined) return results.map(({ value }) => value as Value)
  throw results.length === 1 ? failed.error : new AdminItemsError(call, results)
}
