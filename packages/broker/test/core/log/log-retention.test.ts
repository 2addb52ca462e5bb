import test from 'ava'
import type { LogConfig } from '../../../src/core/log/log-config.ts'
import { deleteOldSegments } from '../../../src/core/log/log-retention.ts'
import type { PartitionLog } from '../../../src/core/log/partition-log.ts'
import { append, diskLog, memoryLog, T0 } from './log-harness.ts'
import { MemoryLogFolder } from './memory-log-folder.ts'

const stores: [name: string, make: (config?: Partial<LogConfig>) => PartitionLog][] = [
  ['memory', (config) => memoryLog(config)],
  ['disk', (config) => diskLog(new MemoryLogFolder(), config)],
]

/** Five segments of one record each, a second apart. */
function fill(log: PartitionLog): void {
  for (let index = 0; index < 5; index++) {
    if (index > 0) log.roll(T0)
    append(log, [{ value: 'v', timestamp: T0 + index * 1_000 }])
  }
}

for (const [name, make] of stores) {
  test(`${name}: segments older than retention.ms go, the active one too, and the log goes on at its end`, (t) => {
    const log = make({ retentionMs: 10_000 })
    fill(log)
    t.is(deleteOldSegments(log, T0 + 10_000), 0)
    t.is(deleteOldSegments(log, T0 + 11_001), 2)
    t.deepEqual([log.startOffset, log.endOffset], [2, 5])
    t.is(deleteOldSegments(log, T0 + 99_999), 3)
    t.deepEqual([log.startOffset, log.endOffset, log.sizeInBytes], [5, 5, 0])
    t.is(append(log, ['next']), 5)
    t.is(deleteOldSegments(log, T0 + 1), 0)
  })

  test(`${name}: no more than retention.bytes stay, in whole segments`, (t) => {
    const log = make({ retentionMs: -1 })
    fill(log)
    const size = log.sizeInBytes / 5
    for (const [retentionBytes, deleted] of [
      [size * 5, 0],
      [size * 3 + 1, 1],
      [size * 3, 1],
      [0, 3],
    ] as const) {
      Object.assign(log.config, { retentionBytes })
      t.is(deleteOldSegments(log, T0), deleted)
    }
    t.is(log.startOffset, 5)
  })

  test(`${name}: segments before the log's start go whatever the policy`, (t) => {
    const log = make({ delete: false, compact: true, retentionMs: 0 })
    fill(log)
    t.is(deleteOldSegments(log, T0 + 99_999), 0)
    t.true(log.incrementStartOffset(3))
    t.is(deleteOldSegments(log, T0), 3)
    t.is(log.segments.first.baseOffset, 3)
  })

  test(`${name}: what is not committed stays`, (t) => {
    const log = make({ retentionMs: 0 })
    fill(log)
    log.setHighWatermark(2)
    t.is(deleteOldSegments(log, T0 + 99_999), 2)
    t.false(log.incrementStartOffset(3))
  })
}
