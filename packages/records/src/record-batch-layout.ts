// Where the fields of a record batch of magic 2 lie (KIP-98; "Record Batch" in Kafka's documentation), and the bits of its attributes.

/** int64: the offset of the first record. */
export const BASE_OFFSET = 0
/** int32: how many bytes follow this field. */
export const BATCH_LENGTH = 8
/** int32, written by the broker. */
export const PARTITION_LEADER_EPOCH = 12
/** int8, at the same place in messages of magic 0 and 1. */
export const MAGIC = 16
/** uint32: CRC-32C of everything after it. */
export const CRC = 17
/** int16: the first bytes under the checksum. */
export const ATTRIBUTES = 21
/** int32. */
export const LAST_OFFSET_DELTA = 23
/** int64. */
export const BASE_TIMESTAMP = 27
/** int64. */
export const MAX_TIMESTAMP = 35
/** int64. */
export const PRODUCER_ID = 43
/** int16. */
export const PRODUCER_EPOCH = 51
/** int32. */
export const BASE_SEQUENCE = 53
/** int32. */
export const RECORD_COUNT = 57
/** Where the records section begins: the size of a batch without records. */
export const RECORDS = 61

/** What comes before the bytes that the batch length counts: base offset and the length itself. */
export const LOG_OVERHEAD = 12

/** Attribute bits: the compression type's id. */
export const COMPRESSION_MASK = 0x07
/** Attribute bit: the timestamps are the broker's (LogAppendTime). */
export const LOG_APPEND_TIME_FLAG = 0x08
/** Attribute bit: the batch belongs to a transaction. */
export const TRANSACTIONAL_FLAG = 0x10
/** Attribute bit: the batch holds control records. */
export const CONTROL_FLAG = 0x20
/** Attribute bit: the base timestamp is the batch's delete horizon (KIP-534). */
export const DELETE_HORIZON_FLAG = 0x40

/** Whose clock a timestamp is: the producer's (`CreateTime`) or the broker's (`LogAppendTime`). */
export type TimestampType = 'CreateTime' | 'LogAppendTime'
