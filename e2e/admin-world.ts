// What the tests of the admin client on the reference broker stand on.
import { Admin, type AdminOptions } from '@odradek/admin'
import { Broker, type BrokerOptions } from '@odradek/broker'
import { Consumer, type ConsumerOptions } from '@odradek/consumer'
import { type Environment, MemoryNetwork } from '@odradek/network'
import { Producer, type ProducerOptions } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import type { ExecutionContext } from 'ava'

/** Brokers and an admin client in memory, under one clock; all is closed at the end of the test. */
export class AdminWorld {
  readonly clock = new FakeClock()
  readonly environment: Environment = {
    clock: this.clock,
    transport: new MemoryNetwork({ clock: this.clock, latencyMs: 1 }),
    random: seededRandom(1),
  }
  broker!: Broker
  admin!: Admin

  static async make(t: ExecutionContext, options: BrokerOptions = {}): Promise<AdminWorld> {
    const world = new AdminWorld()
    world.broker = await world.until(Broker.start(options, world.environment))
    t.teardown(() => world.until(world.broker.close()))
    world.admin = world.makeAdmin(t)
    return world
  }

  get bootstrapServers(): string {
    return this.broker.bootstrapServers
  }

  makeAdmin(t: ExecutionContext, options: Partial<AdminOptions> = {}): Admin {
    const admin = new Admin({ bootstrapServers: this.bootstrapServers, ...options }, this.environment)
    t.teardown(() => this.until(admin.close()))
    return admin
  }

  makeProducer(t: ExecutionContext, options: Partial<ProducerOptions> = {}): Producer {
    const producer = new Producer({ bootstrapServers: this.bootstrapServers, ...options }, this.environment)
    t.teardown(() => this.until(producer.close()))
    return producer
  }

  makeConsumer(t: ExecutionContext, options: Partial<ConsumerOptions>): Consumer {
    const { bootstrapServers } = this
    const consumer = new Consumer(
      { bootstrapServers, groupId: 'billing', autoOffsetReset: 'earliest', ...options } as ConsumerOptions,
      this.environment,
    )
    t.teardown(() => this.until(consumer.close()))
    return consumer
  }

  /** Moves time on until the promise is settled. */
  until<T>(promise: PromiseLike<T>): Promise<T> {
    return advanceUntilSettled(this.clock, Promise.resolve(promise))
  }

  /** Produces so many records to a partition, at 1000 ms, 1001 ms and so on. */
  async produce(t: ExecutionContext, topic: string, count: number, partition = 0): Promise<void> {
    const producer = this.makeProducer(t)
    const records = Array.from({ length: count }, (_, i) => ({ value: String(i), partition, timestamp: 1000 + i }))
    await this.until(producer.sendBatch(topic, records))
  }
}
