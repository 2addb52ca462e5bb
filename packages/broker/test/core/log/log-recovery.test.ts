import test from 'ava'
import { append, appendMarker, contents, diskLog, T0 } from './log-harness.ts'
import { MemoryLogFolder } from './memory-log-folder.ts'

const LOG = '00000000000000000000.log'

function filled(folder: MemoryLogFolder, config = {}) {
  const log = diskLog(folder, { indexIntervalBytes: 100, ...config })
  for (let index = 0; index < 6; index++) {
    append(log, [`v${index}`, `w${index}`], { producerId: 1n, producerEpoch: 0, baseSequence: index * 2 })
  }
  append(log, ['t'], { producerId: 2n, producerEpoch: 0, baseSequence: 0, isTransactional: true })
  appendMarker(log, 'abort', 2n)
  append(log, ['end'])
  return log
}

test('cut at any byte, a log is found again up to its last whole batch, and goes on from there', (t) => {
  const folder = new MemoryLogFolder()
  const log = filled(folder)
  const whole = contents(log)
  const bytes = folder.read(LOG)!
  const ends: { size: number; next: number }[] = [{ size: 0, next: 0 }]
  for (const batch of log.batchesFrom(0)) {
    ends.push({ size: ends.at(-1)!.size + batch.bytes.length, next: batch.lastOffset + 1 })
  }
  for (let size = 0; size <= bytes.length; size++) {
    const crashed = folder.copy()
    crashed.stored.get(LOG)!.bytes = bytes.slice(0, size)
    const again = diskLog(crashed)
    const expected = ends.findLast((end) => end.size <= size)!
    t.is(again.endOffset, expected.next)
    t.is(again.sizeInBytes, expected.size)
    const data = whole.filter((record) => Number(record.split(':')[0]) < expected.next)
    t.deepEqual(contents(again), data)
    t.is(again.producers.entries.get(1n)?.batches.at(-1)?.lastSequence, lastSequence(expected.next))
    append(again, ['more'])
    t.deepEqual(contents(again), [...data, `${expected.next}:-=more`])
  }
})

function lastSequence(endOffset: number): number | undefined {
  return endOffset < 2 ? undefined : Math.min(endOffset, 12) - 1
}

test('a changed byte ends the log before its batch', (t) => {
  const folder = new MemoryLogFolder()
  const log = filled(folder)
  const bytes = folder.read(LOG)!
  const second = log.batchesFrom(0)
  const size = second.next().value!.bytes.length
  // What lies outside the checksum: base offset, length, leader epoch, magic.
  for (let at = 16; at < size; at++) {
    const damaged = folder.copy()
    damaged.stored.get(LOG)!.bytes = bytes.map((byte, index) => (index === size + at ? byte ^ 0x55 : byte))
    const again = diskLog(damaged)
    t.is(again.endOffset, 2, `byte ${at}`)
    t.is(again.sizeInBytes, size)
  }
})

test('indexes and aborted transactions are built anew from the batches', (t) => {
  const folder = new MemoryLogFolder()
  const log = filled(folder)
  const crashed = folder.copy()
  for (const name of crashed.files()) if (!name.endsWith('.log')) crashed.remove(name)
  const again = diskLog(crashed, { indexIntervalBytes: 100 })
  t.deepEqual(contents(again), contents(log))
  t.deepEqual(again.abortedTransactions(0, 99), log.abortedTransactions(0, 99))
  t.deepEqual(again.epochs.entries, log.epochs.entries)
  t.deepEqual(again.producers.toSnapshot(), log.producers.toSnapshot())
  log.close(T0)
  for (const suffix of ['.index', '.timeindex', '.txnindex']) {
    const name = LOG.replace('.log', suffix)
    t.deepEqual(crashed.read(name), folder.read(name), suffix)
  }
})

test('after damage in one segment those that follow are removed', (t) => {
  const folder = new MemoryLogFolder()
  const log = filled(folder, { segmentBytes: 200 })
  t.true(log.segments.all.length > 3)
  const second = log.segments.all[1]!.baseOffset
  const name = folder.files().find((file) => file.endsWith('.log') && file.includes(`0${second}.`))!
  folder.stored.get(name)!.bytes[30]! ^= 1
  const again = diskLog(folder.copy())
  t.is(again.endOffset, second)
  t.is(again.segments.all.length, 2)
  // Below the recovery point nothing is looked at.
  t.is(diskLog(folder.copy(), {}, { recoveryPoint: log.endOffset }).segments.all.length, log.segments.all.length)
})

test('files that point at nothing are removed, and indexes that are damaged built again', (t) => {
  const folder = new MemoryLogFolder()
  const log = filled(folder)
  const expected = contents(log)
  log.close(T0)
  folder.write('00000000000000000099.index', new Uint8Array(8))
  folder.write('00000000000000000000.index', new Uint8Array([1, 2, 3]))
  folder.write('00000000000000000050.log.cleaned', new Uint8Array(8))
  folder.write('00000000000000000051.timeindex.deleted', new Uint8Array(8))
  const again = diskLog(folder, {}, { wasClosed: true })
  t.deepEqual(contents(again), expected)
  t.is(folder.read('00000000000000000000.index')!.length % 8, 0)
  t.deepEqual(
    folder.files().filter((name) => /99|50|51/.test(name)),
    [],
  )
})

test('a log whose records all lie before its start begins anew there', (t) => {
  const folder = new MemoryLogFolder()
  filled(folder)
  const again = diskLog(folder, {}, { startOffset: 1_000 })
  t.deepEqual([again.startOffset, again.endOffset], [1_000, 1_000])
  append(again, ['a'])
  t.deepEqual(contents(again), ['1000:-=a'])
  t.deepEqual(contents(diskLog(folder, {}, { startOffset: 1_000 })), ['1000:-=a'])
})

test('the start of a log lasts', (t) => {
  const folder = new MemoryLogFolder()
  filled(folder)
  t.is(contents(diskLog(folder, {}, { startOffset: 5 }))[0], '5:-=w2')
})
