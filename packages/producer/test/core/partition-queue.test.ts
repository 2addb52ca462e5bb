import test from 'ava'

import { BatchBuffers } from '../../src/core/batch-buffers.ts'
import { BATCH_OVERHEAD, type OutgoingRecord } from '../../src/core/outgoing-record.ts'
import { PartitionQueue } from '../../src/core/partition-queue.ts'
import { TopicQueues } from '../../src/core/topic-queues.ts'

const receiver = { onDelivered: () => undefined, onFailed: () => undefined }

function recordOf(valueBytes: number): OutgoingRecord {
  const value = new Uint8Array(valueBytes)
  const sizeInBytes = valueBytes + 21
  return {
    partition: 0,
    key: null,
    value,
    headers: undefined,
    timestamp: 1,
    sizeInBytes,
    receiver,
    tag: 0,
    deadlineMs: 0,
  }
}

/** Opens a batch, fills it up to `limit` bytes, and has it acknowledged. Returns the buffer that it was in. */
function fillOne(queue: PartitionQueue, buffers: BatchBuffers, record: OutgoingRecord, limit: number): Uint8Array {
  const batch = queue.openBatch(record, 0, 0, buffers)
  do batch.append(record)
  while (batch.hasRoomFor(record.sizeInBytes, limit))
  queue.finish(queue.drain())
  return batch.releaseBuffer()
}

for (const { title, batchSize, largestBatch, valueBytes } of [
  { title: 'batches of batchSize', batchSize: 16_384, largestBatch: 16_384, valueBytes: 100 },
  { title: 'batches that grow while they wait', batchSize: 16_384, largestBatch: 262_144, valueBytes: 100 },
  { title: 'batches of large records', batchSize: 16_384, largestBatch: 262_144, valueBytes: 10_000 },
]) {
  test(`${title}: one full batch after the other is written into the same buffer`, (t) => {
    const buffers = new BatchBuffers(batchSize, largestBatch)
    const queue = new PartitionQueue(new TopicQueues('t'), 0)
    const record = recordOf(valueBytes)
    // What the batches of a partition take is known from the first on.
    const first = fillOne(queue, buffers, record, largestBatch)
    t.true(first.length >= largestBatch - BATCH_OVERHEAD - record.sizeInBytes)
    buffers.give(first)
    for (let i = 0; i < 5; i++) {
      const next = fillOne(queue, buffers, record, largestBatch)
      t.is(next, first)
      buffers.give(next)
    }
  })
}
