// The position is set anew while records are with the user or in work: by a truncation (KIP-320), or because the leader does not have it.
import { FakeClock } from '@odradek/test-kit'
import { ErrorCode } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import test, { type ExecutionContext } from 'ava'
import type { AssignedPartition } from '../../../src/core/offsets/subscription-state.ts'
import { Delivery } from '../../../src/delivery.ts'
import { PartitionRun, type RunTask } from '../../../src/run/partition-run.ts'
import { CoreHarness, metadataOf, ORDERS_ID, recordBytes } from '../../support/core-harness.ts'

interface Reader {
  readonly harness: CoreHarness
  readonly delivery: Delivery
  readonly partition: AssignedPartition
}

/** Reads partition 0 from offset 0; ten records of it have come. */
function withTenRecords(): Reader {
  const harness = new CoreHarness()
  harness.metadata = metadataOf('orders', ORDERS_ID, [1])
  harness.ask()
  harness.answerJoin()
  harness.answerSync([0])
  harness.answerOffsets(0n, [0])
  harness.answerFetch(recordBytes(0n, 10))
  const { core } = harness
  const delivery = new Delivery({ core, clock: new FakeClock(), wakeup: () => undefined, maxPollRecords: 500 })
  return { harness, delivery, partition: core.subscription.get({ topic: 'orders', partition: 0 })! }
}

/** The ten records are in work, and of those the first three are finished. */
function withWork(): Reader & { readonly run: PartitionRun; readonly tasks: readonly RunTask[] } {
  const reader = withTenRecords()
  const run = new PartitionRun(reader.partition, () => undefined)
  const tasks = Array.from({ length: 10 }, () => run.add(reader.delivery.takeFreely()!.record))
  reader.delivery.takeFreely()
  for (const task of tasks.slice(0, 3)) run.finish(task)
  return { ...reader, run, tasks }
}

function truncate({ harness }: Reader, endOffset: bigint): void {
  const partitions = [{ partitionIndex: 0, highWatermark: endOffset, divergingEpoch: { epoch: 2, endOffset } }]
  harness.run.answer(fetchApi, { responses: [{ topicId: ORDERS_ID, partitions }] })
  harness.poll()
}

function isAskedFrom(t: ExecutionContext, { harness }: Reader, offset: bigint): void {
  t.is(harness.run.request(fetchApi).topics[0]!.partitions[0]!.fetchOffset, offset)
}

test('after a truncation, work on records that were lost moves nothing', (t) => {
  const reader = withWork()
  const { run, tasks, partition, harness } = reader
  t.false(run.signal.aborted)
  truncate(reader, 6n)
  t.true(run.signal.aborted)
  t.is(partition.position, 3n)
  isAskedFrom(t, reader, 3n)
  for (const task of tasks.slice(3)) run.finish(task)
  t.is(partition.position, 3n)
  t.deepEqual(
    harness.core.subscription.uncommitted().map(({ offset }) => offset),
    [3n],
  )
})

test('a truncation of records that were only fetched ahead leaves alone what is in work', (t) => {
  const reader = withWork()
  const { run, tasks, partition, harness } = reader
  truncate(reader, 10n)
  t.false(run.signal.aborted)
  t.false(harness.run.events.some(({ type }) => type === 'log-truncated'))
  isAskedFrom(t, reader, 10n)
  for (const task of tasks.slice(3)) run.finish(task)
  t.is(partition.position, 10n)
})

test('a position outside of the partition is reset once what is in work before it is finished', (t) => {
  const { harness, run, tasks, partition } = withWork()
  harness.answerFetch(new Uint8Array(), 0, ErrorCode.OFFSET_OUT_OF_RANGE)
  t.false(harness.pendingNames.includes('ListOffsets'))
  t.false(run.signal.aborted)
  for (const task of tasks.slice(3)) run.finish(task)
  t.is(partition.position, 10n)
  harness.advance(1000)
  harness.answerFetch(new Uint8Array(), 0, ErrorCode.OFFSET_OUT_OF_RANGE)
  t.true(harness.pendingNames.includes('ListOffsets'))
})

for (const [name, take] of Object.entries({
  record: (delivery: Delivery) => delivery.nextRecord({}),
  batch: (delivery: Delivery) => delivery.nextBatch({}),
  poll: (delivery: Delivery) => delivery.poll({}, 500, 1000),
}))
  test(`after a truncation, what is in hand says nothing about the position (${name})`, async (t) => {
    const reader = withTenRecords()
    await take(reader.delivery)
    truncate(reader, 0n)
    reader.delivery.settleInHand()
    t.is(reader.partition.position, 0n)
    isAskedFrom(t, reader, 0n)
  })
