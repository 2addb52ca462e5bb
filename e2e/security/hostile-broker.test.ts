// Producer and consumer before brokers that answer what they please: they neither hang, nor end the process, nor grow.
import { Broker } from '@odradek/broker'
import { Consumer } from '@odradek/consumer'
import { MemoryNetwork } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { checkError, manglers, manglingTransport } from './mangling-transport.ts'

const SEEDS = 8

const alice = {
  securityProtocol: 'SASL_PLAINTEXT',
  saslMechanism: 'PLAIN',
  saslUsername: 'alice',
  saslPassword: 'secret',
} as const

for (const [name, mangle] of Object.entries(manglers)) {
  test(`answers where ${name}: every call ends, with an error of Kafka's or none`, async (t) => {
    const heapBefore = process.memoryUsage().heapUsed
    for (let seed = 1; seed <= SEEDS; seed++) {
      const clock = new FakeClock()
      const random = seededRandom(seed)
      const inner = new MemoryNetwork({ clock, latencyMs: 1 })
      // Every other broker is hostile while it is shown a password, too.
      const hasSasl = seed % 2 === 0
      const sasl = hasSasl ? { sasl: { mechanisms: ['PLAIN'] }, users: { alice: 'secret' } } : {}
      const broker = await advanceUntilSettled(
        clock,
        Broker.start({ partitions: 2, topics: ['orders'], ...sasl }, { clock, transport: inner, random }),
      )
      const transport = manglingTransport(inner, mangle, seed % 3 === 0 ? 1 : 0.3, random)
      const environment = { clock, transport, random }
      const common = { bootstrapServers: broker.bootstrapServers, requestTimeoutMs: 2000, ...(hasSasl ? alice : {}) }
      const producer = new Producer({ ...common, deliveryTimeoutMs: 4000, maxBlockMs: 4000 }, environment)
      const sends = Array.from({ length: 5 }, (_, i) => producer.send({ topic: 'orders', value: String(i) }))
      for (const result of await advanceUntilSettled(clock, Promise.allSettled(sends))) {
        if (result.status === 'rejected') checkError(t, result.reason, seed)
      }
      const consumer = new Consumer(
        { ...common, groupId: 'g', topics: ['orders'], autoOffsetReset: 'earliest' },
        environment,
      )
      for (let round = 0; round < 4; round++) {
        const polled = await advanceUntilSettled(
          clock,
          consumer.poll({ timeoutMs: 1000 }).then(
            () => undefined,
            (error: unknown) => error,
          ),
        )
        if (polled !== undefined) checkError(t, polled, seed)
      }
      await advanceUntilSettled(clock, Promise.all([producer.close({ timeoutMs: 1000 }), consumer.close()]))
      await advanceUntilSettled(clock, broker.close())
      t.is(inner.connections.length, 0)
    }
    const grownMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6
    t.true(grownMb < 400, `${grownMb} MB`)
  })
}
