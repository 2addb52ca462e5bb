/** What our clients must do with a broker of any release. kcat, which is librdkafka, is the judge of what was written. */
import { randomUUID } from 'node:crypto'

import { Consumer, Producer } from 'odradek'

import { runProgram } from '../../interop/programs.ts'
import { runInProcess } from '../../packages/odradek/test/support/run-in-process.ts'
import { kcatOptions } from './release-facts.ts'

/** The broker to be checked. */
export interface Release {
  readonly release: string
  readonly bootstrapServers: string
}

const text = new TextDecoder()

/** Values of `topic` in order, as kcat reads them. */
async function readByKcat({ release, bootstrapServers }: Release, topic: string): Promise<string[]> {
  const args = ['-b', bootstrapServers, ...kcatOptions(release), '-C', '-t', topic, '-o', 'beginning', '-e', '-q']
  return (await runProgram('kcat', args)).trimEnd().split('\n')
}

function expectEqual(what: string, actual: readonly string[], expected: readonly string[]): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(actual)} where ${JSON.stringify(expected)} was expected`)
}

/** The program's main job: lines written by one producer and read by a group that changes meanwhile, all of it checked by its ledger. */
export async function checkMainJob({ bootstrapServers }: Release): Promise<void> {
  const lines = Array.from({ length: 500 }, (_, line) => `line ${line} `.padEnd(100, '.')).join('\n')
  const args = ['main-job', '--bootstrap', bootstrapServers, '--json', '-']
  const { exitCode, stdout, stderr } = await runInProcess(args, { stdin: lines })
  const result = JSON.parse(stdout) as { produced?: number; consumed?: number }
  if (exitCode !== 0) throw new Error(`${stdout}${stderr}`)
  expectEqual('produced and consumed', [String(result.produced), String(result.consumed)], ['500', '500'])
}

/** Every acks and every compression that all releases have; returns the topic. */
export async function checkWrite(broker: Release): Promise<string> {
  const { bootstrapServers } = broker
  const topic = `written-${randomUUID()}`
  const values: string[] = []
  const settings = [
    { acks: 'all' },
    { acks: 1, enableIdempotence: false },
    { compressionType: 'gzip' },
    { compressionType: 'snappy' },
    { compressionType: 'lz4' },
  ] as const
  for (const options of settings) {
    const producer = new Producer({ bootstrapServers, ...options })
    const sent = ['a', 'b'].map((name) => `${JSON.stringify(options)} ${name}`.padEnd(200, '.'))
    const written = await Promise.all(sent.map((value) => producer.send({ topic, key: 'key', value })))
    await producer.close()
    expectEqual(
      'offsets',
      written.map(({ offset }) => String(offset)),
      [values.length, values.length + 1].map(String),
    )
    values.push(...sent)
  }
  expectEqual('what kcat read', await readByKcat(broker, topic), values)
  return topic
}

/** The first values of a topic, read without a group. */
async function readAssigned({ bootstrapServers }: Release, topic: string, count: number): Promise<string[]> {
  const consumer = new Consumer({ bootstrapServers, autoOffsetReset: 'earliest' })
  consumer.assign([{ topic, partition: 0 }])
  const values: string[] = []
  try {
    for await (const record of consumer) {
      values.push(text.decode(record.value ?? undefined))
      if (values.length === count) break
    }
  } finally {
    await consumer.close()
  }
  return values
}

/** What kcat wrote, plain and with gzip, comes out of our consumer. */
export async function checkRead(broker: Release): Promise<void> {
  const topic = `read-${randomUUID()}`
  const values: string[] = []
  for (const codec of ['none', 'gzip', 'snappy']) {
    const lines = [1, 2, 3].map((n) => `${codec} ${n}`.padEnd(100, '.'))
    const args = ['-b', broker.bootstrapServers, ...kcatOptions(broker.release), '-P', '-t', topic, '-z', codec]
    await runProgram('kcat', args, { input: `${lines.join('\n')}\n` })
    values.push(...lines)
  }
  expectEqual('what our consumer read', await readAssigned(broker, topic, values.length), values)
}

/** A group of one member commits, and the next member goes on from there. */
export async function checkGroup(broker: Release, groupProtocol: 'classic' | 'consumer'): Promise<void> {
  const { bootstrapServers } = broker
  const topic = `group-${randomUUID()}`
  const values = Array.from({ length: 20 }, (_, i) => `value ${i}`)
  const producer = new Producer({ bootstrapServers })
  for (const value of values) await producer.send({ topic, value })
  await producer.close()
  const read: string[] = []
  for (const upTo of [8, values.length]) {
    const consumer = new Consumer({
      bootstrapServers,
      groupId: topic,
      groupProtocol,
      topics: [topic],
      autoOffsetReset: 'earliest',
      enableAutoCommit: false,
      // Kafka 0.9 allows no longer one; the default is 45 s.
      sessionTimeoutMs: 30_000,
    })
    try {
      for await (const record of consumer) {
        read.push(text.decode(record.value ?? undefined))
        if (read.length < upTo) continue
        await consumer.commit([{ topic, partition: record.partition, offset: record.offset + 1n }])
        break
      }
    } finally {
      await consumer.close()
    }
  }
  expectEqual('what the group read', read, values)
}

/** A header comes back; an older broker has to be told from the error. */
export async function checkHeaders({ bootstrapServers }: Release): Promise<void> {
  const topic = `headers-${randomUUID()}`
  const producer = new Producer({ bootstrapServers })
  try {
    await producer.send({ topic, value: 'v', headers: { trace: 'x' } })
  } finally {
    await producer.close()
  }
  const consumer = new Consumer({ bootstrapServers, autoOffsetReset: 'earliest' })
  consumer.assign([{ topic, partition: 0 }])
  try {
    for await (const { headers } of consumer) {
      expectEqual(
        'headers',
        headers.map(({ key, value }) => `${key}=${text.decode(value ?? undefined)}`),
        ['trace=x'],
      )
      break
    }
  } finally {
    await consumer.close()
  }
}

/** What was committed is read, what was aborted is not. */
export async function checkTransactions({ bootstrapServers }: Release): Promise<void> {
  const topic = `transactions-${randomUUID()}`
  const producer = new Producer({ bootstrapServers, transactionalId: topic })
  try {
    await producer.beginTransaction()
    await producer.send({ topic, value: 'aborted' })
    await producer.abortTransaction()
    await producer.beginTransaction()
    await producer.send({ topic, value: 'committed' })
    await producer.commitTransaction()
  } finally {
    await producer.close()
  }
  const consumer = new Consumer({ bootstrapServers, autoOffsetReset: 'earliest', isolationLevel: 'read_committed' })
  consumer.assign([{ topic, partition: 0 }])
  try {
    for await (const { value } of consumer) {
      expectEqual('what was committed', [text.decode(value ?? undefined)], ['committed'])
      break
    }
  } finally {
    await consumer.close()
  }
}

/** A zstd batch comes back. */
export async function checkZstd(broker: Release): Promise<void> {
  const topic = `zstd-${randomUUID()}`
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers, compressionType: 'zstd' })
  try {
    await producer.send({ topic, value: 'zstd '.repeat(100) })
  } finally {
    await producer.close()
  }
  expectEqual('what our consumer read', await readAssigned(broker, topic, 1), ['zstd '.repeat(100)])
}
