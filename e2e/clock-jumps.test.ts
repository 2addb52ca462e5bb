// The wall clock of a machine jumps, by hand, by NTP or after sleep: only the timestamps of records may follow it.
import { Broker } from '@odradek/broker'
import { Consumer, type ConsumerEvent } from '@odradek/consumer'
import { MemoryNetwork, systemClock } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'

const HOUR = 3_600_000

/** A clock whose wall clock can be set. */
class JumpingClock extends FakeClock {
  jumpedMs = 0

  override wallClockMs(): number {
    return super.wallClockMs() + this.jumpedMs
  }
}

for (const [where, jumpMs] of [
  ['forwards', 36 * HOUR],
  ['backwards', -36 * HOUR],
] as const) {
  test(`a wall clock that jumps ${where} by hours costs no time-out, no retry and no rebalance`, async (t) => {
    const clock = new JumpingClock()
    const environment = { clock, transport: new MemoryNetwork({ clock, latencyMs: 1 }), random: seededRandom(1) }
    const until = <T>(promise: Promise<T>) => advanceUntilSettled(clock, promise)
    // The broker's clock jumps too. It would refuse timestamps that lie an hour ahead of it.
    const configs = { 'message.timestamp.after.max.ms': String(100 * HOUR) }
    const broker = await until(Broker.start({ topics: [{ name: 'orders', partitions: 1, configs }] }, environment))
    const { bootstrapServers } = broker
    const producer = new Producer({ bootstrapServers, lingerMs: 1000 }, environment)
    const events: ConsumerEvent['type'][] = []
    const consumer = new Consumer(
      {
        bootstrapServers,
        groupId: 'group',
        topics: 'orders',
        autoOffsetReset: 'earliest',
        onEvent: ({ type }) => void events.push(type),
      },
      environment,
    )
    await until(producer.send({ topic: 'orders', value: 'before' }))
    const [first] = await until(consumer.poll({ timeoutMs: 10_000 }))
    events.length = 0

    const wallMs = clock.wallClockMs()
    const sent = producer.send({ topic: 'orders', value: 'under way' })
    clock.jumpedMs = jumpMs
    const startedMs = clock.nowMs()
    await until(sent)
    t.true(clock.nowMs() - startedMs < 1100, 'it lingers as long as ever')
    await until(producer.send({ topic: 'orders', value: 'after' }))
    const polled = await until(consumer.poll({ timeoutMs: 10_000 }))
    const later = polled.length === 2 ? [] : await until(consumer.poll({ timeoutMs: 10_000 }))
    const [second, third] = [...polled, ...later]
    t.true(first!.timestamp <= wallMs)
    t.is(second!.timestamp, wallMs, 'a timestamp is that of the time of its send')
    t.true(Math.abs(third!.timestamp - (wallMs + jumpMs)) < 10_000, 'timestamps follow the wall clock')
    await until(consumer.commit())
    const idle = consumer.poll({ timeoutMs: 120_000 })
    t.deepEqual(await until(idle), [])
    t.deepEqual(events, [], 'no rebalance, no retry, no stall')
    t.is(producer.metrics().find(({ name }) => name === 'record-retry-total')!.value, 0)
    await until(consumer.close())
    await until(producer.close())
    await until(broker.close())
  })
}

test("the system's clock counts on when the wall clock is set back", async (t) => {
  const before = systemClock.nowMs()
  const { now } = Date
  Date.now = () => now() - 5 * HOUR
  t.teardown(() => (Date.now = now))
  t.true(systemClock.wallClockMs() < now() - 4 * HOUR)
  await new Promise<void>((resolve) => systemClock.setTimer(5, resolve))
  const passedMs = systemClock.nowMs() - before
  t.true(passedMs >= 4 && passedMs < HOUR, `${passedMs} ms`)
})
