import { ByteReader, ByteWriter } from '@odradek/bytes'
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { describeTransactionsApi } from '@odradek/protocol/apis/describe-transactions'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import { type Api, ErrorCode, type MessageInput } from '@odradek/protocol'
import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { brokerApis } from '../../../src/core/api-table.ts'
import { BrokerCore } from '../../../src/core/broker-core.ts'
import { BrokerState } from '../../../src/core/broker-state.ts'
import { ClusterCore } from '../../../src/core/cluster/cluster-core.ts'
import { ClusterState } from '../../../src/core/cluster/cluster-state.ts'
import type { Ending } from '../../../src/core/ending.ts'
import { newPartition } from '../../../src/core/cluster/partition-registration.ts'
import { batchOf, T0 } from '../batches.ts'
import { brokerConfig, countingUuids } from '../core-harness.ts'

/** Two brokers: `__transaction_state` is led by the first, `__consumer_offsets` and topic t by the second. */
class Pair {
  readonly cluster = new ClusterState({ clusterId: 'c', newUuid: countingUuids(), random: seededRandom(1) })
  readonly peers = new ClusterCore()
  readonly cores: readonly BrokerCore[]
  nowMs = 0
  readonly #asked = new Map<number, { ending: Ending | undefined }>()
  #id = 1

  constructor() {
    this.cores = [1, 2].map((nodeId) => new BrokerCore(new BrokerState(brokerConfig({ nodeId }), this.cluster)))
    for (const brokerId of [1, 2]) {
      const place = { host: 'h', port: brokerId, rack: null }
      this.cluster.apply({ type: 'broker-registered', brokerId, brokerEpoch: brokerId, ...place })
    }
    for (const core of this.cores) this.peers.add(core)
    this.create('__transaction_state', [1, 2])
    this.create('__consumer_offsets', [2])
    this.create('t', [2])
  }

  create(name: string, replicas: number[]): string {
    const topicId = this.cluster.newUuid()
    this.cluster.apply({ type: 'topic-created', topicId, name, partitions: [newPartition(replicas)], configs: {} })
    return topicId
  }

  get<Request extends object, Response>(
    node: 1 | 2,
    api: Api<Request, Response>,
    version: number,
    body: MessageInput<Request>,
  ): Response {
    const { ending } = this.ask(node, api, version, body)
    if (ending?.kind === 'failed') throw ending.error as Error
    if (ending?.kind !== 'answer') throw new Error(`${api.name} was not answered`)
    return full({ ...api, request: api.response } as never, version, ending.response as never) as Response
  }

  /** Asks, and leaves the answer to come. */
  ask<Request extends object>(
    node: 1 | 2,
    api: Api<Request, unknown>,
    version: number,
    body: MessageInput<Request>,
  ): { ending: Ending | undefined } {
    const core = this.cores[node - 1]!
    const id = this.#id++
    const asked = { ending: undefined }
    this.#asked.set(id, asked)
    const from = { clientId: 'c', clientHost: '/c', receivedAtMs: T0 + this.nowMs }
    core.onRequest(
      brokerApis.get(api.key)!,
      { id, apiKey: api.key, version, ...from, body: full(api, version, body) },
      this.nowMs,
    )
    this.settle()
    return asked
  }

  settle(): void {
    this.#poll()
    this.peers.replicate(this.nowMs, T0 + this.nowMs)
    this.#poll()
  }

  #poll(): void {
    for (const core of this.cores) {
      for (const { requestId, ending } of core.poll(this.nowMs).ended) this.#asked.get(requestId)!.ending = ending
    }
  }
}

function full<Request extends object>(
  api: Api<Request, unknown>,
  version: number,
  body: MessageInput<Request>,
): Request {
  const writer = new ByteWriter()
  api.request.encode(writer, body, version)
  return api.request.decode(new ByteReader(writer.bytes().slice()), version)
}

function init(pair: Pair, transactionTimeoutMs = 60_000) {
  const request = { transactionalId: 'tx', transactionTimeoutMs }
  const { errorCode, producerId, producerEpoch } = pair.get(1, initProducerIdApi, 5, request)
  if (errorCode !== 0) throw new Error(String(errorCode))
  return { transactionalId: 'tx', producerId, producerEpoch }
}

function produce(
  pair: Pair,
  { transactionalId, ...producer }: ReturnType<typeof init>,
  version: number,
  name = 't',
): number {
  const records = batchOf(['a'], { ...producer, baseSequence: 0, isTransactional: true })
  const topicData = [{ name, partitionData: [{ index: 0, records }] }]
  const { responses } = pair.get(2, produceApi, version, { transactionalId, acks: 1, topicData })
  return responses[0]!.partitionResponses[0]!.errorCode
}

function topicLog(pair: Pair, node: 1 | 2, name: string) {
  return pair.cores[node - 1]!.state.replicas.get(pair.cluster.topics.byName(name)!.topicId, 0).log
}

function stateOf(pair: Pair, node: 1 | 2) {
  return pair.get(node, describeTransactionsApi, 0, { transactionalIds: ['tx'] }).transactionStates[0]!
}

test('only the broker that leads the partition coordinates', (t) => {
  const pair = new Pair()
  const found = pair.get(2, findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: ['tx'] })
  t.is(found.coordinators[0]!.nodeId, 1)
  const request = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
  t.is(pair.get(2, initProducerIdApi, 5, request).errorCode, ErrorCode.NOT_COORDINATOR)
})

test('a leader asks the coordinator before it takes records, and gets its marker from it', (t) => {
  const pair = new Pair()
  const producer = init(pair)
  t.is(produce(pair, producer, 11), ErrorCode.TRANSACTION_ABORTABLE)
  t.is(produce(pair, producer, 12), 0)
  t.is(stateOf(pair, 1).transactionState, 'Ongoing')
  t.is(pair.get(1, endTxnApi, 5, { ...producer, committed: true }).errorCode, 0)
  pair.settle()
  t.is(topicLog(pair, 2, 't').endOffset, 2)
  t.is(stateOf(pair, 1).transactionState, 'CompleteCommit')
})

test('offsets that another broker keeps count when the transaction is committed', (t) => {
  const pair = new Pair()
  const producer = init(pair)
  const partitions = [{ partitionIndex: 0, committedOffset: 7n, committedMetadata: '' }]
  const commit = { ...producer, groupId: 'g', topics: [{ name: 't', partitions }] }
  t.is(pair.get(2, txnOffsetCommitApi, 3, commit).topics[0]!.partitions[0]!.errorCode, ErrorCode.INVALID_TXN_STATE)
  t.is(pair.get(1, addOffsetsToTxnApi, 3, { ...producer, groupId: 'g' }).errorCode, 0)
  t.is(pair.get(2, txnOffsetCommitApi, 3, commit).topics[0]!.partitions[0]!.errorCode, 0)
  t.is(pair.get(1, endTxnApi, 3, { ...producer, committed: true }).errorCode, 0)
  pair.settle()
  const groups = [{ groupId: 'g', topics: [{ name: 't', partitionIndexes: [0] }] }]
  const answer = pair.get(2, offsetFetchApi, 9, { groups, requireStable: true })
  t.is(answer.groups[0]!.topics[0]!.partitions[0]!.committedOffset, 7n)
})

test('while a leader is away its marker waits, and the next transaction with it', (t) => {
  const pair = new Pair()
  const producer = init(pair)
  t.is(produce(pair, producer, 12), 0)
  pair.peers.remove(2)
  const { topicId } = pair.cluster.topics.byName('__transaction_state')!
  pair.cluster.apply({ type: 'partition-changed', topicId, partition: 0, isr: [1] })
  t.is(pair.get(1, endTxnApi, 4, { ...producer, committed: false }).errorCode, 0)
  t.is(stateOf(pair, 1).transactionState, 'PrepareAbort')
  const request = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
  t.is(pair.get(1, initProducerIdApi, 5, request).errorCode, ErrorCode.CONCURRENT_TRANSACTIONS)
  t.is(pair.get(1, endTxnApi, 4, { ...producer, committed: false }).errorCode, ErrorCode.CONCURRENT_TRANSACTIONS)
  t.is(pair.get(1, endTxnApi, 4, { ...producer, committed: true }).errorCode, ErrorCode.INVALID_TXN_STATE)
  const add = { v3AndBelowTransactionalId: 'tx', v3AndBelowProducerId: producer.producerId }
  const v3AndBelowTopics = [{ name: 't', partitions: [0] }]
  const added = pair.get(1, addPartitionsToTxnApi, 3, { ...add, v3AndBelowProducerEpoch: 0, v3AndBelowTopics })
  const [result] = added.resultsByTopicV3AndBelow[0]!.resultsByPartition
  t.is(result!.partitionErrorCode, ErrorCode.CONCURRENT_TRANSACTIONS)
  pair.peers.add(pair.cores[1]!)
  pair.nowMs += 20
  pair.settle()
  t.is(stateOf(pair, 1).transactionState, 'CompleteAbort')
  t.is(topicLog(pair, 2, 't').endOffset, 2)
})

test('a broker that comes to lead the partition reads what the one before has stored, and goes on', (t) => {
  const pair = new Pair()
  const producer = init(pair)
  t.is(produce(pair, producer, 12), 0)
  pair.settle()
  const { topicId } = pair.cluster.topics.byName('__transaction_state')!
  pair.cluster.apply({ type: 'partition-changed', topicId, partition: 0, leader: 2 })
  t.is(stateOf(pair, 1).errorCode, ErrorCode.NOT_COORDINATOR)
  t.like(stateOf(pair, 2), { errorCode: 0, transactionState: 'Ongoing', producerId: producer.producerId })
  t.is(pair.get(2, endTxnApi, 5, { ...producer, committed: true }).errorCode, 0)
  pair.settle()
  t.is(stateOf(pair, 2).transactionState, 'CompleteCommit')
  t.is([...pair.cores[0]!.state.transactions.all()].length, 0)
})

test('what a coordinator says waits for the replicas in sync; until then nothing else changes the transaction', (t) => {
  const pair = new Pair()
  const producer = init(pair)
  t.is(produce(pair, producer, 12), 0)
  pair.peers.fetcherOf(2)!.pause()
  const ended = pair.ask(1, endTxnApi, 5, { ...producer, committed: true })
  t.is(ended.ending, undefined)
  t.is(stateOf(pair, 1).transactionState, 'Ongoing')
  t.is(pair.get(1, endTxnApi, 5, { ...producer, committed: true }).errorCode, ErrorCode.CONCURRENT_TRANSACTIONS)
  const request = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
  t.is(pair.get(1, initProducerIdApi, 5, request).errorCode, ErrorCode.CONCURRENT_TRANSACTIONS)
  t.is(topicLog(pair, 2, 't').endOffset, 1)
  pair.peers.fetcherOf(2)!.resume()
  pair.settle()
  t.is(ended.ending?.kind, 'answer')
  pair.settle()
  t.is(stateOf(pair, 1).transactionState, 'CompleteCommit')
  t.is(topicLog(pair, 2, 't').endOffset, 2)
})

test('what the replicas do not get in the time of the transaction has not happened', (t) => {
  const pair = new Pair()
  const producer = init(pair, 9_000)
  t.is(produce(pair, producer, 12), 0)
  pair.peers.fetcherOf(2)!.pause()
  const ended = pair.ask(1, endTxnApi, 5, { ...producer, committed: true })
  pair.nowMs += 8_999
  pair.settle()
  t.is(ended.ending, undefined)
  pair.nowMs += 1
  pair.settle()
  t.is(errorOf(ended.ending), ErrorCode.COORDINATOR_NOT_AVAILABLE)
  t.is(stateOf(pair, 1).transactionState, 'Ongoing')
})

test('a coordinator that leads no more while it waits says so', (t) => {
  const pair = new Pair()
  const request = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
  pair.peers.fetcherOf(2)!.pause()
  const begun = pair.ask(1, initProducerIdApi, 5, request)
  t.is(begun.ending, undefined)
  const { topicId } = pair.cluster.topics.byName('__transaction_state')!
  pair.cluster.apply({ type: 'partition-changed', topicId, partition: 0, leader: 2 })
  pair.settle()
  t.is(errorOf(begun.ending), ErrorCode.NOT_COORDINATOR)
  t.is(pair.get(2, initProducerIdApi, 5, request).errorCode, 0)
})

test('below min.insync.replicas of the log no transaction changes, nor is one ended by time', (t) => {
  const pair = new Pair()
  const producer = init(pair)
  t.is(produce(pair, producer, 12), 0)
  const { topicId } = pair.cluster.topics.byName('__transaction_state')!
  const name = 'min.insync.replicas'
  pair.cluster.apply({
    type: 'config-changed',
    resourceType: 2,
    resourceName: '__transaction_state',
    name,
    value: '2',
  })
  pair.cluster.apply({ type: 'partition-changed', topicId, partition: 0, isr: [1] })
  pair.peers.fetcherOf(2)!.pause()
  const { endOffset } = topicLog(pair, 1, '__transaction_state')
  const refused = pair.get(1, endTxnApi, 5, { ...producer, committed: true })
  t.is(refused.errorCode, ErrorCode.COORDINATOR_NOT_AVAILABLE)
  const added = pair.get(1, addOffsetsToTxnApi, 4, { ...producer, groupId: 'g' })
  t.is(added.errorCode, ErrorCode.COORDINATOR_NOT_AVAILABLE)
  pair.nowMs += 120_000
  pair.settle()
  t.is(stateOf(pair, 1).transactionState, 'Ongoing')
  t.is(topicLog(pair, 1, '__transaction_state').endOffset, endOffset)
  pair.peers.fetcherOf(2)!.resume()
  for (let round = 0; round < 3; round++) pair.settle()
  pair.nowMs += 20_000
  for (let round = 0; round < 3; round++) pair.settle()
  t.is(stateOf(pair, 1).transactionState, 'CompleteAbort')
})

test('records join a transaction when the replicas of the coordinator’s log know of it', (t) => {
  const pair = new Pair()
  const producer = init(pair)
  pair.peers.fetcherOf(2)!.pause()
  t.is(produce(pair, producer, 12), ErrorCode.NOT_ENOUGH_REPLICAS)
  t.is(topicLog(pair, 2, 't').endOffset, 0)
  pair.peers.fetcherOf(2)!.resume()
  pair.settle()
  t.is(produce(pair, producer, 12), 0)
  t.is(stateOf(pair, 1).transactionState, 'Ongoing')
})

test('a transaction is complete when the replicas in sync have its markers', (t) => {
  const pair = new Pair()
  const both = pair.create('both', [2, 1])
  const producer = init(pair)
  t.is(produce(pair, producer, 12, 'both'), 0)
  pair.settle()
  pair.peers.fetcherOf(1)!.pause()
  t.is(pair.get(1, endTxnApi, 5, { ...producer, committed: true }).errorCode, 0)
  for (let round = 0; round < 3; round++) {
    pair.nowMs += 20
    pair.settle()
  }
  t.is(stateOf(pair, 1).transactionState, 'PrepareCommit')
  const log = pair.cores[1]!.state.replicas.get(both, 0).log
  t.is(log.endOffset, 2)
  t.is(log.highWatermark, 1)
  pair.peers.fetcherOf(1)!.resume()
  pair.settle()
  pair.nowMs += 20
  pair.settle()
  t.is(stateOf(pair, 1).transactionState, 'CompleteCommit')
})

function errorOf(ending: Ending | undefined): number | undefined {
  return ending?.kind === 'answer' ? (ending.response as { errorCode?: number }).errorCode : undefined
}
