// Transactions go on where they were when a broker with a data directory comes back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeTcp } from '@odradek/network'
import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { produceApi } from '@odradek/protocol/apis/produce'
import { decodeRecordBatches } from '@odradek/records'
import test, { type ExecutionContext } from 'ava'
import { Broker, type BrokerOptions } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import { RawClient } from '../raw-client.ts'

const READ_COMMITTED = 1

/** A broker on disk with one transactional producer, which survives the broker's restarts. */
class DiskWorld {
  readonly options: BrokerOptions
  broker!: Broker
  client!: RawClient
  producerId = -1n
  producerEpoch = -1
  #sequence = 0

  constructor(t: ExecutionContext, options: BrokerOptions = {}) {
    const dataDir = mkdtempSync(join(tmpdir(), 'odradek-transactions-'))
    this.options = { dataDir, topics: ['t'], transactionStateLogNumPartitions: 3, ...options }
    t.teardown(async () => {
      await this.broker.close()
      rmSync(dataDir, { recursive: true })
    })
  }

  async start(): Promise<void> {
    this.broker = await Broker.start(this.options)
    this.#connect()
  }

  async restart(how: 'close' | 'kill'): Promise<void> {
    if (how === 'kill') {
      await this.broker.kill(1)
      await this.broker.restart(1)
      return this.#connect()
    }
    this.client.close()
    await this.broker.close()
    await this.start()
  }

  #connect(): void {
    this.client = new RawClient(nodeTcp, { host: '127.0.0.1', port: this.broker.port })
  }

  async init(transactionTimeoutMs = 60_000): Promise<void> {
    await this.client.ask(findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: ['tx'] })
    const answer = await this.client.ask(initProducerIdApi, 5, { transactionalId: 'tx', transactionTimeoutMs })
    if (answer.errorCode !== 0) throw new Error(`InitProducerId: ${answer.errorCode}`)
    Object.assign(this, { producerId: answer.producerId, producerEpoch: answer.producerEpoch })
    this.#sequence = 0
  }

  async produce(value: string): Promise<number> {
    const { producerId, producerEpoch } = this
    const producer = { producerId, producerEpoch, baseSequence: this.#sequence++, isTransactional: true }
    const topicData = [
      { name: 't', partitionData: [{ index: 0, records: batchOf([{ value, timestamp: Date.now() }], producer) }] },
    ]
    const answer = await this.client.ask(produceApi, 12, {
      transactionalId: 'tx',
      acks: -1,
      timeoutMs: 5_000,
      topicData,
    })
    return answer.responses[0]!.partitionResponses[0]!.errorCode
  }

  async end(committed: boolean): Promise<number> {
    const { producerId, producerEpoch } = this
    const answer = await this.client.ask(endTxnApi, 5, { transactionalId: 'tx', producerId, producerEpoch, committed })
    if (answer.errorCode === 0) {
      Object.assign(this, { producerId: answer.producerId, producerEpoch: answer.producerEpoch })
      this.#sequence = 0
    }
    return answer.errorCode
  }

  async state(): Promise<string> {
    const answer = await this.client.ask(describeTransactionsApi, 0, { transactionalIds: ['tx'] })
    return answer.transactionStates[0]!.transactionState
  }

  async untilState(wanted: string): Promise<void> {
    while ((await this.state()) !== wanted) await new Promise((resolve) => setImmediate(resolve))
  }

  /** What a reader of committed records gets. */
  async committed(): Promise<string[]> {
    const values: string[] = []
    for (let fetchOffset = 0n; ;) {
      const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000_000 }] }]
      const request = { isolationLevel: READ_COMMITTED, minBytes: 0, maxWaitMs: 0, topics }
      const { responses } = await this.client.ask(fetchApi, 11, request)
      const { records, abortedTransactions, lastStableOffset } = responses[0]!.partitions[0]!
      const aborted = [...(abortedTransactions ?? [])]
      for (const batch of decodeRecordBatches(records!)) {
        fetchOffset = batch.nextOffset
        const ofProducer = aborted.filter(({ producerId }) => producerId === batch.producerId)
        const begun = ofProducer.find(({ firstOffset }) => firstOffset <= batch.baseOffset)
        if (batch.isControl && begun !== undefined) aborted.splice(aborted.indexOf(begun), 1)
        if (batch.isControl || begun !== undefined) continue
        for (const { value } of batch.records()) values.push(new TextDecoder().decode(value!))
      }
      if (fetchOffset >= lastStableOffset) return values
    }
  }
}

for (const how of ['close', 'kill'] as const) {
  test(`an open transaction outlives the ${how} of its broker, and is then committed or aborted`, async (t) => {
    const world = new DiskWorld(t)
    await world.start()
    await world.init()
    t.is(await world.produce('a'), 0)
    await world.restart(how)
    t.is(await world.state(), 'Ongoing')
    t.deepEqual(await world.committed(), [])
    t.is(await world.produce('b'), 0)
    t.is(await world.end(true), 0)
    await world.untilState('CompleteCommit')
    t.deepEqual(await world.committed(), ['a', 'b'])
    await world.restart(how)
    t.is(await world.state(), 'CompleteCommit')
    t.is(await world.produce('c'), 0)
    await world.restart(how)
    t.is(await world.end(false), 0)
    await world.untilState('CompleteAbort')
    t.deepEqual(await world.committed(), ['a', 'b'])
    t.is(await world.produce('d'), 0)
    t.is(await world.end(true), 0)
    await world.restart(how)
    t.deepEqual(await world.committed(), ['a', 'b', 'd'])
  })
}

test('a transaction that takes too long is aborted also after a restart, and its producer is fenced', async (t) => {
  const world = new DiskWorld(t, { transactionAbortTimedOutTransactionCleanupIntervalMs: 10 })
  await world.start()
  await world.init(100)
  t.is(await world.produce('late'), 0)
  await world.restart('close')
  await world.untilState('CompleteAbort')
  t.deepEqual(await world.committed(), [])
  t.not(await world.end(true), 0)
  await world.init()
  t.is(await world.produce('new'), 0)
  t.is(await world.end(true), 0)
  await world.untilState('CompleteCommit')
  t.deepEqual(await world.committed(), ['new'])
})
