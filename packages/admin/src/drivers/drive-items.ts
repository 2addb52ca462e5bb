// Takes items (topics, partitions, groups, brokers) through a call: finds where each is to be asked for, asks in as few requests as there are places,
// and goes on with those that are to be asked again until each has its value or its error. After Kafka's AdminApiDriver: look up, then fulfil.
import type { Destination } from '@odradek/network/internal'
import { InvariantError, KafkaError } from '@odradek/protocol'

import { AdminAbortedError } from '../admin-aborted-error.ts'
import type { AdminCall } from '../admin-call.ts'
import type { ItemResult } from '../item-result.ts'

/**
 * What an answer says of one item. `retry`: the same question to the same broker after a pause; `move`: the same after a pause, and after
 * finding out anew who is to be asked.
 */
export type Outcome<Value> =
  | { readonly value: Value }
  | { readonly error: KafkaError }
  | { readonly retry: KafkaError }
  | { readonly move: KafkaError }

/** Where an item is to be asked for, or why that is not known: for good, or for now. */
export type Placement =
  { readonly place: Destination } | { readonly error: KafkaError } | { readonly retry: KafkaError }

/** Finds the place of items. `isAgain`: the place found before proved wrong. Leaves no item out. */
export type Lookup<Item> = (
  items: readonly Item[],
  call: AdminCall,
  isAgain: boolean,
) => Promise<ReadonlyMap<Item, Placement>>

/** Asks one broker for several items, in one request. Leaves no item out. */
export type Ask<Item, Value> = (
  items: readonly Item[],
  place: Destination,
  call: AdminCall,
) => Promise<ReadonlyMap<Item, Outcome<Value>>>

/** See the head of the file. Items are told apart by identity. Rejects only where the call was aborted. */
export async function driveItems<Item, Value>(
  call: AdminCall,
  items: readonly Item[],
  lookup: Lookup<Item>,
  ask: Ask<Item, Value>,
): Promise<readonly ItemResult<Item, Value>[]> {
  const drive = new Drive(call, items, lookup, ask)
  await drive.run()
  return items.map((item) => drive.result(item))
}

class Drive<Item, Value> {
  readonly #call: AdminCall
  readonly #lookup: Lookup<Item>
  readonly #ask: Ask<Item, Value>
  readonly #results = new Map<Item, ItemResult<Item, Value>>()
  readonly #places = new Map<Item, Destination>()
  readonly #pending: Set<Item>
  /** Items whose place proved wrong. */
  readonly #moved = new Set<Item>()
  /** Why something is to be asked again. */
  #lastError: KafkaError | undefined

  constructor(call: AdminCall, items: readonly Item[], lookup: Lookup<Item>, ask: Ask<Item, Value>) {
    this.#call = call
    this.#lookup = lookup
    this.#ask = ask
    this.#pending = new Set(items)
  }

  async run(): Promise<void> {
    for (let attempt = 0; this.#pending.size > 0; attempt++) {
      await this.#placeAll()
      await Promise.all([...groupByPlace(this.#places)].map(([, { place, items }]) => this.#askAt(place, items)))
      if (this.#pending.size === 0) return
      try {
        await this.#call.pause(attempt, this.#lastError!)
      } catch (error) {
        this.#failAll([...this.#pending], error)
      }
    }
  }

  result(item: Item): ItemResult<Item, Value> {
    const result = this.#results.get(item)
    if (result === undefined) throw new InvariantError(`${this.#call.name}: an item was left without a result`)
    return result
  }

  async #placeAll(): Promise<void> {
    const unplaced = [...this.#pending].filter((item) => !this.#places.has(item))
    const again = unplaced.filter((item) => this.#moved.has(item))
    const first = unplaced.filter((item) => !this.#moved.has(item))
    await Promise.all([this.#place(first, false), this.#place(again, true)])
  }

  async #place(items: readonly Item[], isAgain: boolean): Promise<void> {
    if (items.length === 0) return
    let placements: ReadonlyMap<Item, Placement>
    try {
      placements = await this.#lookup(items, this.#call, isAgain)
    } catch (error) {
      this.#onRequestFailed(items, error)
      return
    }
    for (const item of items) {
      const placement = placements.get(item)
      if (placement === undefined) throw new InvariantError(`${this.#call.name}: an item was left without a place`)
      if ('place' in placement) this.#places.set(item, placement.place)
      else if ('error' in placement) this.#settle(item, { item, error: placement.error })
      else this.#lastError = placement.retry
    }
  }

  async #askAt(place: Destination, items: readonly Item[]): Promise<void> {
    let outcomes: ReadonlyMap<Item, Outcome<Value>>
    try {
      outcomes = await this.#ask(items, place, this.#call)
    } catch (error) {
      this.#onRequestFailed(items, error)
      return
    }
    for (const item of items) {
      const outcome = outcomes.get(item)
      if (outcome === undefined) throw new InvariantError(`${this.#call.name}: an item was left without an outcome`)
      if ('value' in outcome) this.#settle(item, { item, value: outcome.value })
      else if ('error' in outcome) this.#settle(item, { item, error: outcome.error })
      else if ('retry' in outcome) this.#lastError = outcome.retry
      else this.#move(item, outcome.move)
    }
  }

  #onRequestFailed(items: readonly Item[], error: unknown): void {
    // A broker that does not answer may be gone, and what it led be led by another.
    if (KafkaError.is(error) && error.retriable && !this.#call.isOver) for (const item of items) this.#move(item, error)
    else this.#failAll(items, error)
  }

  #move(item: Item, error: KafkaError): void {
    this.#lastError = error
    this.#places.delete(item)
    this.#moved.add(item)
  }

  #failAll(items: readonly Item[], error: unknown): void {
    if (!KafkaError.is(error) || AdminAbortedError.is(error)) throw error
    for (const item of items) this.#settle(item, { item, error })
  }

  #settle(item: Item, result: ItemResult<Item, Value>): void {
    this.#pending.delete(item)
    this.#places.delete(item)
    this.#results.set(item, result)
  }
}

interface PlaceGroup<Item> {
  readonly place: Destination
  readonly items: Item[]
}

function groupByPlace<Item>(places: ReadonlyMap<Item, Destination>): Map<string, PlaceGroup<Item>> {
  const groups = new Map<string, PlaceGroup<Item>>()
  for (const [item, place] of places) {
    const key = place === 'any' ? place : `${place.nodeId} ${place.channel}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { place, items: [item] })
    else group.items.push(item)
  }
  return groups
}

/** Asks each item by a request of its own, all at once, for APIs that take one at a time. */
export function oneByOne<Item, Value>(
  askOne: (item: Item, place: Destination, call: AdminCall) => Promise<Outcome<Value>>,
): Ask<Item, Value> {
  return async (items, place, call) => {
    const outcomes = await Promise.all(items.map(async (item) => [item, await outcomeOf(item)] as const))
    return new Map(outcomes)

    // One request that fails is not to take the others with it.
    async function outcomeOf(item: Item): Promise<Outcome<Value>> {
      try {
        return await askOne(item, place, call)
      } catch (error) {
        if (!KafkaError.is(error) || call.isOver) throw error
        return error.retriable ? { move: error } : { error }
      }
    }
  }
}

/** Drives a question that has no items: gives its value, or throws its error. */
export async function driveOne<Value>(
  call: AdminCall,
  lookup: Lookup<undefined>,
  ask: (place: Destination, call: AdminCall) => Promise<Outcome<Value>>,
): Promise<Value> {
  const [result] = await driveItems(
    call,
    [undefined],
    lookup,
    async (_items, place) => new Map([[undefined, await ask(place, call)]]),
  )
  if (result?.error !== undefined) throw result.error
  return result!.value
}
