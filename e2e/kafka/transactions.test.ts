// Transactions on a real Kafka, by both generations of the protocol.
import { Consumer } from '@odradek/consumer'
import { Producer } from '@odradek/producer'
import { AbortableTransactionError, FencedError, KafkaError, UsageError } from '@odradek/protocol'
import { startCluster } from '@odradek/test-cluster'
import test from 'ava'

/** The value that a read_committed reader gets first. */
async function firstCommitted(bootstrapServers: string, topic: string): Promise<string> {
  await using consumer = new Consumer({
    bootstrapServers,
    groupId: 'reader',
    topics: [topic],
    autoOffsetReset: 'earliest',
    isolationLevel: 'read_committed',
  })
  for await (const { value } of consumer) return new TextDecoder().decode(value as Uint8Array)
  throw new Error('the consumer ended')
}

for (const version of [1, 2]) {
  test(`transaction.version ${version}: what is committed is read, what is aborted is not, zombies are fenced`, async (t) => {
    await using cluster = await startCluster({
      version: '4.3.1',
      features: { 'transaction.version': version },
      properties: { 'transaction.abort.timed.out.transaction.cleanup.interval.ms': '100' },
    })
    const { bootstrapServers } = cluster
    const options = { bootstrapServers, transactionalId: 'billing', lingerMs: 0 }
    const producer = new Producer(options)
    t.teardown(() => producer.close({ timeoutMs: 1000 }))
    await using plain = new Producer({ bootstrapServers })
    await plain.send({ topic: 'in', value: 'x' })
    await t.throwsAsync(producer.send({ topic: 'out', value: 'x' }), { message: /begin a transaction/ })

    await producer.transaction(async (tx) => {
      await tx.send({ topic: 'out', value: 'committed 1' })
      await tx.sendOffsets([{ topic: 'in', partition: 0, offset: 7n }], { groupId: 'g' })
    })
    const error = await t.throwsAsync(
      producer.transaction(async (tx) => {
        await tx.send({ topic: 'out', value: 'aborted 1' })
        await tx.sendOffsets([{ topic: 'in', partition: 0, offset: 9n }], { groupId: 'g' })
        throw new Error('changed my mind')
      }),
    )
    t.is(error.message, 'changed my mind')
    for (let i = 2; i < 30; i++) {
      await producer.beginTransaction()
      const sends = [1, 2, 3].map((n) =>
        producer.send({ topic: 'out', value: `${i % 3 === 0 ? 'aborted' : 'committed'} ${i}.${n}` }),
      )
      if (i % 3 === 0) {
        await producer.abortTransaction()
        await Promise.allSettled(sends)
      } else {
        await producer.commitTransaction()
        await Promise.all(sends)
      }
    }

    // A batch too large for the broker fails: the transaction can only be aborted, and the next one is well.
    const large = new Producer({ ...options, transactionalId: 'large', maxRequestSize: 4_000_000 })
    t.teardown(() => large.close({ timeoutMs: 1000 }))
    await large.beginTransaction()
    await t.throwsAsync(large.send({ topic: 'out', value: new Uint8Array(2_000_000) }), {
      message: /MESSAGE_TOO_LARGE|RECORD_TOO_LARGE/,
    })
    const failed = await t.throwsAsync(large.commitTransaction())
    t.true(AbortableTransactionError.is(failed), String(failed))
    await large.abortTransaction()
    await large.transaction((tx) => tx.send({ topic: 'out', value: 'committed large' }))

    // One that is open longer than transactionTimeoutMs is aborted by its coordinator: a read_committed reader gets what follows then.
    const slow = new Producer({ ...options, transactionalId: 'slow', transactionTimeoutMs: 3000 })
    t.teardown(() => slow.close({ timeoutMs: 1000 }))
    const late = await t.throwsAsync(
      slow.transaction(async (tx) => {
        // On a slow machine it may be too late for this already: the commit tells it.
        await tx.send({ topic: 'slow', value: 'too late' }).catch(() => undefined)
        await plain.send({ topic: 'slow', value: 'after it' })
        t.is(await firstCommitted(bootstrapServers, 'slow'), 'after it')
      }),
    )
    t.regex(late.message, /raise transactionTimeoutMs/)
    if (version === 1) t.true(FencedError.is(late), String(late))
    else {
      t.true(AbortableTransactionError.is(late), String(late))
      await slow.transaction((tx) => tx.send({ topic: 'out', value: 'committed slow' }))
    }

    // A second producer with the id takes over.
    await producer.beginTransaction()
    await producer.send({ topic: 'out', value: 'aborted zombie' })
    const successor = new Producer(options)
    t.teardown(() => successor.close({ timeoutMs: 1000 }))
    await successor.transaction((tx) => tx.send({ topic: 'out', value: 'committed successor' }))
    await producer
      .send({ topic: 'out', value: 'aborted zombie 2' })
      .catch((reason: unknown) => t.true(KafkaError.is(reason)))
    const fenced = await t.throwsAsync(
      producer.commitTransaction().catch(async (reason: unknown) => {
        if (!AbortableTransactionError.is(reason)) throw reason
        await producer.abortTransaction()
      }),
    )
    t.true(FencedError.is(fenced), String(fenced))
    await t.throwsAsync(producer.beginTransaction(), { message: /newer producer/ })

    const expected =
      1 + 3 * [...Array(30).keys()].filter((i) => i >= 2 && i % 3 !== 0).length + 2 + (version === 1 ? 0 : 1)
    const { stdout } = await cluster.runTool('console-consumer', [
      ...['--topic', 'out', '--from-beginning', '--max-messages', `${expected}`, '--timeout-ms', '60000'],
      ...['--command-property', 'isolation.level=read_committed'],
    ])
    const lines = stdout.trim().split('\n')
    t.deepEqual(
      lines.filter((line) => !line.startsWith('committed')),
      [],
    )
    t.is(lines.length, expected)
    t.is(new Set(lines).size, lines.length)
    const { stdout: offsets } = await cluster.runTool('consumer-groups', ['--describe', '--group', 'g'])
    t.regex(offsets, /in\s+0\s+7\s/)
    await producer.close()
    await t.throwsAsync(producer.beginTransaction(), { instanceOf: UsageError })
  })
}
