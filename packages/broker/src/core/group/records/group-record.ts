// The records of `__consumer_offsets`, as Kafka writes them: a key that starts with the record's type, a value that starts with its version.
import { ByteReader, ByteWriter } from '@odradek/bytes'
import type { MessageCodec } from '@odradek/protocol'
import { consumerGroupCurrentMemberAssignmentKey } from '@odradek/protocol/messages/consumer-group-current-member-assignment-key'
import { consumerGroupCurrentMemberAssignmentValue } from '@odradek/protocol/messages/consumer-group-current-member-assignment-value'
import { consumerGroupMemberMetadataKey } from '@odradek/protocol/messages/consumer-group-member-metadata-key'
import { consumerGroupMemberMetadataValue } from '@odradek/protocol/messages/consumer-group-member-metadata-value'
import { consumerGroupMetadataKey } from '@odradek/protocol/messages/consumer-group-metadata-key'
import { consumerGroupMetadataValue } from '@odradek/protocol/messages/consumer-group-metadata-value'
import { consumerGroupRegularExpressionKey } from '@odradek/protocol/messages/consumer-group-regular-expression-key'
import { consumerGroupRegularExpressionValue } from '@odradek/protocol/messages/consumer-group-regular-expression-value'
import { consumerGroupTargetAssignmentMemberKey } from '@odradek/protocol/messages/consumer-group-target-assignment-member-key'
import { consumerGroupTargetAssignmentMemberValue } from '@odradek/protocol/messages/consumer-group-target-assignment-member-value'
import { consumerGroupTargetAssignmentMetadataKey } from '@odradek/protocol/messages/consumer-group-target-assignment-metadata-key'
import { consumerGroupTargetAssignmentMetadataValue } from '@odradek/protocol/messages/consumer-group-target-assignment-metadata-value'
import { groupMetadataKey } from '@odradek/protocol/messages/group-metadata-key'
import { groupMetadataValue } from '@odradek/protocol/messages/group-metadata-value'
import { offsetCommitKey } from '@odradek/protocol/messages/offset-commit-key'
import { offsetCommitValue } from '@odradek/protocol/messages/offset-commit-value'
import { shareGroupCurrentMemberAssignmentKey } from '@odradek/protocol/messages/share-group-current-member-assignment-key'
import { shareGroupCurrentMemberAssignmentValue } from '@odradek/protocol/messages/share-group-current-member-assignment-value'
import { shareGroupMemberMetadataKey } from '@odradek/protocol/messages/share-group-member-metadata-key'
import { shareGroupMemberMetadataValue } from '@odradek/protocol/messages/share-group-member-metadata-value'
import { shareGroupMetadataKey } from '@odradek/protocol/messages/share-group-metadata-key'
import { shareGroupMetadataValue } from '@odradek/protocol/messages/share-group-metadata-value'
import { shareGroupStatePartitionMetadataKey } from '@odradek/protocol/messages/share-group-state-partition-metadata-key'
import { shareGroupStatePartitionMetadataValue } from '@odradek/protocol/messages/share-group-state-partition-metadata-value'
import { shareGroupTargetAssignmentMemberKey } from '@odradek/protocol/messages/share-group-target-assignment-member-key'
import { shareGroupTargetAssignmentMemberValue } from '@odradek/protocol/messages/share-group-target-assignment-member-value'
import { shareGroupTargetAssignmentMetadataKey } from '@odradek/protocol/messages/share-group-target-assignment-metadata-key'
import { shareGroupTargetAssignmentMetadataValue } from '@odradek/protocol/messages/share-group-target-assignment-metadata-value'

interface RecordCodec<Key, Value> {
  readonly key: MessageCodec<Key>
  readonly value: MessageCodec<Value>
  /** The version in which values are written; all known ones are read. */
  readonly valueVersion: number
}

function codec<Key, Value>(
  key: MessageCodec<Key>,
  value: MessageCodec<Value>,
  valueVersion = 0,
): RecordCodec<Key, Value> {
  return { key, value, valueVersion }
}

/** Kafka writes offsets as version 4 (with topic ids) and classic groups as version 3, the last one that is not flexible. */
const codecs = {
  offsetCommit: codec(offsetCommitKey, offsetCommitValue, 4),
  groupMetadata: codec(groupMetadataKey, groupMetadataValue, 3),
  consumerGroupMetadata: codec(consumerGroupMetadataKey, consumerGroupMetadataValue),
  consumerGroupMemberMetadata: codec(consumerGroupMemberMetadataKey, consumerGroupMemberMetadataValue),
  consumerGroupTargetAssignmentMetadata: codec(
    consumerGroupTargetAssignmentMetadataKey,
    consumerGroupTargetAssignmentMetadataValue,
  ),
  consumerGroupTargetAssignmentMember: codec(
    consumerGroupTargetAssignmentMemberKey,
    consumerGroupTargetAssignmentMemberValue,
  ),
  consumerGroupCurrentMemberAssignment: codec(
    consumerGroupCurrentMemberAssignmentKey,
    consumerGroupCurrentMemberAssignmentValue,
  ),
  consumerGroupRegularExpression: codec(consumerGroupRegularExpressionKey, consumerGroupRegularExpressionValue),
  shareGroupMetadata: codec(shareGroupMetadataKey, shareGroupMetadataValue),
  shareGroupMemberMetadata: codec(shareGroupMemberMetadataKey, shareGroupMemberMetadataValue),
  shareGroupTargetAssignmentMetadata: codec(
    shareGroupTargetAssignmentMetadataKey,
    shareGroupTargetAssignmentMetadataValue,
  ),
  shareGroupTargetAssignmentMember: codec(shareGroupTargetAssignmentMemberKey, shareGroupTargetAssignmentMemberValue),
  shareGroupCurrentMemberAssignment: codec(
    shareGroupCurrentMemberAssignmentKey,
    shareGroupCurrentMemberAssignmentValue,
  ),
  shareGroupStatePartitionMetadata: codec(shareGroupStatePartitionMetadataKey, shareGroupStatePartitionMetadataValue),
}

type Codecs = typeof codecs
type RecordOf<Type extends keyof Codecs> =
  Codecs[Type] extends RecordCodec<infer Key, infer Value>
    ? { readonly type: Type; readonly key: Key; readonly value: Value | null }
    : never

/** A record of `__consumer_offsets`; its value is null where what the key names is gone. */
export type GroupRecord = { [Type in keyof Codecs]: RecordOf<Type> }[keyof Codecs]

/** A record of `__consumer_offsets` of a given type. */
export type GroupRecordOf<Type extends GroupRecord['type']> = Extract<GroupRecord, { type: Type }>

/** A record's bytes. */
export interface KeyAndValue {
  readonly key: Uint8Array
  readonly value: Uint8Array | null
}

const typesByKey = new Map(
  Object.entries(codecs).map(([type, { key }]) => [key.apiKey!, type as GroupRecord['type']] as const),
)

/** The bytes of a record's key and value. */
export function encodeGroupRecord(record: GroupRecord): KeyAndValue {
  const { key, value, valueVersion } = codecs[record.type] as RecordCodec<unknown, unknown>
  const keyWriter = new ByteWriter()
  keyWriter.writeInt16(key.apiKey!)
  key.encode(keyWriter, record.key, 0)
  if (record.value === null) return { key: keyWriter.bytes().slice(), value: null }
  const valueWriter = new ByteWriter()
  valueWriter.writeInt16(valueVersion)
  value.encode(valueWriter, record.value, valueVersion)
  return { key: keyWriter.bytes().slice(), value: valueWriter.bytes().slice() }
}

/** Reads a record; undefined where its type is not known, which Kafka skips as well. Throws DecodeError where it is damaged. */
export function decodeGroupRecord({ key, value }: KeyAndValue): GroupRecord | undefined {
  const keyReader = new ByteReader(key)
  const type = typesByKey.get(keyReader.readInt16())
  if (type === undefined) return undefined
  const recordCodec = codecs[type] as RecordCodec<unknown, unknown>
  const decodedKey = recordCodec.key.decode(keyReader, 0)
  if (value === null) return { type, key: decodedKey, value: null } as GroupRecord
  const valueReader = new ByteReader(value)
  return { type, key: decodedKey, value: recordCodec.value.decode(valueReader, valueReader.readInt16()) } as GroupRecord
}
