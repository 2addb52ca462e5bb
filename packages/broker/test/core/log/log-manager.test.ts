import test from 'ava'
import { DataDirectory } from '../../../src/core/log/data-directory.ts'
import type { LogConfig } from '../../../src/core/log/log-config.ts'
import { LogManager, logManagerDefaults } from '../../../src/core/log/log-manager.ts'
import { append, contents, T0, testConfig } from './log-harness.ts'
import { MemoryLogFolder } from './memory-log-folder.ts'

const owner = { nodeId: 1, clusterId: 'mine', newUuid: () => 'a'.repeat(22) }
const MINUTE = 60_000

function manage(folder: MemoryLogFolder | undefined, nowMs = T0): LogManager {
  const directory = folder && new DataDirectory(folder, owner)
  return new LogManager({ settings: logManagerDefaults, random: () => 0.5, nowMs, ...(directory && { directory }) })
}

function topic(name: string, changes: Partial<LogConfig> = {}, topicId = `id-of-${name}`) {
  return { topicId, name, logConfig: testConfig(changes) }
}

/** Does all that is due until then, at its time. */
function runUntil(logs: LogManager, untilMs: number): void {
  for (let nextMs = logs.nextDeadlineMs; nextMs <= untilMs; nextMs = logs.nextDeadlineMs) logs.onTime(nextMs)
}

for (const [name, folder] of [
  ['memory', undefined],
  ['disk', new MemoryLogFolder()],
] as const) {
  test(`${name}: nothing is due while there are no logs; then retention and compaction are`, (t) => {
    const logs = manage(folder)
    t.is(logs.nextDeadlineMs, Infinity)
    const old = logs.open(topic('old', { retentionMs: 10 * MINUTE }), 0)
    const compacted = logs.open(topic('compacted', { compact: true, delete: false, minCleanableDirtyRatio: 0.1 }), 0)
    for (const key of ['a', 'b', 'a']) {
      append(old, [{ key, value: 'v' }])
      append(compacted, [{ key, value: 'v' }])
    }
    compacted.roll(T0)
    runUntil(logs, T0 + 14_999)
    t.is(contents(compacted).length, 3)
    runUntil(logs, T0 + 15_000)
    t.deepEqual(contents(compacted), ['1:b=v', '2:a=v'])
    runUntil(logs, T0 + 10 * MINUTE)
    t.is(contents(old).length, 3)
    runUntil(logs, T0 + 15 * MINUTE)
    t.deepEqual([old.startOffset, old.endOffset, old.sizeInBytes], [3, 3, 0])
  })
}

test('flush.ms is kept, and heard of when it comes sooner than what else is due', (t) => {
  const folder = new MemoryLogFolder()
  const logs = manage(folder)
  const deadlines: number[] = []
  logs.onDeadline = () => deadlines.push(logs.nextDeadlineMs - T0)
  const log = logs.open(topic('t', { flushMs: 200 }), 0)
  append(log, ['a'], {}, { nowMs: T0 + 100 })
  t.deepEqual(deadlines, [15_000, 300])
  logs.onTime(T0 + 299)
  t.is(log.recoveryPoint, 0)
  logs.onTime(T0 + 300)
  t.is(log.recoveryPoint, 1)
  t.true(folder.folder('t-0').flushed.includes('00000000000000000000.log'))
})

test('checkpoints are written each minute, and say from where on a crash needs a look', (t) => {
  const folder = new MemoryLogFolder()
  const logs = manage(folder)
  const log = logs.open(topic('t', { segmentBytes: 150 }), 3)
  for (const value of ['a', 'b', 'c', 'd']) append(log, [value])
  const { baseOffset } = log.segments.active
  t.true(baseOffset > 0)
  runUntil(logs, T0 + MINUTE)
  const text = (name: string) => new TextDecoder().decode(folder.read(name))
  t.is(text('recovery-point-offset-checkpoint'), `0\n1\nt 3 ${baseOffset}\n`)
  t.is(text('replication-offset-checkpoint'), '0\n1\nt 3 4\n')
  const again = manage(folder.copy()).open(topic('t', { segmentBytes: 150 }), 3)
  t.deepEqual(contents(again), contents(log))
  t.is(again.recoveryPoint, baseOffset)
})

test('where records were deleted is known after a crash', (t) => {
  const folder = new MemoryLogFolder()
  const logs = manage(folder)
  const log = logs.open(topic('t'), 0)
  append(log, ['a', 'b', 'c'])
  logs.deleteRecords('id-of-t', 0, 2)
  t.deepEqual(contents(manage(folder.copy()).open(topic('t'), 0)), ['2:-=c'])
})

test('up to where a log was compacted is known after a restart', (t) => {
  const folder = new MemoryLogFolder()
  const logs = manage(folder)
  const config = { compact: true, delete: false, minCleanableDirtyRatio: 0.1 }
  const log = logs.open(topic('t', config), 0)
  for (const key of ['a', 'a']) append(log, [{ key, value: 'v' }])
  log.roll(T0)
  runUntil(logs, T0 + 15_000)
  logs.close(T0)
  const again = manage(folder)
  again.open(topic('t', config), 0)
  t.is([...again.all()][0]!.cleanedUpTo, 2)
})

test('the folder of a log that is removed goes after file.delete.delay.ms, and at the next start in any case', (t) => {
  const folder = new MemoryLogFolder()
  const logs = manage(folder)
  append(logs.open(topic('t', { fileDeleteDelayMs: 1_000 }), 0), ['a'])
  logs.remove('id-of-t', 0)
  t.deepEqual(folder.folders(), ['t-0.88888888888888888888888888888888-delete'])
  const crashed = folder.copy()
  logs.onTime(T0 + 999)
  t.is(folder.folders().length, 1)
  logs.onTime(logs.nextDeadlineMs)
  t.deepEqual(folder.folders(), [])
  manage(crashed)
  t.deepEqual(crashed.folders(), [])
})

test('the folder of another topic of the same name is not taken over', (t) => {
  const folder = new MemoryLogFolder()
  append(manage(folder).open(topic('t'), 0), ['old'])
  const again = manage(folder.copy()).open(topic('t', {}, 'another-id'), 0)
  t.deepEqual([again.endOffset, contents(again)], [0, []])
})

test('a directory is clean only when it was closed', (t) => {
  const folder = new MemoryLogFolder()
  const logs = manage(folder)
  append(logs.open(topic('t'), 0), ['a'])
  logs.close(T0)
  t.true(new DataDirectory(folder.copy(), owner).wasClosed)
  const running = manage(folder)
  running.open(topic('t'), 0)
  t.false(new DataDirectory(folder.copy(), owner).wasClosed)
})

test('checkpoints that are damaged say nothing', (t) => {
  for (const text of ['', '1\n0\n', '0\n2\nt 0 1\n', '0\n1\nt zero 1\n', '0\n1\nt 0\n']) {
    const folder = new MemoryLogFolder()
    folder.write('log-start-offset-checkpoint', new TextEncoder().encode(text))
    t.is(new DataDirectory(folder, owner).checkpoint('startOffset', 't-0'), undefined, text)
  }
})
