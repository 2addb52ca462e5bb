import { defaultCodecs, type CompressionType } from '@odradek/compression'
import { decodeRecordBatches, RecordBatchBuilder } from '@odradek/records'

import { bytesDifference, differences } from './difference.ts'
import { batchToJson, type BatchJson, type BytesJson } from './record-json.ts'

/**
 * Builds a batch from its JSON and says how it differs: in its bytes, or in what they say where bytes need not be the same (compressed
 * ones; LogAppendTime, which hides the records' own timestamps). Batches that the JSON does not hold whole are passed over.
 */
export function encodingDifferences(json: BatchJson, bytes: Uint8Array): string[] {
  if (!isWhole(json)) return []
  const built = build(json)
  if (json.compression === 'none' && json.timestampType === 'CreateTime') {
    const difference = bytesDifference(bytes, built)
    return difference === undefined ? [] : [`encoded batch at ${json.position}: ${difference}`]
  }
  const [batch] = decodeRecordBatches(built)
  batch!.ensureValid()
  const { position, sizeInBytes, crc } = json
  const found = differences(json, { ...batchToJson(batch!), position, sizeInBytes, crc })
  return found.map((difference) => `encoded batch at ${json.position}: ${difference}`)
}

/** Long keys and values stand in the corpus only as hashes; a base timestamp that no record has comes from records compacted away. */
function isWhole(json: BatchJson): boolean {
  const base = json.deleteHorizonMs ?? json.records[0]?.timestamp ?? '-1'
  const logAppendTime = json.timestampType === 'LogAppendTime'
  if (!logAppendTime && json.baseTimestamp !== base) return false
  if (logAppendTime && json.records.length === 0) return false
  return json.records.every(
    ({ key, value, headers, timestamp }) =>
      isInline(key) &&
      isInline(value) &&
      headers.every((header) => isInline(header.value)) &&
      Number.isSafeInteger(Number(timestamp)),
  )
}

function isInline(bytes: BytesJson): boolean {
  return bytes === null || typeof bytes === 'string'
}

function build(json: BatchJson): Uint8Array {
  const deleteHorizonMs = json.deleteHorizonMs === null ? {} : { deleteHorizonMs: Number(json.deleteHorizonMs) }
  const builder = new RecordBatchBuilder(deleteHorizonMs)
  const baseOffset = BigInt(json.baseOffset)
  // With LogAppendTime the first timestamp is the base, and the header's maximum holds for all.
  const timestampOf = (timestamp: string) =>
    Number(json.timestampType === 'CreateTime' ? timestamp : json.baseTimestamp)
  for (const { offset, timestamp, key, value, headers } of json.records) {
    const decoded = headers.map((header) => ({ key: header.key, value: bytesOf(header.value) }))
    builder.append(timestampOf(timestamp), bytesOf(key), bytesOf(value), decoded, Number(BigInt(offset) - baseOffset))
  }
  return builder.build({
    compression: defaultCodecs.get(json.compression as CompressionType),
    baseOffset,
    partitionLeaderEpoch: json.partitionLeaderEpoch,
    producerId: BigInt(json.producerId),
    producerEpoch: json.producerEpoch,
    baseSequence: json.baseSequence,
    isTransactional: json.isTransactional,
    isControl: json.isControl,
    timestampType: json.timestampType === 'CreateTime' ? 'CreateTime' : 'LogAppendTime',
    maxTimestamp: Number(json.maxTimestamp),
    lastOffsetDelta: Number(BigInt(json.lastOffset) - baseOffset),
  })
}

function bytesOf(json: BytesJson): Uint8Array | null {
  return typeof json === 'string' ? Buffer.from(json, 'base64') : null
}
