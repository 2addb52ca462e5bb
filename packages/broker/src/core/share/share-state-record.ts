// The records of `__share_group_state`: snapshots of what a share-partition has come to, and updates in between (KIP-932).
import { ByteReader, ByteWriter } from '@odradek/bytes'
import type { MessageCodec, MessageInput } from '@odradek/protocol'
import { shareSnapshotKey } from '@odradek/protocol/messages/share-snapshot-key'
import { type ShareSnapshotValue, shareSnapshotValue } from '@odradek/protocol/messages/share-snapshot-value'
import { shareUpdateKey } from '@odradek/protocol/messages/share-update-key'
import { type ShareUpdateValue, shareUpdateValue } from '@odradek/protocol/messages/share-update-value'
import { RecordBatchBuilder } from '@odradek/records'
import type { LogPlace } from '../transaction/transaction-log.ts'

/** A partition as a share group sees it. */
export interface SharePartitionKey {
  readonly groupId: string
  readonly topicId: string
  readonly partition: number
}

/** A record of `__share_group_state`; a snapshot without a value takes all away that is known. */
export type ShareStateRecord =
  | { readonly type: 'snapshot'; readonly key: SharePartitionKey; readonly value: ShareSnapshotValue | null }
  | { readonly type: 'update'; readonly key: SharePartitionKey; readonly value: ShareUpdateValue }

const SNAPSHOT = 0
const UPDATE = 1
const VALUE_VERSION = 0

/** The batch that stores a record. */
export function encodeShareState(record: ShareStateRecord, place: LogPlace): Uint8Array {
  const builder = new RecordBatchBuilder({ initialCapacity: 256 })
  builder.append(place.timestampMs, keyBytes(record), valueBytes(record))
  return builder.build({ baseOffset: BigInt(place.offset), partitionLeaderEpoch: place.leaderEpoch }).slice()
}

function keyBytes({ type, key }: ShareStateRecord): Uint8Array {
  return type === 'snapshot' ? versioned(shareSnapshotKey, SNAPSHOT, key) : versioned(shareUpdateKey, UPDATE, key)
}

function valueBytes({ type, value }: ShareStateRecord): Uint8Array | null {
  if (type === 'update') return versioned(shareUpdateValue, VALUE_VERSION, value)
  return value === null ? null : versioned(shareSnapshotValue, VALUE_VERSION, value)
}

/** A key starts with the type of its record, a value with its version; all of them are encoded in version 0. */
function versioned<T>(codec: MessageCodec<T>, prefix: number, message: MessageInput<T>): Uint8Array {
  const writer = new ByteWriter(64)
  writer.writeInt16(prefix)
  codec.encode(writer, message, 0)
  return writer.bytes().slice()
}

/** Reads a record; undefined for one of a later Kafka, whose type is not known. Throws DecodeError where it is malformed. */
export function decodeShareState(key: Uint8Array, value: Uint8Array | null): ShareStateRecord | undefined {
  const keyReader = new ByteReader(key)
  const type = keyReader.readInt16()
  if (type === SNAPSHOT) {
    const decoded = shareSnapshotKey.decode(keyReader, 0)
    return { type: 'snapshot', key: decoded, value: value === null ? null : valueOf(shareSnapshotValue, value) }
  }
  if (type !== UPDATE || value === null) return undefined
  return { type: 'update', key: shareUpdateKey.decode(keyReader, 0), value: valueOf(shareUpdateValue, value) }
}

function valueOf<T>(codec: MessageCodec<T>, value: Uint8Array): T {
  const reader = new ByteReader(value)
  return codec.decode(reader, reader.readInt16())
}
