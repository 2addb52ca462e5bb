// What the tests of consumers against the reference broker stand on.
import { Broker, type BrokerOptions } from '@odradek/broker'
import { Consumer, type ConsumerOptions, type ConsumerRecord } from '@odradek/consumer'
import { type Environment, MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'

/** A broker, a producer and a fake clock, over a network in memory. */
export interface World {
  readonly clock: FakeClock
  readonly environment: Environment
  readonly broker: Broker
  readonly producer: Producer
}

/** Makes one whose topics have so many partitions. */
export async function makeWorld(partitions: number, options: BrokerOptions = {}): Promise<World> {
  const clock = new FakeClock()
  const environment = { clock, transport: new MemoryNetwork({ clock, latencyMs: 1 }), random: seededRandom(1) }
  const broker = await advanceUntilSettled(clock, Broker.start({ partitions, ...options }, environment))
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers }, environment)
  return { clock, environment, broker, producer }
}

/** A consumer of its topic `orders`. */
export function makeConsumer({ broker, environment }: World, options: Partial<ConsumerOptions> = {}): Consumer {
  return new Consumer(
    {
      bootstrapServers: broker.bootstrapServers,
      groupId: 'group',
      topics: 'orders',
      autoOffsetReset: 'earliest',
      ...options,
    },
    environment,
  )
}

/** Produces numbers, to the partitions in turn, at 1000, 1001 and so on. */
export async function produce(
  { clock, producer }: World,
  count: number,
  partitions: number,
  topic = 'orders',
): Promise<void> {
  const sends = Array.from({ length: count }, (_, i) =>
    producer.send({ topic, partition: i % partitions, key: `k${i % 7}`, value: String(i), timestamp: 1000 + i }),
  )
  await advanceUntilSettled(clock, Promise.all(sends))
}

/** Closes what it holds. */
export async function endWorld({ clock, producer, broker }: World): Promise<void> {
  await advanceUntilSettled(clock, producer.close())
  await advanceUntilSettled(clock, broker.close())
}

/** Decodes keys and values. */
export const text = new TextDecoder()
/** The number that `produce` put into a record. */
export const numberOf = (record: ConsumerRecord) => Number(text.decode(record.value!))
/** Partition 0. */
export const orders0 = { topic: 'orders', partition: 0 }
