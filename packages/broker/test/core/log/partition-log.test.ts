import test from 'ava'
import { decodeProducerSnapshot, RecordBatch } from '@odradek/records'
import type { LogConfig } from '../../../src/core/log/log-config.ts'
import type { PartitionLog } from '../../../src/core/log/partition-log.ts'
import { append, appendMarker, contents, diskLog, memoryLog, T0 } from './log-harness.ts'
import { MemoryLogFolder } from './memory-log-folder.ts'

const stores: [name: string, make: (config?: Partial<LogConfig>) => PartitionLog][] = [
  ['memory', (config) => memoryLog(config)],
  ['disk', (config) => diskLog(new MemoryLogFolder(), config)],
]
const big = 'x'.repeat(400)

for (const [name, make] of stores) {
  test(`${name}: batches are read from the one that holds an offset, whole ones up to a size`, (t) => {
    const log = make()
    append(log, ['a', 'b'])
    append(log, ['c'])
    append(log, ['d', 'e'])
    t.deepEqual(contents(log), ['0:-=a', '1:-=b', '2:-=c', '3:-=d', '4:-=e'])
    t.is(log.endOffset, 5)
    t.is(offsetsOf(log.read(1, 10_000, true)).join(), '0,2,3')
    t.is(offsetsOf(log.read(4, 10_000, true)).join(), '3')
    t.is(offsetsOf(log.read(2, 1, true)).join(), '2')
    t.deepEqual(log.read(2, 1, false), [])
    t.deepEqual(log.read(5, 10_000, true), [])
    t.is(offsetsOf(log.read(0, 10_000, true, 3)).join(), '0,2')
  })

  test(`${name}: a segment is left behind when it is full, and all are read`, (t) => {
    const log = make({ segmentBytes: 1_200 })
    for (let index = 0; index < 10; index++) append(log, [`${index}${big}`])
    t.deepEqual(
      log.segments.all.map((segment) => segment.baseOffset),
      [0, 2, 4, 6, 8],
    )
    t.is(contents(log).length, 10)
    t.is(
      log.sizeInBytes,
      log.segments.all.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0),
    )
  })

  test(`${name}: a segment is left behind when its records span segment.ms, less its jitter`, (t) => {
    const log = make({ segmentMs: 1_000 })
    for (const after of [0, 1_000, 1_001, 1_500]) append(log, [{ value: 'a', timestamp: T0 + after }])
    t.deepEqual(
      log.segments.all.map((segment) => segment.baseOffset),
      [0, 2],
    )
  })

  test(`${name}: a segment is left behind when its index is full`, (t) => {
    const log = make({ indexIntervalBytes: 0, segmentIndexBytes: 24 })
    for (let index = 0; index < 12; index++) append(log, [{ value: 'a', timestamp: T0 + index }])
    t.true(log.segments.all.length > 2)
    t.is(contents(log).length, 12)
  })

  test(`${name}: records are found by their timestamps, over segments`, (t) => {
    const log = make({ segmentBytes: 1_200, indexIntervalBytes: 300 })
    for (let index = 0; index < 10; index++) append(log, [{ value: big, timestamp: T0 + index * 10 }])
    append(log, [{ value: big, timestamp: T0 + 15 }])
    for (let index = 0; index < 10; index++) {
      t.is(log.offsetOfTimestamp(T0 + index * 10)?.offset, index)
      t.is(log.offsetOfTimestamp(T0 + index * 10 - 9)?.offset, index)
    }
    t.is(log.offsetOfTimestamp(T0 + 91), undefined)
    t.deepEqual(log.offsetOfMaxTimestamp(), { offset: 9, timestamp: T0 + 90, leaderEpoch: 0 })
  })

  test(`${name}: a truncated log goes on where it was cut`, (t) => {
    const log = make({ segmentBytes: 1_200, indexIntervalBytes: 300 })
    for (let index = 0; index < 10; index++) {
      append(log, [`${index}${big}`], { producerId: 1n, producerEpoch: 0, baseSequence: index }, { leaderEpoch: index })
    }
    log.truncateTo(5, T0)
    t.is(log.endOffset, 5)
    t.is(contents(log).length, 5)
    t.is(log.epochs.latest, 4)
    t.is(log.producers.entries.get(1n)!.batches.at(-1)!.lastSequence, 4)
    append(log, ['new'], {}, { leaderEpoch: 11 })
    t.is(contents(log).at(-1), '5:-=new')
    t.deepEqual(log.epochs.endOffsetOf(4, log.endOffset), { epoch: 4, endOffset: 5 })
    log.truncateFullyAndStartAt(40, T0)
    t.deepEqual([log.startOffset, log.endOffset, log.sizeInBytes], [40, 40, 0])
    append(log, ['z'])
    t.deepEqual(contents(log), ['40:-=z'])
  })

  test(`${name}: readers of committed records stop at the first open transaction, and hear of aborted ones`, (t) => {
    const log = make()
    const producer = (producerId: bigint, baseSequence = 0) => {
      return { producerId, producerEpoch: 0, baseSequence, isTransactional: true }
    }
    append(log, ['a'], producer(1n))
    append(log, ['b'], producer(2n))
    append(log, ['c'])
    t.is(log.lastStableOffset, 0)
    appendMarker(log, 'abort', 1n)
    t.is(log.lastStableOffset, 1)
    appendMarker(log, 'commit', 2n)
    t.is(log.lastStableOffset, 5)
    const aborted = { producerId: 1n, firstOffset: 0n, lastOffset: 3n, lastStableOffset: 1n }
    t.deepEqual(log.abortedTransactions(0, 5), [aborted])
    t.deepEqual(log.abortedTransactions(4, 5), [])
    t.is(log.producers.entries.get(1n)!.coordinatorEpoch, 7)
  })

  test(`${name}: a transaction is undecided until its marker lies below the high watermark`, (t) => {
    const log = make()
    append(log, ['a'], { producerId: 1n, producerEpoch: 0, baseSequence: 0, isTransactional: true })
    log.setHighWatermark(1)
    appendMarker(log, 'commit', 1n)
    t.deepEqual([log.highWatermark, log.lastStableOffset], [1, 0])
    log.setHighWatermark(9)
    t.deepEqual([log.highWatermark, log.lastStableOffset], [2, 2])
  })
}

function offsetsOf(read: readonly Uint8Array[]): number[] {
  const offsets: number[] = []
  for (const bytes of read) {
    for (let at = 0; at < bytes.length;) {
      const size = new DataView(bytes.buffer, bytes.byteOffset + at).getInt32(8) + 12
      offsets.push(Number(new RecordBatch(bytes.subarray(at, at + size)).baseOffset))
      at += size
    }
  }
  return offsets
}

test('jitter makes a segment end sooner', (t) => {
  const log = memoryLog({ segmentMs: 1_000, segmentJitterMs: 600 }, () => 0.5)
  for (const after of [0, 700, 701]) append(log, [{ value: 'a', timestamp: T0 + after }])
  t.is(log.segments.all.length, 2)
})

test('a log that was closed is found again, with its producers, epochs and transactions, and nothing is read anew', (t) => {
  const folder = new MemoryLogFolder()
  const log = diskLog(folder, { segmentBytes: 1_200 })
  const transactional = { producerId: 1n, producerEpoch: 0, isTransactional: true }
  append(log, ['a', big], { ...transactional, baseSequence: 0 }, { leaderEpoch: 3 })
  appendMarker(log, 'abort', 1n)
  for (let index = 0; index < 9; index++)
    append(log, [`${index}${big}`], { producerId: 5n, producerEpoch: 2, baseSequence: index })
  append(log, ['open'], { ...transactional, baseSequence: 2 })
  const before = contents(log)
  log.close(T0)
  // Damage that a check would find: a log that was closed is not checked.
  const again = diskLog(folder.copy(), {}, { wasClosed: true })
  t.deepEqual(contents(again), before)
  t.deepEqual(
    [again.startOffset, again.endOffset, again.recoveryPoint, again.lastStableOffset],
    [0, log.endOffset, log.endOffset, 12],
  )
  t.deepEqual(again.epochs.entries, log.epochs.entries)
  t.deepEqual(again.producers.toSnapshot(), log.producers.toSnapshot())
  t.deepEqual(again.abortedTransactions(0, 99), log.abortedTransactions(0, 99))
  t.deepEqual(
    again.segments.all.map(({ baseOffset, maxTimestamp }) => [baseOffset, maxTimestamp]),
    log.segments.all.map(({ baseOffset, maxTimestamp }) => [baseOffset, maxTimestamp]),
  )
})

test('a producer snapshot is written with each new segment', (t) => {
  const folder = new MemoryLogFolder()
  const log = diskLog(folder, { segmentBytes: 1_200 })
  for (let index = 0; index < 5; index++) append(log, [big], { producerId: 5n, producerEpoch: 2, baseSequence: index })
  const names = folder.files().filter((name) => name.endsWith('.snapshot'))
  t.deepEqual(names, ['00000000000000000002.snapshot', '00000000000000000004.snapshot'])
  const [stored] = decodeProducerSnapshot(folder.read(names[1]!)!)
  t.like(stored, { producerId: 5n, producerEpoch: 2, lastSequence: 3, lastOffset: 3n, offsetDelta: 0 })
})

test('flush.messages flushes the segments that were written since, and moves the recovery point', (t) => {
  const folder = new MemoryLogFolder()
  const log = diskLog(folder, { segmentBytes: 1_200, flushMessages: 3 })
  append(log, [big])
  append(log, [big])
  t.deepEqual([folder.flushed.length, log.recoveryPoint], [0, 0])
  append(log, [big])
  t.deepEqual(folder.flushed, ['00000000000000000000.log', '00000000000000000002.log'])
  t.is(log.recoveryPoint, 3)
})

test('flush.ms says until when what was appended waits', (t) => {
  const log = diskLog(new MemoryLogFolder(), { flushMs: 500 })
  t.is(log.flushAtMs, Infinity)
  append(log, ['a'])
  t.is(log.flushAtMs, T0 + 500)
  log.flush(T0 + 500)
  t.is(log.flushAtMs, Infinity)
})

test('files of removed segments go after file.delete.delay.ms', (t) => {
  const folder = new MemoryLogFolder()
  const log = diskLog(folder, { segmentBytes: 1_200, fileDeleteDelayMs: 50 })
  for (let index = 0; index < 5; index++) append(log, [big])
  log.removeSegments(log.segments.all.slice(0, 1), T0)
  t.is(log.startOffset, 2)
  t.true(folder.files().includes('00000000000000000000.log.deleted'))
  log.store.purge(T0 + 49)
  t.is(log.store.nextPurgeMs, T0 + 50)
  log.store.purge(T0 + 50)
  t.false(folder.files().some((name) => name.includes('deleted')))
})
