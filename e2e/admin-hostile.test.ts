// The admin client before brokers that answer what they please: every call ends, with an error of Kafka's or with a result.
import { Admin } from '@odradek/admin'
import { Broker } from '@odradek/broker'
import { MemoryNetwork } from '@odradek/network'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { checkError, manglers, manglingTransport } from './security/mangling-transport.ts'

const SEEDS = 3
const orders = { topic: 'orders', partition: 0 }

/** One call of every kind of answer. */
const calls: readonly ((admin: Admin) => PromiseLike<unknown>)[] = [
  (admin) => admin.createTopics([{ name: 'new' }]),
  (admin) => admin.listTopics(),
  (admin) => admin.describeTopics(['orders', 'gone']),
  (admin) => admin.createPartitions([{ topic: 'orders', totalCount: 4 }]),
  (admin) => admin.deleteRecords([{ ...orders, beforeOffset: 'latest' }]),
  (admin) => admin.listOffsets([{ ...orders, spec: 'latest' }]),
  (admin) => admin.describeConfigs([{ type: 'TOPIC', name: 'orders' }]),
  (admin) => admin.incrementalAlterConfigs([{ type: 'TOPIC', name: 'orders', set: { 'retention.ms': '1' } }]),
  (admin) => admin.listConfigResources(),
  (admin) => admin.describeCluster(),
  (admin) => admin.listGroups(),
  (admin) => admin.alterConsumerGroupOffsets('g', [{ ...orders, offset: 0n }]),
  (admin) => admin.listConsumerGroupOffsets(['g']),
  (admin) => admin.describeConsumerGroups(['g']),
  (admin) => admin.describeShareGroups(['g']),
  (admin) => admin.listShareGroupOffsets(['g']),
  (admin) => admin.deleteGroups(['g']),
  (admin) => admin.describeAcls(),
  (admin) => admin.describeUserScramCredentials(),
  (admin) => admin.describeClientQuotas(),
  (admin) => admin.electLeaders('PREFERRED'),
  (admin) => admin.listPartitionReassignments(),
  (admin) => admin.describeLogDirs([1]),
  (admin) => admin.describeProducers([orders]),
  (admin) => admin.describeTransactions(['t']),
  (admin) => admin.listTransactions(),
  (admin) => admin.fenceProducers(['t']),
  (admin) => admin.describeFeatures(),
  (admin) => admin.describeMetadataQuorum(),
  (admin) => admin.describeDelegationToken(),
]

for (const [name, mangle] of Object.entries(manglers)) {
  test(`answers where ${name}`, async (t) => {
    const heapBefore = process.memoryUsage().heapUsed
    for (let seed = 1; seed <= SEEDS; seed++) {
      const clock = new FakeClock()
      const random = seededRandom(seed)
      const inner = new MemoryNetwork({ clock, latencyMs: 1 })
      const broker = await advanceUntilSettled(
        clock,
        Broker.start({ partitions: 2, topics: ['orders'] }, { clock, transport: inner, random }),
      )
      const transport = manglingTransport(inner, mangle, seed % 3 === 0 ? 1 : 0.3, random)
      const { bootstrapServers } = broker
      const options = { bootstrapServers, requestTimeoutMs: 1000, defaultApiTimeoutMs: 3000 }
      const admin = new Admin(options, { clock, transport, random })
      for (let from = 0; from < calls.length; from += 5) {
        const some = calls.slice(from, from + 5).map((call) => call(admin))
        for (const result of await advanceUntilSettled(clock, Promise.allSettled(some)))
          if (result.status === 'rejected') checkError(t, result.reason, seed)
      }
      await advanceUntilSettled(clock, admin.close({ timeoutMs: 1000 }))
      await advanceUntilSettled(clock, broker.close())
      t.is(inner.connections.length, 0)
    }
    const grownMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6
    t.true(grownMb < 400, `${grownMb} MB`)
  })
}
