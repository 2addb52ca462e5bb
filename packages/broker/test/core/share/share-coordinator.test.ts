import { ErrorCode } from '@odradek/protocol'
import { RecordBatch } from '@odradek/records'
import test from 'ava'
import { ShareCoordinator } from '../../../src/core/share/share-coordinator.ts'
import {
  decodeShareState,
  encodeShareState,
  type ShareStateRecord,
} from '../../../src/core/share/share-state-record.ts'
import type { StateBatch } from '../../../src/core/share/state-batches.ts'

// The topic id that Kafka had made up when it wrote the records below.
const KEY = { groupId: 'g', topicId: 'OQ_-lh3tRFugZ7L1_GqyWQ', partition: 0 }
const [AVAILABLE, ACKNOWLEDGED, ARCHIVED] = [0, 2, 4] as const
const NEVER = 500

function batch(firstOffset: bigint, lastOffset: bigint, deliveryState: number, deliveryCount: number): StateBatch {
  return { firstOffset, lastOffset, deliveryState, deliveryCount }
}

/** A coordinator whose records are carried out as they come, as at the end of a log. */
class Coordinated {
  readonly coordinator: ShareCoordinator
  readonly log: ShareStateRecord[] = []

  constructor(updatesPerSnapshot = NEVER) {
    this.coordinator = new ShareCoordinator(updatesPerSnapshot)
  }

  /** Carries a record out; gives its bytes, or the error code of a refusal. */
  take(judged: ShareStateRecord | { readonly errorCode: number } | undefined): string[] | number {
    if (judged === undefined) return ErrorCode.NONE
    if ('errorCode' in judged) return judged.errorCode
    this.coordinator.replay(judged, { partition: 0, offset: this.log.length })
    const bytes = encodeShareState(judged, { offset: this.log.length, leaderEpoch: 0, timestampMs: 5 })
    this.log.push(judged)
    return [...new RecordBatch(bytes).records()].flatMap(({ key, value }) => [hexOf(key), hexOf(value)])
  }

  initialize(stateEpoch: number, startOffset: bigint, nowMs = 0) {
    return this.take(this.coordinator.initialize(KEY, { stateEpoch, startOffset }, nowMs))
  }

  write(startOffset: bigint, deliveryCompleteCount: number, stateBatches: StateBatch[], epochs = {}) {
    const write = { stateEpoch: 2, leaderEpoch: 0, startOffset, deliveryCompleteCount, stateBatches, ...epochs }
    return this.take(this.coordinator.write(KEY, write, 0))
  }

  read(leaderEpoch: number) {
    const read = this.coordinator.read(KEY, leaderEpoch, 0)
    return this.take('errorCode' in read ? read : read.record)
  }
}

function hexOf(bytes: Uint8Array | null): string {
  return bytes === null ? 'null' : Buffer.from(bytes).toString('hex')
}

test('a coordinator writes the records that Kafka 4.3.1 wrote for the same requests', (t) => {
  const id = '390ffe961ded445ba067b2f5fc6ab259'
  const [snapshot, update] = [`0000000167${id}00000000`, `0001000167${id}00000000`]
  const state = new Coordinated()
  t.deepEqual(state.initialize(2, -1n, 0x1a1ff1ec84e), [
    snapshot,
    '0000000000000000000200000000ffffffffffffffff000001a1ff1ec84e000001a1ff1ec84e0100',
  ])
  t.deepEqual(state.write(0n, 1, [batch(1n, 1n, ACKNOWLEDGED, 1)]), [
    update,
    '00000000000000000000000000000000000002000000000000000100000000000000010200010001000400000001',
  ])
  t.deepEqual(state.write(0n, 2, [batch(0n, 0n, ACKNOWLEDGED, 1)]), [
    update,
    '00000000000000000000000000000000000002000000000000000000000000000000000200010001000400000002',
  ])
  t.deepEqual(state.coordinator.find(KEY)!.stateBatches, [batch(0n, 1n, ACKNOWLEDGED, 1)])
  t.deepEqual(state.write(2n, 0, [batch(2n, 2n, AVAILABLE, 1)]), [
    update,
    '00000000000000000000000000000000000202000000000000000200000000000000020000010001000400000000',
  ])
  t.deepEqual(state.write(2n, 3, [batch(2n, 2n, ARCHIVED, 2), batch(3n, 4n, ACKNOWLEDGED, 1)]), [
    update,
    '000000000000000000000000000000000002030000000000000002000000000000000204000200000000000000000300000000000000040200010001000400000003',
  ])
  t.deepEqual(state.read(5), [update, '0000000000000000000500000000000000020101000400000003'])
  t.deepEqual(state.initialize(4, 3n, 0x1a1ff1ed61b), [
    snapshot,
    '00000000000100000004000000000000000000000003000001a1ff1ed61b000001a1ff1ed61b0101000400000000',
  ])
  t.deepEqual(state.take(state.coordinator.remove(KEY)), [snapshot, 'null'])
  t.is(state.coordinator.remove(KEY), undefined)
})

test('leaders of former epochs are fenced, and those that know the state from before it was set anew', (t) => {
  const state = new Coordinated()
  t.is(state.write(0n, 0, []), ErrorCode.INVALID_REQUEST)
  t.is(state.read(0), ErrorCode.INVALID_REQUEST)
  state.initialize(2, 0n)
  t.deepEqual(state.read(0), ErrorCode.NONE)
  state.read(5)
  t.is(state.read(4), ErrorCode.FENCED_LEADER_EPOCH)
  t.is(state.write(0n, 0, [], { leaderEpoch: 4 }), ErrorCode.FENCED_LEADER_EPOCH)
  t.is(state.write(0n, 0, [], { leaderEpoch: 5, stateEpoch: 1 }), ErrorCode.FENCED_STATE_EPOCH)
  t.is(state.initialize(1, 0n), ErrorCode.FENCED_STATE_EPOCH)
  state.initialize(3, 7n)
  t.is(state.write(0n, 0, [], { leaderEpoch: 5, stateEpoch: 2 }), ErrorCode.FENCED_STATE_EPOCH)
  t.is(state.read(4), ErrorCode.FENCED_LEADER_EPOCH)
  t.true(Array.isArray(state.write(7n, 0, [], { leaderEpoch: 5, stateEpoch: 3 })))
})

test('after so many updates a snapshot says all, and what is before it matters no more', (t) => {
  const state = new Coordinated(2)
  state.initialize(2, 0n)
  for (const offset of [3n, 1n, 5n]) state.write(1n, 1, [batch(offset, offset, ACKNOWLEDGED, 1)])
  t.deepEqual(
    state.log.map(({ type }) => type),
    ['snapshot', 'update', 'update', 'snapshot'],
  )
  t.like(state.log[3]!.value, { snapshotEpoch: 1, stateEpoch: 2, startOffset: 1n, deliveryCompleteCount: 1 })
  const stateBatches = [1n, 3n, 5n].map((offset) => batch(offset, offset, ACKNOWLEDGED, 1))
  t.deepEqual(state.coordinator.find(KEY)!.stateBatches, stateBatches)
  t.is(state.coordinator.redundantBefore(0), 3)
  t.is(state.coordinator.redundantBefore(1), undefined)
})

test('the log of a coordinator, read from its last snapshot on, brings the same state back', (t) => {
  const state = new Coordinated(2)
  state.initialize(2, -1n)
  state.read(1)
  for (const offset of [0n, 3n, 1n, 6n, 2n])
    state.write(0n, 1, [batch(offset, offset, ACKNOWLEDGED, 1)], { leaderEpoch: 1 })
  const again = new ShareCoordinator(2)
  const from = state.coordinator.redundantBefore(0)!
  t.true(from > 0)
  for (const [offset, record] of state.log.entries()) {
    if (offset < from) continue
    const [read] = new RecordBatch(encodeShareState(record, { offset, leaderEpoch: 0, timestampMs: 5 })).records()
    again.replay(decodeShareState(read!.key!, read!.value)!, { partition: 0, offset })
  }
  t.deepEqual(again.find(KEY), state.coordinator.find(KEY))
  t.like(again.read(KEY, 0, 0), { errorCode: ErrorCode.FENCED_LEADER_EPOCH })
})

test('records of later Kafkas are passed over', (t) => {
  t.is(decodeShareState(Uint8Array.of(0, 9, 1), null), undefined)
})
