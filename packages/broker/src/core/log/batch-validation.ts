// What a broker checks of a batch before it appends it: size and checksum, as Kafka's UnifiedLog does, then the batch and each record
// in it, as Kafka's LogValidator does (KIP-467 for the errors of single records).
import { DecodeError } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import { ErrorCode } from '@odradek/protocol'
import { decodeRecordBatches, type KafkaRecord, type RecordBatch } from '@odradek/records'
import type { Topic } from '../topics/topic-store.ts'

/** What is wrong with one record of a batch. */
export interface RecordError {
  readonly batchIndex: number
  readonly batchIndexErrorMessage: string
}

/** Why a batch is not appended. */
export interface BatchRejection {
  readonly errorCode: number
  readonly errorMessage: string
  readonly recordErrors: readonly RecordError[]
}

/** A batch that may be appended. */
export interface ValidBatch {
  readonly batch: RecordBatch
  /** The greatest timestamp of the records, which may differ from what the producer wrote into the header. */
  readonly maxTimestamp: number
}

const ZSTD_SINCE_VERSION = 7

function reject(errorCode: number, errorMessage: string, recordErrors: readonly RecordError[] = []): BatchRejection {
  return { errorCode, errorMessage, recordErrors }
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
  const place = `in topic partition ${topic.name}-${partition}`
  const batch = theOneBatch(bytes, version, place)
  if (!('bytes' in batch)) return batch
  if (batch.sizeInBytes > maxBytes) {
    const size = `The record batch size ${place} is ${batch.sizeInBytes} bytes`
    return reject(ErrorCode.MESSAGE_TOO_LARGE, `${size} which exceeds the maximum configured value of ${maxBytes}.`)
  }
  return checksumError(batch, place) ?? headerError(batch, place) ?? checkRecords(batch, topic, place, wallClockMs)
}

/** From Produce 3 on a partition's records are exactly one batch of magic 2 (ProduceRequest.validateRecords). */
function theOneBatch(bytes: Uint8Array | null, version: number, place: string): RecordBatch | BatchRejection {
  const versions = `Produce requests with version ${version}`
  const none = reject(ErrorCode.INVALID_RECORD, `${versions} must have at least one record batch per partition`)
  if (bytes === null) return none
  try {
    const [batch, second] = decodeRecordBatches(bytes)
    if (batch === undefined) return none
    if (version < ZSTD_SINCE_VERSION && batch.compressionType === 'zstd') {
      const message = `${versions} are not allowed to use ZStandard compression`
      return reject(ErrorCode.UNSUPPORTED_COMPRESSION_TYPE, message)
    }
    if (second === undefined) return batch
    const message = `${versions} are only allowed to contain exactly one record batch per partition`
    return reject(ErrorCode.INVALID_RECORD, message)
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    if (error.reason !== 'unsupported') return reject(ErrorCode.CORRUPT_MESSAGE, `${error.message} ${place}`)
    const message = `${versions} are only allowed to contain record batches with magic version 2`
    return reject(ErrorCode.INVALID_RECORD, `${message}: ${error.message}`)
  }
}

function checksumError(batch: RecordBatch, place: string): BatchRejection | undefined {
  try {
    batch.ensureValid()
    return undefined
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return reject(ErrorCode.CORRUPT_MESSAGE, `Record is corrupt: ${error.message} ${place}.`)
  }
}

function headerError(batch: RecordBatch, place: string): BatchRejection | undefined {
  const message = headerFault(batch)
  return message === undefined ? undefined : reject(ErrorCode.INVALID_RECORD, `${message} ${place}`)
}

function headerFault(batch: RecordBatch): string | undefined {
  const { count, lastOffsetDelta } = batch
  const range = `[${batch.baseOffset}, ${batch.lastOffset}]`
  if (lastOffsetDelta < 0) return `Batch has an invalid offset range: ${range}`
  if (count <= 0) return `Invalid reported count for record batch: ${count}`
  if (lastOffsetDelta + 1 !== count) return `Inconsistent batch offset range ${range} and count of records ${count}`
  if (batch.isControl) return 'Clients are not allowed to write control records'
  if (batch.producerId >= 0n && batch.baseSequence < 0) {
    return `Invalid sequence number ${batch.baseSequence} in record batch with producerId ${batch.producerId}`
  }
  return undefined
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
  if (!defaultCodecs.types.includes(batch.compressionType)) return { batch, maxTimestamp: batch.maxTimestamp }
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
    return reject(ErrorCode.INVALID_RECORD, `Record ${index} is malformed: ${error.message} ${place}`)
  }
  if (recordErrors.length === 0) return { batch, maxTimestamp }
  if (wrongTimestamps) {
    const message = 'One or more records have been rejected due to invalid timestamp'
    return reject(ErrorCode.INVALID_TIMESTAMP, message, recordErrors)
  }
  return reject(ErrorCode.INVALID_RECORD, summaryOf(recordErrors), recordErrors)
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
  const earliest = wallClockMs - Number(topic.config('message.timestamp.before.max.ms'))
  const latest = wallClockMs + Number(topic.config('message.timestamp.after.max.ms'))
  const batchHasAppendTime = batch.timestampType === 'LogAppendTime'
  return (record, index) => {
    if (record.offsetDelta !== index) {
      const message = `Record ${index} has the offset delta ${record.offsetDelta} ${place}`
      return { errorCode: ErrorCode.INVALID_RECORD, message }
    }
    if (compacted && record.key === null) {
      const message = `Compacted topic cannot accept message without key ${place}.`
      return { errorCode: ErrorCode.INVALID_RECORD, message }
    }
    const { timestamp } = record
    if (createTime && timestamp !== -1 && (timestamp < earliest || timestamp > latest)) {
      const range = `The timestamp should be within [${earliest}, ${latest}]`
      const message = `Timestamp ${timestamp} of message with offset ${record.offset} is out of range. ${range}`
      return { errorCode: ErrorCode.INVALID_TIMESTAMP, message }
    }
    if (batchHasAppendTime) {
      const message = `Invalid timestamp type in message ${index}. Producer should not set timestamp type to LogAppendTime.`
      return { errorCode: ErrorCode.INVALID_TIMESTAMP, message }
    }
    return undefined
  }
}
