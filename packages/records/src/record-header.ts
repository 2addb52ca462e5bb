/** A header of a record (KIP-82): several may have the same key, and a value may be null. */
export interface RecordHeader {
  key: string
  value: Uint8Array | null
}

/** A record to be written: `timestamp` in milliseconds since 1970, -1 for none. */
export interface RecordInput {
  key: Uint8Array | null
  value: Uint8Array | null
  timestamp: number
  headers?: readonly RecordHeader[]
}
