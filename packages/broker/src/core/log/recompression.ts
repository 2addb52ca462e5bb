// `compression.type` of a topic: what producers send in another way is compressed anew, as Kafka's LogValidator does.
import { defaultCodecs } from '@odradek/compression'
import { type RecordBatch, RecordBatch as Batch, RecordBatchBuilder } from '@odradek/records'
import type { Topic } from '../topics/topic-store.ts'

const LEVEL_CONFIGS: Readonly<Record<string, string>> = {
  gzip: 'compression.gzip.level',
  lz4: 'compression.lz4.level',
  zstd: 'compression.zstd.level',
}

/** The batch in the topic's compression: itself where that is so already, or is left to producers. */
export function recompressed(batch: RecordBatch, topic: Topic): RecordBatch {
  const wanted = topic.config('compression.type')
  const type = wanted === 'uncompressed' ? 'none' : wanted
  if (type === 'producer' || type === batch.compressionType) return batch
  const builder = new RecordBatchBuilder({ initialCapacity: batch.sizeInBytes })
  batch.forEach(({ timestamp, key, value, headers, offsetDelta }) => {
    builder.append(timestamp, key, value, headers, offsetDelta)
  })
  const { producerId, producerEpoch, baseSequence, isTransactional, timestampType, maxTimestamp } = batch
  const levelConfig = LEVEL_CONFIGS[type]
  const bytes = builder.build({
    compression: defaultCodecs.get(type as Parameters<typeof defaultCodecs.get>[0]),
    ...(levelConfig !== undefined && { level: Number(topic.config(levelConfig)) }),
    producerId,
    producerEpoch,
    baseSequence,
    isTransactional,
    timestampType,
    maxTimestamp,
  })
  return new Batch(bytes)
}
