// The share consumer before brokers that answer what they please: it neither hangs, nor ends the process, nor breaks an invariant of its own.
import { Broker } from '@odradek/broker'
import { ShareConsumer } from '@odradek/consumer'
import { MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { setGroupConfigs } from '../administration.ts'
import { checkError, manglers, manglingTransport } from './mangling-transport.ts'

const SEEDS = 12

for (const [name, mangle] of Object.entries(manglers)) {
  test(`answers to a share consumer where ${name}: every call ends, with an error of Kafka's or none`, async (t) => {
    let delivered = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const clock = new FakeClock()
      const random = seededRandom(seed)
      const inner = new MemoryNetwork({ clock, latencyMs: 1 })
      const honest = { clock, transport: inner, random }
      const settled = <T>(promise: Promise<T>) => advanceUntilSettled(clock, promise)
      const broker = await settled(Broker.start({ partitions: 2, topics: ['orders'] }, honest))
      const { bootstrapServers } = broker
      await settled(setGroupConfigs(bootstrapServers, 'queue', { 'share.auto.offset.reset': 'earliest' }, honest))
      const producer = new Producer({ bootstrapServers }, honest)
      await settled(
        Promise.all(Array.from({ length: 20 }, (_, i) => producer.send({ topic: 'orders', value: `${i}` }))),
      )
      await settled(producer.close())
      const attempt = async <T>(promise: Promise<T>): Promise<T | undefined> => {
        const [result] = await settled(Promise.allSettled([promise]))
        if (result.status === 'fulfilled') return result.value
        checkError(t, result.reason, seed)
        return undefined
      }
      // Most answers are honest, so that it comes to where there are records to lie about.
      const transport = manglingTransport(inner, mangle, seed % 4 === 0 ? 0.5 : 0.08, random)
      const consumer = new ShareConsumer(
        { bootstrapServers, groupId: 'queue', topics: 'orders', maxPollRecords: 5, requestTimeoutMs: 2000 },
        { clock, transport, random },
      )
      for (let round = 0; round < 6; round++) {
        const records = (await attempt(consumer.poll({ timeoutMs: 2000 }))) ?? []
        delivered += records.length
        for (const [i, record] of records.entries()) {
          if (i % 4 === 1) record.release()
          if (i % 4 === 2) record.reject()
          if (i % 4 === 3) await attempt(record.renew())
        }
        if (round % 2 === 1) await attempt(consumer.commit())
      }
      await settled(consumer.close())
      await settled(broker.close())
      t.is(inner.connections.length, 0, `seed ${seed}`)
    }
    t.true(delivered > 0, 'some records came through')
  })
}
