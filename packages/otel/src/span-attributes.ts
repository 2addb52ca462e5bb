// What a span says, under the names of OpenTelemetry's semantic conventions for messaging and for Kafka.
import type { Attributes } from '@opentelemetry/api'
import type { ProcessOperation, ReceivedRecord, ReceiveOperation, SendOperation } from '@odradek/network'

/** `messaging.operation.type`. */
export type OperationType = 'send' | 'receive' | 'process'

/** A name for a span: the operation, and the topic where it is of one. */
export function spanName(operation: string, topic: string | undefined): string {
  return topic === undefined ? operation : `${operation} ${topic}`
}

/** The one topic of records; undefined where there are several. */
export function commonTopic(records: readonly { readonly topic?: string | undefined }[]): string | undefined {
  const topic = records[0]?.topic
  return records.every((record) => record?.topic === topic) ? topic : undefined
}

/** Of a call of a producer. */
export function sendAttributes(
  { clientId, records, isBatch }: SendOperation,
  topic: string | undefined,
  mayShowKeys: boolean,
): Attributes {
  const attributes = common('send', 'send', clientId, topic)
  if (isBatch) return { ...attributes, 'messaging.batch.message_count': records.length }
  const [record] = records
  if (typeof record?.partition === 'number') attributes[PARTITION] = String(record.partition)
  return { ...attributes, ...ofRecord(record?.key, record?.value, mayShowKeys) }
}

/** Of a record or batch in hand. */
export function processAttributes(operation: ProcessOperation, mayShowKeys: boolean): Attributes {
  const { clientId, groupId, topic, partition, records, isBatch, count } = operation
  const attributes = common('process', 'process', clientId, topic, groupId)
  attributes[PARTITION] = String(partition)
  if (isBatch) return { ...attributes, 'messaging.batch.message_count': count }
  for (const record of records) {
    attributes[OFFSET] = Number(record.offset)
    Object.assign(attributes, ofRecord(record.key, record.value, mayShowKeys))
  }
  return attributes
}

/** Of a poll. */
export function receiveAttributes({ clientId, groupId, records }: ReceiveOperation): Attributes {
  const topic = commonTopic(records)
  const attributes = common('poll', 'receive', clientId, topic, groupId)
  if (topic !== undefined) {
    const partition = onlyPartition(records)
    if (partition !== undefined) attributes[PARTITION] = String(partition)
  }
  return { ...attributes, 'messaging.batch.message_count': records.length }
}

/** Where a record was written; nothing of an offset that the broker does not say. */
export function sentAttributes({ partition, offset }: { partition: number; offset: bigint }): Attributes {
  return { [PARTITION]: String(partition), ...(offset < 0n ? {} : { [OFFSET]: Number(offset) }) }
}

/** `error.type`: the broker's name for it, the stable code of a client's error, or the class. */
export function errorType(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error
  const { errorName, code, name } = error as Readonly<Record<string, unknown>>
  for (const known of [errorName, code, name]) if (typeof known === 'string' && known !== '') return known
  return '_OTHER'
}

const PARTITION = 'messaging.destination.partition.id'
const OFFSET = 'messaging.kafka.offset'

function common(
  name: string,
  type: OperationType,
  clientId: string,
  topic: string | undefined,
  groupId?: string | undefined,
): Attributes {
  return {
    'messaging.system': 'kafka',
    'messaging.operation.name': name,
    'messaging.operation.type': type,
    'messaging.client.id': clientId,
    ...(topic === undefined ? {} : { 'messaging.destination.name': topic }),
    ...(groupId === undefined ? {} : { 'messaging.consumer.group.name': groupId }),
  }
}

function ofRecord(key: unknown, value: unknown, mayShowKeys: boolean): Attributes {
  const attributes: Attributes = {}
  const keyText = mayShowKeys ? textOfKey(key) : undefined
  if (keyText !== undefined) attributes['messaging.kafka.message.key'] = keyText
  if (value === null || value === undefined) attributes['messaging.kafka.message.tombstone'] = true
  return attributes
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Keys that are no text are left out, as the conventions ask. */
function textOfKey(key: unknown): string | undefined {
  if (typeof key === 'string') return key
  if (typeof key === 'number' || typeof key === 'bigint') return String(key)
  if (!(key instanceof Uint8Array)) return undefined
  try {
    return decoder.decode(key)
  } catch {
    return undefined
  }
}

function onlyPartition(records: readonly ReceivedRecord[]): number | undefined {
  const partition = records[0]?.partition
  return records.every((record) => record.partition === partition) ? partition : undefined
}
