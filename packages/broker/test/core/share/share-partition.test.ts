import { decodeRecordBatches } from '@odradek/records'
import test from 'ava'
import { SharePartition } from '../../../src/core/share/share-partition.ts'
import { append, diskLog, memoryLog } from '../log/log-harness.ts'
import { MemoryLogFolder } from '../log/memory-log-folder.ts'

for (const [where, log] of [
  ['in memory', memoryLog()],
  ['on disk', diskLog(new MemoryLogFolder())],
] as const) {
  test(`a member gets the records of several batches at once from a log ${where}, as many as it wants`, (t) => {
    for (let count = 0; count < 5; count++) append(log, [`${count}`, 'x'])
    const partition = new SharePartition(0)
    const limits = { lockDurationMs: 1000, deliveryCountLimit: 5, maxRecordLocks: 100, committedOnly: false }
    const wanted = { memberId: 'm', maxBytes: 1_000_000, maxRecords: 6, isStrict: false }
    const { records, acquired } = partition.acquire(log, wanted, limits, 0)
    t.deepEqual(acquired, [{ firstOffset: 0n, lastOffset: 5n, deliveryCount: 1 }])
    t.is([...decodeRecordBatches(records)].length, 3)
    t.deepEqual(partition.acquire(log, { ...wanted, isStrict: true, maxRecords: 3 }, limits, 0).acquired, [
      { firstOffset: 6n, lastOffset: 8n, deliveryCount: 1 },
    ])
  })
}
