import { advanceUntilSettled, FakeClock } from '@odradek/test-kit'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import test from 'ava'
import { PollInterval } from '../src/core/user-activity.ts'
import { CorruptRecordError } from '../src/corrupt-record-error.ts'
import { Delivery } from '../src/delivery.ts'
import { PartitionRun } from '../src/run/partition-run.ts'
import { ShareDelivery } from '../src/share/share-delivery.ts'
import { CoreHarness, recordBytes } from './support/core-harness.ts'
import { ShareHarness } from './support/share-harness.ts'

/** A member that reads both partitions from offset 0; of partition 0 three records have come, and a batch that is damaged. */
function withDamagedBatch() {
  const harness = new CoreHarness().becomeStable()
  const bytes = recordBytes(0n, 3, 2)
  bytes[bytes.length - 1]! ^= 0xff
  harness.answerFetch(bytes)
  const clock = new FakeClock()
  const delivery = new Delivery({ core: harness.core, clock, wakeup: () => undefined, maxPollRecords: 500 })
  return { harness, delivery, clock }
}

function askedFrom({ run }: CoreHarness): bigint | undefined {
  return run.request(fetchApi).topics[0]!.partitions.find(({ partition }) => partition === 0)?.fetchOffset
}

test('poll: what came before a batch that cannot be read is not given again', async (t) => {
  const { harness, delivery, clock } = withDamagedBatch()
  const records = await delivery.poll({}, 500, 1000)
  t.deepEqual(
    records.map(({ offset }) => offset),
    [0n, 1n, 2n],
  )
  // What was asked for before is answered, and counts for nothing.
  harness.answerFetch(recordBytes(5n, 1))
  t.is(askedFrom(harness), 3n)
  await t.throwsAsync(advanceUntilSettled(clock, delivery.poll({}, 500, 1000)), { instanceOf: CorruptRecordError })
  t.is(askedFrom(harness), 3n)
})

test('run: what came before a batch that cannot be read is not given again', (t) => {
  const { harness, delivery } = withDamagedBatch()
  const run = new PartitionRun(harness.core.subscription.get({ topic: 'orders', partition: 0 })!, () => undefined)
  for (const offset of [0n, 1n, 2n]) {
    const { record } = delivery.takeFreely()!
    t.is(record.offset, offset)
    run.add(record)
  }
  t.throws(() => delivery.takeFreely(), { instanceOf: CorruptRecordError })
  harness.answerFetch(recordBytes(5n, 1))
  t.is(askedFrom(harness), 3n)
})

const deliveries = {
  consumer: (clock: FakeClock) => {
    const { core } = new CoreHarness().becomeStable()
    return { core, delivery: new Delivery({ core, clock, wakeup: () => undefined, maxPollRecords: 500 }) }
  },
  'share consumer': (clock: FakeClock) => {
    const { core } = new ShareHarness()
    const options = { core, clock, wakeup: () => undefined, acceptsImplicitly: true, maxPollRecords: 500 }
    return { core, delivery: new ShareDelivery(options) }
  },
}

for (const [kind, make] of Object.entries(deliveries))
  test(`${kind}: a poll for nothing is an ask until it ends: the time in which the next is due counts from then`, async (t) => {
    const clock = new FakeClock()
    const { core, delivery } = make(clock)
    const interval = new PollInterval(core.activity, 100_000)
    const polled = delivery.poll({}, 500, 50_000)
    interval.restart(0)
    await clock.advance(50_000)
    t.deepEqual(await polled, [])
    t.false(interval.hasEnded(50_000))
    t.is(interval.endsAtMs, 150_000)
    t.false(interval.hasEnded(149_999))
    t.true(interval.hasEnded(150_000))
  })
