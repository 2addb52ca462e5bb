// What listeners of the channel `odradek:producer:send` hear of a call, and the headers that they add. Nothing here runs while nobody listens.
import type { SendOperation } from '@odradek/network'
import { OperationChannel } from '@odradek/network/internal'
import type { KafkaError } from '@odradek/protocol'

import type { RecordReceiver } from './core/record-receiver.ts'
import type { BatchRecord, ProducerRecord, RecordField, RecordHeaders } from './producer-record.ts'
import type { RecordMetadata } from './record-metadata.ts'

/** `tracingChannel('odradek:producer:send')`, for those who listen. */
export const sendChannel = new OperationChannel<SendOperation>('odradek:producer:send')

/** A record as it is handed in, of whatever types. */
type GivenRecord = BatchRecord<unknown, unknown>

/** `send()` of one record, told to those who listen. */
export async function traceSend(
  clientId: string,
  record: ProducerRecord<unknown, unknown>,
  send: (record: ProducerRecord<unknown, unknown>) => Promise<RecordMetadata>,
): Promise<RecordMetadata> {
  if (typeof record !== 'object' || record === null) return send(record)
  const operation = begin(clientId, topicOf(record), [record], false)
  try {
    const metadata = await send(withHeaders(record, operation) as ProducerRecord<unknown, unknown>)
    operation.sentTo = metadata
    sendChannel.end(operation)
    return metadata
  } catch (error) {
    sendChannel.fail(operation, error)
    throw error
  }
}

/** `sendBatch()`: one operation for all its records. `topic` is undefined where each has its own. */
export async function traceSendBatch<T>(
  clientId: string,
  topic: string | undefined,
  records: readonly GivenRecord[],
  send: (records: readonly GivenRecord[]) => Promise<T>,
): Promise<T> {
  const operation = begin(clientId, topic, records, true)
  try {
    const result = await send(records.map((record) => withHeaders(record as GivenRecord, operation)))
    sendChannel.end(operation)
    return result
  } catch (error) {
    sendChannel.fail(operation, error)
    throw error
  }
}

/** A record out of a stream: what is submitted in its place, and who hears of its end. */
export function traceStreamed(
  clientId: string,
  record: ProducerRecord<unknown, unknown>,
  receiver: RecordReceiver,
): { readonly record: GivenRecord; readonly receiver: TracedReceiver } {
  const operation = begin(clientId, record.topic, [record], false)
  return { record: withHeaders(record, operation), receiver: new TracedReceiver(operation, receiver) }
}

/** Tells those who listen, and whom it concerns. */
export class TracedReceiver implements RecordReceiver {
  readonly #operation: SendOperation
  readonly #receiver: RecordReceiver

  constructor(operation: SendOperation, receiver: RecordReceiver) {
    this.#operation = operation
    this.#receiver = receiver
  }

  onDelivered(tag: number, partition: number, offset: number, timestamp: number): void {
    this.#operation.sentTo = { partition, offset: BigInt(offset) }
    sendChannel.end(this.#operation)
    this.#receiver.onDelivered(tag, partition, offset, timestamp)
  }

  onFailed(tag: number, error: KafkaError): void {
    this.fail(error)
    this.#receiver.onFailed(tag, error)
  }

  /** The record was refused before anybody took it. */
  fail(error: unknown): void {
    sendChannel.fail(this.#operation, error)
  }
}

/** Undefined where it cannot be read: those who take the record refuse it. */
function topicOf(record: ProducerRecord<unknown, unknown>): string | undefined {
  try {
    return record.topic
  } catch {
    return undefined
  }
}

function begin(clientId: string, topic: string | undefined, records: readonly GivenRecord[], isBatch: boolean) {
  return sendChannel.start({ clientId, topic, records, isBatch, addedHeaders: [] })
}

function withHeaders(record: GivenRecord, { addedHeaders }: SendOperation): GivenRecord {
  // What is no record, or cannot be read, is refused by those who take it: they tell its transaction.
  if (addedHeaders.length === 0 || typeof record !== 'object' || record === null) return record
  try {
    return copyWith(record, addedHeaders)
  } catch {
    return record
  }
}

function copyWith(record: GivenRecord, addedHeaders: SendOperation['addedHeaders']): GivenRecord {
  const { topic, key, value, partition, timestamp } = record as ProducerRecord<unknown, unknown>
  const headers = addTo(record.headers, addedHeaders)
  return { topic, key, value, partition, timestamp, headers } as GivenRecord
}

function addTo(headers: RecordHeaders | undefined, added: SendOperation['addedHeaders']): RecordHeaders {
  const isAdded = new Set(added.map(({ key }) => key))
  // Headers of a wrong type are left to those who check them.
  if (headers !== undefined && (typeof headers !== 'object' || headers === null)) return headers
  if (Array.isArray(headers)) {
    const list = headers as readonly { readonly key: string; readonly value: RecordField }[]
    return [...list.filter((header) => !isAdded.has(header?.key)), ...added]
  }
  return { ...headers, ...Object.fromEntries(added.map(({ key, value }) => [key, value])) }
}
