import type { CompressionCodecs, CompressionType } from '@odradek/compression'
import { MessageSetBuilder, readRecords, RecordBatchBuilder } from '@odradek/records'

import { bytesDifference, differences } from './difference.ts'
import { batchToJson, type BatchJson, type BatchJsonV2, type BytesJson, type RecordJson } from './record-json.ts'

/**
 * Builds a batch from its JSON and says how it differs: in its bytes, or in what they say where bytes need not be the same (compressed
 * ones; LogAppendTime, which hides the records' own timestamps). Batches that the JSON does not hold whole are passed over.
 */
export function encodingDifferences(json: BatchJson, bytes: Uint8Array, codecs: CompressionCodecs): string[] {
  if (!isWhole(json)) return []
  const built = isV2(json) ? build(json, codecs) : buildLegacy(json, codecs)
  if (json.compression === 'none' && json.timestampType !== 'LogAppendTime') {
    const difference = bytesDifference(bytes, built)
    return difference === undefined ? [] : [`encoded batch at ${json.position}: ${difference}`]
  }
  const [batch] = readRecords(built)
  batch!.ensureValid()
  const { position, sizeInBytes, crc } = json
  const found = differences(json, { ...batchToJson(batch!), position, sizeInBytes, crc })
  return found.map((difference) => `encoded batch at ${json.position}: ${difference}`)
}

function isV2(json: BatchJson): json is BatchJsonV2 {
  return json.magic === 2
}

/** Long keys and values stand in the corpus only as hashes; a base timestamp that no record has comes from records compacted away. */
function isWhole(json: BatchJson): boolean {
  if (!json.records.every(isRecordWhole)) return false
  if (!isV2(json)) return isLegacyWhole(json)
  const base = json.deleteHorizonMs ?? json.records[0]?.timestamp ?? '-1'
  if (json.timestampType === 'LogAppendTime') return json.records.length > 0
  return json.baseTimestamp === base
}

function isRecordWhole({ key, value, headers = [], timestamp }: RecordJson): boolean {
  // Our batch builder takes timestamps that are safe integers.
  return (
    [key, value, ...headers.map((header) => header.value)].every(isInline) && Number.isSafeInteger(Number(timestamp))
  )
}

/** What a wrapper message says beyond the messages in it, a builder makes of them: timestamp, offsets, attributes. */
function isLegacyWhole({
  attributes,
  maxTimestamp,
  records,
  lastOffset,
  timestampType,
  compression,
}: BatchJson): boolean {
  const known = LEGACY_TYPES.indexOf(compression) | (timestampType === 'LogAppendTime' ? LOG_APPEND_TIME_FLAG : 0)
  const greatest = records.reduce((most, { timestamp }) => (BigInt(timestamp) > most ? BigInt(timestamp) : most), -1n)
  return attributes === known && records.at(-1)?.offset === lastOffset && BigInt(maxTimestamp) === greatest
}

const LEGACY_TYPES: readonly string[] = ['none', 'gzip', 'snappy', 'lz4']
const LOG_APPEND_TIME_FLAG = 8

function isInline(bytes: BytesJson): boolean {
  return bytes === null || typeof bytes === 'string'
}

function buildLegacy(json: BatchJson, codecs: CompressionCodecs): Uint8Array {
  const builder = new MessageSetBuilder({
    magic: json.magic === 0 ? 0 : 1,
    compression: codecs.get(json.compression as CompressionType),
    baseOffset: BigInt(json.baseOffset),
    ...(json.timestampType === 'LogAppendTime' && {
      timestampType: 'LogAppendTime',
      logAppendTime: BigInt(json.maxTimestamp),
    }),
  })
  for (const { offset, timestamp, key, value } of json.records) {
    builder.append(BigInt(timestamp), bytesOf(key), bytesOf(value), BigInt(offset))
  }
  return builder.build()
}

function build(json: BatchJsonV2, codecs: CompressionCodecs): Uint8Array {
  const deleteHorizonMs = json.deleteHorizonMs === null ? {} : { deleteHorizonMs: Number(json.deleteHorizonMs) }
  const builder = new RecordBatchBuilder(deleteHorizonMs)
  const baseOffset = BigInt(json.baseOffset)
  // With LogAppendTime the first timestamp is the base, and the header's maximum holds for all.
  const timestampOf = (timestamp: string) =>
    Number(json.timestampType === 'CreateTime' ? timestamp : json.baseTimestamp)
  for (const { offset, timestamp, key, value, headers = [] } of json.records) {
    const decoded = headers.map((header) => ({ key: header.key, value: bytesOf(header.value) }))
    builder.append(timestampOf(timestamp), bytesOf(key), bytesOf(value), decoded, Number(BigInt(offset) - baseOffset))
  }
  return builder.build({
    compression: codecs.get(json.compression as CompressionType),
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
