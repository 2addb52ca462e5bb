import type { KafkaError } from '@odradek/protocol'

/** What came of one item of a call: its value, or why there is none. */
export type ItemResult<Item, Value> =
  | { readonly item: Item; readonly value: Value; readonly error?: undefined }
  | { readonly item: Item; readonly value?: undefined; readonly error: KafkaError }
