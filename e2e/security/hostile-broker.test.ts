// Producer and consumer before brokers that answer what they please: they neither hang, nor end the process, nor grow.
import { Broker } from '@odradek/broker'
import { Consumer } from '@odradek/consumer'
import { type ByteStream, MemoryNetwork, type StreamEvents, type Transport } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { InvariantError, KafkaError } from '@odradek/protocol'
import { advanceUntilSettled, FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'

type Mangle = (bytes: Uint8Array, random: () => number) => Uint8Array

const SIZE_AND_ID = 8
const LARGEST = [0x7f, 0xff, 0xff, 0xff]

/** What a broker's bytes become. Sizes and correlation ids stay in most, so that what is behind them is decoded. */
const manglers: Readonly<Record<string, Mangle>> = {
  'a bit here and there is another': (bytes, random) => {
    const mangled = bytes.slice()
    const flips = 1 + Math.floor(random() * 3)
    for (let i = 0; i < flips; i++) mangled[at(mangled, random)]! ^= 1 << Math.floor(random() * 8)
    return mangled
  },
  'numbers are as large as can be': (bytes, random) => {
    const mangled = bytes.slice()
    mangled.set(
      LARGEST.slice(0, mangled.length - at(mangled, random)),
      Math.min(at(mangled, random), mangled.length - 4),
    )
    return mangled
  },
  'numbers are negative': (bytes, random) => {
    const mangled = bytes.slice()
    const from = at(mangled, random)
    mangled.fill(0xff, from, Math.min(mangled.length, from + 4))
    return mangled
  },
  'bytes are random': (bytes, random) => {
    const mangled = bytes.slice()
    for (let i = Math.min(SIZE_AND_ID, mangled.length); i < mangled.length; i++) mangled[i] = Math.floor(random() * 256)
    return mangled
  },
  'all is random, sizes too': (bytes, random) => bytes.map(() => Math.floor(random() * 256)),
  'the end is missing': (bytes, random) => bytes.slice(0, Math.floor(random() * bytes.length)),
  'it says it is 2 GB': (bytes) => new Uint8Array([...LARGEST, ...bytes.subarray(4)]),
}

/** A place behind the size and the correlation id. */
function at(bytes: Uint8Array, random: () => number): number {
  const first = Math.min(SIZE_AND_ID, bytes.length - 1)
  return first + Math.floor(random() * (bytes.length - first))
}

/** A transport whose streams bring, with this probability, something else than what was sent. */
function manglingTransport(inner: Transport, mangle: Mangle, probability: number, random: () => number): Transport {
  return {
    connect(address, events): ByteStream {
      const mangling: StreamEvents = {
        ...(events.onOpen && { onOpen: () => events.onOpen!() }),
        ...(events.onDrain && { onDrain: () => events.onDrain!() }),
        onData: (bytes) => events.onData(bytes.length > 0 && random() < probability ? mangle(bytes, random) : bytes),
        onClose: (error) => events.onClose(error),
      }
      return inner.connect(address, mangling)
    },
    listen: (address, onStream) => inner.listen(address, onStream),
  }
}

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

function checkError(t: { true(value: boolean, text: string): void }, error: unknown, seed: number): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  t.true(KafkaError.is(error) || (error as Error).name === 'CorruptRecordError', `seed ${seed}: ${text}`)
  // An invariant that an answer can break is a defect of ours.
  t.true(!InvariantError.is(error), `seed ${seed}: ${text}`)
}
