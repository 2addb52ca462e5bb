import { decodeRecordBatches } from '@odradek/records'
import test from 'ava'
import { cleanFilthiest } from '../../../../src/core/log/cleaner/log-cleaner.ts'
import type { LogConfig } from '../../../../src/core/log/log-config.ts'
import type { PartitionLog } from '../../../../src/core/log/partition-log.ts'
import { append, appendMarker, contents, diskLog, memoryLog, T0 } from '../log-harness.ts'
import { MemoryLogFolder } from '../memory-log-folder.ts'

const compact = { compact: true, delete: false, minCleanableDirtyRatio: 0.01, deleteRetentionMs: 1_000 }
const stores: [name: string, make: (config?: Partial<LogConfig>) => PartitionLog][] = [
  ['memory', (config) => memoryLog({ ...compact, ...config })],
  ['disk', (config) => diskLog(new MemoryLogFolder(), { ...compact, ...config })],
]

function put(log: PartitionLog, key: string, value: string | null, timestamp = T0): void {
  append(log, [{ key, value, timestamp }])
}

/** What the log's batches are: `base-last:records`, with their delete horizon after T0. */
function batches(log: PartitionLog): string[] {
  return Array.from(log.batchesFrom(0), ({ bytes }) => {
    const [batch] = decodeRecordBatches(bytes)
    batch!.ensureValid()
    const horizon = batch!.deleteHorizonMs === undefined ? '' : `@${batch!.deleteHorizonMs - T0}`
    return `${batch!.baseOffset}-${batch!.lastOffset}:${batch!.count}${horizon}`
  })
}

class Cleaner {
  readonly cleanable: { readonly log: PartitionLog; cleanedUpTo: number | undefined }

  constructor(log: PartitionLog) {
    this.cleanable = { log, cleanedUpTo: undefined }
  }

  clean(afterMs: number): boolean {
    return cleanFilthiest([this.cleanable], T0 + afterMs)
  }
}

for (const [name, make] of stores) {
  test(`${name}: of each key the last record stays, at its offset; the active segment is left alone`, (t) => {
    const log = make()
    append(log, [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
      { key: 'a', value: '3' },
    ])
    put(log, 'c', '4')
    put(log, 'b', '5')
    put(log, 'd', '6')
    log.roll(T0)
    put(log, 'a', '7')
    const cleaner = new Cleaner(log)
    t.true(cleaner.clean(0))
    t.is(cleaner.cleanable.cleanedUpTo, 6)
    t.deepEqual(contents(log), ['2:a=3', '3:c=4', '4:b=5', '5:d=6', '6:a=7'])
    t.deepEqual(batches(log), ['0-2:1', '3-3:1', '4-4:1', '5-5:1', '6-6:1'])
    t.false(cleaner.clean(0))
    log.roll(T0)
    t.true(cleaner.clean(0))
    t.deepEqual(contents(log), ['3:c=4', '4:b=5', '5:d=6', '6:a=7'])
    t.deepEqual([log.startOffset, log.endOffset], [0, 7])
    t.deepEqual(
      log.segments.all.map((segment) => segment.baseOffset),
      [0, 7],
    )
  })

  test(`${name}: a tombstone is given a horizon by the first round, and goes with a round after it`, (t) => {
    const log = make()
    put(log, 'a', '1')
    put(log, 'a', null)
    put(log, 'b', '2')
    log.roll(T0)
    const cleaner = new Cleaner(log)
    t.true(cleaner.clean(100))
    t.deepEqual(batches(log), ['1-1:1@1100', '2-2:1'])
    const again = (afterMs: number) => {
      put(log, 'z', String(afterMs))
      log.roll(T0)
      t.true(cleaner.clean(afterMs))
      return batches(log)
    }
    t.deepEqual(again(1_099), ['1-1:1@1100', '2-2:1', '3-3:1'])
    t.deepEqual(again(1_100), ['2-2:1', '4-4:1'])
  })

  test(`${name}: records of aborted transactions go at once, their marker once its horizon has passed`, (t) => {
    const log = make()
    const transactional = { producerId: 1n, producerEpoch: 0, isTransactional: true }
    append(log, [{ key: 'a', value: 'aborted' }], { ...transactional, baseSequence: 0 })
    appendMarker(log, 'abort', 1n)
    append(log, [{ key: 'b', value: 'committed' }], { ...transactional, baseSequence: 1 })
    appendMarker(log, 'commit', 1n)
    append(log, [{ key: 'c', value: 'later' }], { ...transactional, baseSequence: 2 })
    appendMarker(log, 'commit', 1n)
    log.roll(T0)
    const cleaner = new Cleaner(log)
    t.true(cleaner.clean(0))
    // The abort marker stays as long as readers may have seen a record of its transaction: it had one in this round.
    t.deepEqual(batches(log), ['1-1:1', '2-2:1', '3-3:1', '4-4:1', '5-5:1'])
    t.deepEqual(contents(log), ['2:b=committed', '4:c=later'])
    t.is(log.abortedTransactions(0, 99).length, 1)
    const again = (afterMs: number) => {
      put(log, 'z', String(afterMs))
      log.roll(T0)
      t.true(cleaner.clean(afterMs))
      return batches(log)
    }
    t.deepEqual(again(10).slice(0, 2), ['1-1:1@1010', '2-2:1'])
    t.is(log.abortedTransactions(0, 99).length, 0)
    t.is(again(1_010)[0], '2-2:1')
  })

  test(`${name}: an open transaction is not compacted, nor what follows it`, (t) => {
    const log = make()
    put(log, 'a', '1')
    put(log, 'a', '2')
    log.roll(T0)
    append(log, [{ key: 'a', value: '3' }], {
      producerId: 1n,
      producerEpoch: 0,
      baseSequence: 0,
      isTransactional: true,
    })
    log.roll(T0)
    put(log, 'a', '4')
    log.roll(T0)
    t.true(new Cleaner(log).clean(0))
    t.deepEqual(contents(log), ['1:a=2', '2:a=3', '3:a=4'])
  })

  test(`${name}: the last batch of a producer stays as a header, and with it its sequence`, (t) => {
    const log = make()
    append(log, [{ key: 'a', value: '1' }], { producerId: 1n, producerEpoch: 3, baseSequence: 9 })
    put(log, 'a', '2')
    put(log, 'a', '3')
    log.roll(T0)
    t.true(new Cleaner(log).clean(0))
    t.deepEqual(batches(log), ['0-0:0', '2-2:1'])
    const [batch] = decodeRecordBatches(log.read(0, 61, true)[0]!)
    t.like(batch, { producerId: 1n, producerEpoch: 3, baseSequence: 9, lastSequence: 9 })
  })

  test(`${name}: what is younger than min.compaction.lag.ms waits, and what waits for max.compaction.lag.ms is due`, (t) => {
    const log = make({ minCleanableDirtyRatio: 0.9, minCompactionLagMs: 500, maxCompactionLagMs: 5_000 })
    put(log, 'old', '1')
    log.roll(T0)
    const cleaner = new Cleaner(log)
    t.false(cleaner.clean(499))
    t.true(cleaner.clean(500))
    put(log, 'a', '1', T0 + 1_000)
    log.roll(T0)
    t.false(cleaner.clean(1_500))
    t.false(cleaner.clean(6_000))
    t.true(cleaner.clean(6_001))
  })

  test(`${name}: segments that have become small are made one`, (t) => {
    const log = make({ segmentBytes: 400 })
    for (let index = 0; index < 30; index++) put(log, `k${index % 4}`, String(index))
    t.true(log.segments.all.length > 5)
    const cleaner = new Cleaner(log)
    t.true(cleaner.clean(0))
    log.roll(T0)
    put(log, 'last', 'x')
    t.true(cleaner.clean(0))
    t.true(log.segments.all.length <= 3)
    t.deepEqual(contents(log), ['26:k2=26', '27:k3=27', '28:k0=28', '29:k1=29', '30:last=x'])
  })
}

test('compaction goes on after a crash at any step of the swap', (t) => {
  const folder = new MemoryLogFolder()
  const log = diskLog(folder, { ...compact, segmentBytes: 300 })
  for (let index = 0; index < 12; index++) put(log, `k${index % 3}`, String(index))
  const before = contents(log)
  const states: MemoryLogFolder[] = []
  for (const method of ['rename', 'remove', 'write'] as const) {
    const original = folder[method].bind(folder) as (...args: unknown[]) => void
    Object.assign(folder, {
      [method]: (...args: unknown[]) => {
        states.push(folder.copy())
        original(...args)
      },
    })
  }
  t.true(new Cleaner(log).clean(0))
  const after = contents(log)
  t.true(after.length < before.length)
  t.true(states.length > 8)
  for (const state of states) {
    const found = contents(diskLog(state, compact))
    const values = (records: readonly string[]) =>
      Object.fromEntries(records.map((record) => record.split(/[:=]/).slice(1)))
    t.true(found.length <= before.length)
    t.deepEqual(values(found), values(before))
    t.deepEqual(
      state.files().filter((name) => /cleaned|swap|deleted/.test(name)),
      [],
    )
  }
})
