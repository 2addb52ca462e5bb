// An acknowledged record survives a crash at any byte of what is written (with flush.messages=1, as acks=all with flush asks for).
import test, { type ExecutionContext } from 'ava'
import type { PartitionLog } from '../../../src/core/log/partition-log.ts'
import { append, appendMarker, contents, diskLog, T0 } from './log-harness.ts'
import { type CrashedFolder, RecordingLogFolder } from './recording-log-folder.ts'

const configs = { flushMessages: 1, segmentBytes: 450, indexIntervalBytes: 100 }
const BATCHES = 24

/** What a log holds, with all that a broker must know after a restart to go on as before. */
function stateOf(log: PartitionLog): string {
  const producers = [...log.producers.entries].map(([id, { epoch, batches, currentTxnFirstOffset }]) => {
    return `${id}/${epoch}: ${batches.at(-1)?.lastSequence} ${currentTxnFirstOffset}`
  })
  const aborted = log.abortedTransactions(0, log.endOffset).map(({ producerId, firstOffset }) => {
    return `${producerId}@${firstOffset}`
  })
  return JSON.stringify([
    log.endOffset,
    log.lastStableOffset,
    contents(log),
    producers.sort(),
    aborted,
    log.epochs.latest,
  ])
}

/** A log of several segments: plain records, an idempotent producer, transactions that were committed, aborted, or are open. */
function writtenLog(): { folder: RecordingLogFolder; states: string[] } {
  const folder = new RecordingLogFolder()
  const log = diskLog(folder, configs)
  const states = [stateOf(log)]
  const note = () => {
    states.push(stateOf(log))
    folder.mark(String(states.length - 1))
  }
  for (let count = 0; count < BATCHES; count++) {
    const sequence = Math.floor(count / 4)
    const nowMs = T0 + count
    const leaderEpoch = Math.floor(count / 10)
    if (count % 4 === 0) append(log, [`plain ${count}`, 'x'.repeat(count)], {}, { nowMs, leaderEpoch })
    else if (count % 4 === 1) {
      append(
        log,
        [`one ${count}`],
        { producerId: 1n, producerEpoch: 0, baseSequence: sequence },
        { nowMs, leaderEpoch },
      )
    } else if (count % 4 === 2) {
      const producer = { producerId: 2n, producerEpoch: 0, baseSequence: sequence, isTransactional: true }
      append(log, [`two ${count}`], producer, { nowMs, leaderEpoch })
    } else appendMarker(log, sequence % 2 === 0 ? 'abort' : 'commit', 2n, { nowMs, leaderEpoch })
    note()
  }
  return { folder, states }
}

function check(t: ExecutionContext, { folder, mark, where }: CrashedFolder, states: readonly string[]): void {
  const acknowledged = mark === undefined ? 0 : Number(mark)
  const found = stateOf(diskLog(folder, configs))
  // What was on its way may be there as a whole, or not at all.
  if (found === states[acknowledged] || found === states[acknowledged + 1]) return
  t.is(found, states[acknowledged]!, where)
}

test('killed at any byte of what it writes, a log is found again with all that was acknowledged', (t) => {
  const { folder, states } = writtenLog()
  t.true(folder.files().filter((name) => name.endsWith('.log')).length > 3)
  t.true(folder.files().some((name) => name.endsWith('.txnindex')))
  let crashes = 0
  for (const crashed of folder.kills()) {
    check(t, crashed, states)
    crashes++
  }
  t.true(crashes > 2_000)
})

test('when all is lost that was not flushed, all that was acknowledged is there', (t) => {
  const { folder, states } = writtenLog()
  for (const crashed of folder.powerCuts()) check(t, crashed, states)
  t.pass()
})

test('a log that was found after a crash goes on, and is found again after the next one', (t) => {
  const { folder } = writtenLog()
  const crashes = [...folder.kills()].filter((_crashed, index) => index % 37 === 0)
  for (const { folder: files, where } of crashes) {
    const log = diskLog(files, configs)
    append(log, ['afterwards'], {}, { leaderEpoch: 9 })
    const state = stateOf(log)
    t.is(stateOf(diskLog(files.copy(), configs)), state, where)
  }
})
