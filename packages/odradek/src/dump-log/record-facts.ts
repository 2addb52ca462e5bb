import { type CompressionCodec, CompressionCodecs, defaultCodecs } from '@odradek/compression'
import { type AnyRecordBatch, type KafkaRecord, readRecords } from '@odradek/records'

import { type ControlFacts, controlFactsOf } from './control-facts.ts'

/** What is printed of a record. */
export interface RecordFacts {
  readonly record: KafkaRecord
  readonly timestampType: string
  /** Of magic 0 and 1: the message's own CRC-32. It is right, or reading the message would have thrown. */
  readonly crc: number | undefined
  /** What a control record says. */
  readonly control: ControlFacts | undefined
}

/** The records of a batch, lazily. Throws DecodeError as reading them does, after those before the fault. */
export function* recordFactsOf(batch: AnyRecordBatch): Generator<RecordFacts, undefined> {
  const { timestampType } = batch
  if (batch.magic < 2) {
    yield* legacyRecordFacts(batch)
    return
  }
  for (const record of batch.records()) {
    yield { record, timestampType, crc: undefined, control: batch.isControl ? controlFactsOf(record) : undefined }
  }
}

/** The CRCs within a compressed set are read from what came out of the codec, which is a sequence of messages again. */
function* legacyRecordFacts(batch: AnyRecordBatch): Generator<RecordFacts, undefined> {
  let section: Uint8Array | undefined
  const records = batch.records(watched((bytes) => (section = bytes)))
  const { timestampType } = batch
  const inner = section === undefined ? undefined : readRecords(section)[Symbol.iterator]()
  for (const record of records) {
    yield { record, timestampType, crc: inner === undefined ? batch.crc : inner.next().value?.crc, control: undefined }
  }
}

/** The codecs that come with the package, telling what they decompress. */
function watched(onDecompressed: (bytes: Uint8Array) => void): CompressionCodecs {
  const watch = (codec: CompressionCodec): CompressionCodec => ({
    type: codec.type,
    compress: (bytes, level) => codec.compress(bytes, level),
    decompress(bytes, maxSize) {
      const decompressed = codec.decompress(bytes, maxSize)
      onDecompressed(decompressed)
      return decompressed
    },
  })
  return new CompressionCodecs(defaultCodecs.types.map((type) => watch(defaultCodecs.get(type))))
}
