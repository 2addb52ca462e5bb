import { ByteReader, ByteWriter, DecodeError } from '@odradek/bytes'

// Control records (KIP-98, KIP-595, KIP-630, KIP-853): the key says what the record means to brokers and consumers.

/** What a control record is. `abort` and `commit` end a transaction; the others belong to KRaft's metadata log. */
export type ControlRecordType =
  | 'abort'
  | 'commit'
  | 'leader-change'
  | 'snapshot-header'
  | 'snapshot-footer'
  | 'kraft-version'
  | 'kraft-voters'
  | 'unknown'

const TYPES: readonly ControlRecordType[] = [
  'abort',
  'commit',
  'leader-change',
  'snapshot-header',
  'snapshot-footer',
  'kraft-version',
  'kraft-voters',
]

/** The key of a control record. */
export interface ControlRecordKey {
  /** 0 so far. */
  version: number
  /** `unknown` for one that came after this package. */
  type: ControlRecordType
}

/** Reads a control record's key. Throws DecodeError where it is not one. */
export function decodeControlRecordKey(key: Uint8Array): ControlRecordKey {
  const reader = new ByteReader(key)
  const version = reader.readInt16()
  if (version < 0) throw new DecodeError('malformed', `version ${version} of a control record's key`, 0)
  return { version, type: TYPES[reader.readInt16()] ?? 'unknown' }
}

/** Writes a control record's key, version 0. */
export function encodeControlRecordKey(type: Exclude<ControlRecordType, 'unknown'>): Uint8Array {
  const writer = new ByteWriter(4)
  writer.writeInt16(0)
  writer.writeInt16(TYPES.indexOf(type))
  return writer.bytes()
}

/** The value of the control record that ends a transaction. */
export interface EndTxnMarker {
  /** The epoch of the transaction coordinator that wrote it: an older coordinator's marker is refused. */
  coordinatorEpoch: number
}

/** Reads an EndTxnMarker. A later version's further fields are passed over. Throws DecodeError where it is not one. */
export function decodeEndTxnMarker(value: Uint8Array): EndTxnMarker {
  const reader = new ByteReader(value)
  const version = reader.readInt16()
  if (version < 0) throw new DecodeError('malformed', `version ${version} of an EndTxnMarker`, 0)
  return { coordinatorEpoch: reader.readInt32() }
}

/** Writes an EndTxnMarker, version 0. */
export function encodeEndTxnMarker(marker: EndTxnMarker): Uint8Array {
  const writer = new ByteWriter(6)
  writer.writeInt16(0)
  writer.writeInt32(marker.coordinatorEpoch)
  return writer.bytes()
}
