// What a broker checks of a batch before it appends it: size and checksum, as Kafka's UnifiedLog does, then the batch and each record
// in it, as Kafka's LogValidator does (KIP-467 for the errors of single records).
import { DecodeError } from '@odradek/bytes'
import { ErrorCode } from '@odradek/protocol'
import { decodeRecordBatches, type KafkaRecord, type RecordBatch } from '@odradek/records'
import type { Topic } from '../topics/topic-store.ts'

/** What is wrong with one record of a batch. */
export interface RecordError {
  readonly batchIndex: number
  readonly batchIndexErrorMessage: string
}

/** Why a batch is not appended. Kafka says a message only where the code alone would leave the producer guessing. */
export interface BatchRejection {
  readonly errorCode: number
  readonly errorMessage: string | null
  readonly recordErrors: readonly RecordError[]
  /** Found by the log, which then also says where it starts; what is found before leaves that open. */
  readonly foundByLog: boolean
}

/** A batch that may be appended. */
export interface ValidBatch {
  readonly batch: RecordBatch
  /** The greatest timestamp of the records, which may differ from what the producer wrote into the header. */
  readonly maxTimestamp: number
}

const ZSTD_SINCE_VERSION = 7
const MAGIC_POSITION = 16
const SIZE_POSITION = 8
const MIN_SIZE = 14

function reject(errorCode: number, errorMessage: string | null = null): BatchRejection {
  return { errorCode, errorMessage, recordErrors: [], foundByLog: false }
}

function rejectByLog(
  errorCode: number,
  errorMessage: string | null = null,
  recordErrors: readonly RecordError[] = [],
): BatchRejection {
  return { errorCode, errorMessage, recordErrors, foundByLog: true }
}

/** Checks what a producer sent for a partition. `wallClockMs` is what timestamps are compared with. */
export function validateBatch(
  bytes: Uint8Array | null,
  topic: Topic,
  partition: number,
  version: number,
  maxBytes: number,
  wallClockMs: number,
): ValidBatch | BatchRejection {
  const batch = theOneBatch(bytes, version)
  if (!('bytes' in batch)) return batch
  if (batch.sizeInBytes > maxBytes) return reject(ErrorCode.MESSAGE_TOO_LARGE)
  if (!isIntact(batch)) return reject(ErrorCode.CORRUPT_MESSAGE)
  if (!hasSoundHeader(batch)) return rejectByLog(ErrorCode.INVALID_RECORD)
  return checkRecords(batch, topic, `in topic partition ${topic.name}-${partition}`, wallClockMs)
}

/** From Produce 3 on a partition's records are exactly one batch of magic 2 (ProduceRequest.validateRecords). */
function theOneBatch(bytes: Uint8Array | null, version: number): RecordBatch | BatchRejection {
  if (bytes === null) return reject(ErrorCode.INVALID_RECORD)
  try {
    const [batch, second] = decodeRecordBatches(bytes)
    if (batch === undefined || second !== undefined) return reject(ErrorCode.INVALID_RECORD)
    const isTooNew = version < ZSTD_SINCE_VERSION && batch.compressionType === 'zstd'
    return isTooNew ? reject(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE) : batch
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return unreadable(bytes)
  }
}

function unreadable(bytes: Uint8Array): BatchRejection {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getInt32(SIZE_POSITION)
  if (size < MIN_SIZE) {
    const message = `Record size ${size} is less than the minimum record overhead (${MIN_SIZE})`
    return reject(ErrorCode.CORRUPT_MESSAGE, message)
  }
  const magic = view.getInt8(MAGIC_POSITION)
  if (magic < 0 || magic > 2) return reject(ErrorCode.CORRUPT_MESSAGE, `Invalid magic found in record: ${magic}`)
  return reject(magic === 2 ? ErrorCode.CORRUPT_MESSAGE : ErrorCode.INVALID_RECORD)
}

function isIntact(batch: RecordBatch): boolean {
  try {
    batch.ensureValid()
    return true
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return false
  }
}

function hasSoundHeader({ count, lastOffsetDelta, isControl, producerId, baseSequence }: RecordBatch): boolean {
  if (count <= 0 || lastOffsetDelta + 1 !== count) return false
  return !isControl && (producerId < 0n || baseSequence >= 0)
}

interface RecordFault {
  readonly errorCode: number
  readonly message: string
}

function checkRecords(
  batch: RecordBatch,
  topic: Topic,
  place: string,
  wallClockMs: number,
): ValidBatch | BatchRejection {
  const check = recordCheck(batch, topic, place, wallClockMs)
  const recordErrors: RecordError[] = []
  let wrongTimestamps = false
  let maxTimestamp = -1
  let index = 0
  try {
    const reader = batch.records()
    for (let record = reader.read(); record !== undefined; record = reader.read(), index++) {
      const fault = check(record, index)
      if (fault !== undefined) {
        recordErrors.push({ batchIndex: index, batchIndexErrorMessage: fault.message })
        wrongTimestamps ||= fault.errorCode === ErrorCode.INVALID_TIMESTAMP
      }
      if (record.timestamp > maxTimestamp) maxTimestamp = record.timestamp
    }
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return rejectByLog(ErrorCode.INVALID_RECORD)
  }
  if (recordErrors.length === 0) return { batch, maxTimestamp }
  if (wrongTimestamps) {
    const message = 'One or more records have been rejected due to invalid timestamp'
    return rejectByLog(ErrorCode.INVALID_TIMESTAMP, message, recordErrors)
  }
  return rejectByLog(ErrorCode.INVALID_RECORD, summaryOf(recordErrors), recordErrors)
}

function summaryOf(errors: readonly RecordError[]): string {
  const first = errors.slice(0, 3).map((error) => {
    return `RecordError(batchIndex=${error.batchIndex}, message='${error.batchIndexErrorMessage}')`
  })
  const rejected = `One or more records have been rejected due to ${errors.length} record errors in total`
  return `${rejected}, and only showing the first three errors at most: [${first.join(', ')}]`
}

function recordCheck(
  batch: RecordBatch,
  topic: Topic,
  place: string,
  wallClockMs: number,
): (record: KafkaRecord, index: number) => RecordFault | undefined {
  const compacted = topic.config('cleanup.policy').includes('compact')
  const createTime = topic.config('message.timestamp.type') === 'CreateTime'
  const exactEarliest = BigInt(wallClockMs) - BigInt(topic.config('message.timestamp.before.max.ms'))
  const earliest = Number(exactEarliest)
  const latest = wallClockMs + Number(topic.config('message.timestamp.after.max.ms'))
  const batchHasAppendTime = batch.timestampType === 'LogAppendTime'
  return (record, index) => {
    if (record.offsetDelta !== index) {
      const message = `Record ${index} has the offset delta ${record.offsetDelta} ${place}`
      return { errorCode: ErrorCode.INVALID_RECORD, message }
    }
    if (compacted && record.key === null) {
      const message = `Compacted topic cannot accept message without key ${place}`
      return { errorCode: ErrorCode.INVALID_RECORD, message }
    }
    const { timestamp } = record
    if (createTime && timestamp !== -1) {
      if (timestamp >= earliest && timestamp <= latest) return undefined
      const range = `The timestamp should be within [${exactEarliest}, ${latest}]`
      const message = `Timestamp ${timestamp} of message with offset ${record.offset} is out of range. ${range}`
      return { errorCode: ErrorCode.INVALID_TIMESTAMP, message }
    }
    if (!batchHasAppendTime) return undefined
    const message = `Invalid timestamp type in message ${index}. Producer should not set timestamp type to LogAppendTime.`
    return { errorCode: ErrorCode.INVALID_TIMESTAMP, message }
  }
}
