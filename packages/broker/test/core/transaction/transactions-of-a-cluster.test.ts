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
import { newPartition } from '../../../src/core/cluster/partition-registration.ts'
import { batchOf, T0 } from '../batches.ts'
import { brokerConfig, countingUuids } from '../core-harness.ts'

/** Two brokers: `__transaction_state` is led by the first, `__consumer_offsets` and topic t by the second. */
class Pair {
  readonly cluster = new ClusterState({ clusterId: 'c', newUuid: countingUuids(), random: seededRandom(1) })
  readonly peers = new ClusterCore()
  readonly cores: readonly BrokerCore[]
  nowMs = 0
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
    const core = this.cores[node - 1]!
    const id = this.#id++
    const from = { clientId: 'c', clientHost: '/c', receivedAtMs: T0 + this.nowMs }
    core.onRequest(
      brokerApis.get(api.key)!,
      { id, apiKey: api.key, version, ...from, body: full(api, version, body) },
      this.nowMs,
    )
    const ending = this.settle().find((one) => one.requestId === id)?.ending
    if (ending?.kind === 'failed') throw ending.error as Error
    if (ending?.kind !== 'answer') throw new Error(`${api.name} was not answered`)
    return full({ ...api, request: api.response } as never, version, ending.response as never) as Response
  }

  settle() {
    const ended = this.cores.flatMap((core) => core.poll(this.nowMs).ended)
    this.peers.replicate(this.nowMs, T0 + this.nowMs)
    return [...ended, ...this.cores.flatMap((core) => core.poll(this.nowMs).ended)]
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

function init(pair: Pair) {
  const request = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
  const { errorCode, producerId, producerEpoch } = pair.get(1, initProducerIdApi, 5, request)
  if (errorCode !== 0) throw new Error(String(errorCode))
  return { transactionalId: 'tx', producerId, producerEpoch }
}

function produce(pair: Pair, { transactionalId, ...producer }: ReturnType<typeof init>, version: number): number {
  const records = batchOf(['a'], { ...producer, baseSequence: 0, isTransactional: true })
  const topicData = [{ name: 't', partitionData: [{ index: 0, records }] }]
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
