// Transactions through thousands of seeded steps of everything that can go wrong, against a model of the cluster that they end in.
import {
  ConnectionError,
  decodeMessage,
  ErrorCode,
  encodeMessage,
  type KafkaError,
  TimeoutError,
} from '@odradek/protocol'
import { addOffsetsToTxnApi } from '@odradek/protocol/apis/add-offsets-to-txn'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { produceApi } from '@odradek/protocol/apis/produce'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import type { AddPartitionsToTxnRequest } from '@odradek/protocol/messages/add-partitions-to-txn-request'
import type { TxnOffsetCommitRequest } from '@odradek/protocol/messages/txn-offset-commit-request'
import { seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { ModelTransactions } from '../model-transactions.ts'
import { SenderHarness } from '../sender-harness.ts'

const PARTITIONS = 3
const GROUP = 'g'
const COORDINATOR_ERRORS = [
  ErrorCode.COORDINATOR_LOAD_IN_PROGRESS,
  ErrorCode.NOT_COORDINATOR,
  ErrorCode.COORDINATOR_NOT_AVAILABLE,
  ErrorCode.CONCURRENT_TRANSACTIONS,
]
/** What leaves a transaction that can only be aborted, by what was asked. */
const ABORTABLE_ERRORS: ReadonlyMap<number, readonly number[]> = new Map([
  [
    txnOffsetCommitApi.key,
    [
      ErrorCode.ILLEGAL_GENERATION,
      ErrorCode.UNKNOWN_MEMBER_ID,
      ErrorCode.GROUP_AUTHORIZATION_FAILED,
      ErrorCode.UNKNOWN_PRODUCER_ID,
    ],
  ],
  [addPartitionsToTxnApi.key, [ErrorCode.TOPIC_AUTHORIZATION_FAILED, ErrorCode.OPERATION_NOT_ATTEMPTED]],
  [addOffsetsToTxnApi.key, [ErrorCode.GROUP_AUTHORIZATION_FAILED, ErrorCode.TRANSACTION_ABORTABLE]],
  [endTxnApi.key, [ErrorCode.TRANSACTION_ABORTABLE]],
])
const PRODUCE_ERRORS = [
  ErrorCode.NOT_LEADER_OR_FOLLOWER,
  ErrorCode.NOT_ENOUGH_REPLICAS,
  ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCode.INVALID_RECORD,
]

interface OpenTransaction {
  readonly tags: number[]
  offset: bigint | undefined
  ending: 'commit' | 'abort' | undefined
}

class World {
  readonly harness: SenderHarness
  readonly cluster: ModelTransactions
  readonly random: () => number
  readonly counts = { committed: 0, aborted: 0, lostAnswers: 0, refusals: 0 }
  /** The group's position after each transaction that committed one. */
  readonly expectedOffsets: bigint[] = []
  /** The records of committed transactions, by partition. */
  readonly expected: number[][] = Array.from({ length: PARTITIONS }, () => [])
  readonly #partitionOf: number[] = []
  #offsets = 0
  readonly #version: 1 | 2
  readonly #t: ExecutionContext
  #transaction: OpenTransaction | undefined

  constructor(t: ExecutionContext, seed: number, version: 1 | 2) {
    this.#t = t
    this.#version = version
    this.random = seededRandom(seed)
    this.cluster = new ModelTransactions(version, PARTITIONS)
    this.harness = new SenderHarness({
      seed,
      transactionVersion: version,
      lingerMs: seed % 2 === 0 ? 0 : 20,
      batchSize: 200,
      batchSizeWhenBusy: seed % 3 === 0 ? 0 : 600,
      deliveryTimeoutMs: seed % 4 === 0 ? 3000 : 120_000,
    })
    this.harness.setMetadata({ t: Array.from({ length: PARTITIONS }, () => 1) })
    this.#manager.initialize((error) => error !== undefined && t.fail(error.message))
  }

  get #manager() {
    return this.harness.transactions!
  }

  pick(count: number): number {
    return Math.floor(this.random() * count)
  }

  step(): void {
    const choice = this.random()
    if (choice < 0.35) this.#act()
    else if (choice < 0.5) this.harness.poll()
    else if (choice < 0.9) this.answer(this.random() < 0.75)
    else this.harness.advance(this.pick(300))
  }

  /** What the program does next: begins, sends, commits, aborts. */
  #act(): void {
    const { state } = this.#manager
    if (state === 'ready' && this.#transaction === undefined) {
      this.#manager.begin()
      this.#transaction = { tags: [], offset: undefined, ending: undefined }
    } else if (state === 'in-transaction') {
      const choice = this.random()
      if (choice < 0.72) this.#send()
      else if (choice < 0.8) this.#sendOffset()
      else this.#end(choice < 0.93 ? 'commit' : 'abort')
    } else if (state === 'abortable-error' && this.#transaction?.ending !== 'commit') this.#end('abort')
  }

  #send(): void {
    const partition = this.pick(PARTITIONS)
    const tag = this.#partitionOf.length
    this.#partitionOf.push(partition)
    this.#transaction!.tags.push(tag)
    this.harness.send('t', `${tag} `.padEnd(this.pick(150)), { partition })
  }

  #sendOffset(): void {
    const offset = BigInt(this.#offsets++)
    this.#transaction!.offset = offset
    // Where it fails, so does the commit.
    this.#manager.sendOffsets([{ topic: 'in', partition: 0, offset }], { groupId: GROUP }, () => undefined)
  }

  #end(ending: 'commit' | 'abort'): void {
    const transaction = this.#transaction!
    transaction.ending = ending
    const onEnded = (error?: KafkaError) => {
      if (error !== undefined) {
        // A commit that failed for one of its records: what is left is to abort.
        if (ending === 'abort') this.#t.fail(`a transaction could not be aborted: ${error.message}`)
        transaction.ending = undefined
        return
      }
      this.#transaction = undefined
      if (ending === 'abort') this.counts.aborted++
      else {
        this.counts.committed++
        if (transaction.offset !== undefined) this.expectedOffsets.push(transaction.offset)
        for (const tag of transaction.tags) this.expected[this.#partitionOf[tag]!]!.push(tag)
      }
    }
    if (ending === 'commit') this.#manager.commit(onEnded)
    else this.#manager.abort(onEnded)
  }

  /** Answers an open request, or loses it before or after the cluster did what it asks for. */
  answer(isHealthy: boolean): void {
    const { requests } = this.harness
    if (requests.length === 0) return
    const index = this.pick(requests.length)
    const key = requests[index]!.api.key
    const choice = isHealthy ? 1 : this.random()
    if (choice < 0.4) {
      // On a connection the answers come in order: what is lost is lost with all behind it.
      if (choice < 0.25) this.#carryOut(index)
      this.counts.lostAnswers++
      this.harness.fail(this.random() < 0.5 ? new ConnectionError('lost') : new TimeoutError('late'), index)
    } else if (key === produceApi.key) this.#answerProduce(index, !isHealthy && this.random() < 0.5)
    else if (!isHealthy) this.#refuse(index)
    else this.#respond(index, this.#carryOut(index))
  }

  #answerProduce(index: number, isRefused: boolean): void {
    const errorCode = PRODUCE_ERRORS[this.pick(PRODUCE_ERRORS.length)]!
    this.harness.answer(({ partition, bytes }) => (isRefused ? { errorCode } : this.cluster.append(partition, bytes)), {
      index,
      version: this.#version === 1 ? 11 : 12,
    })
  }

  #refuse(index: number): void {
    const { key } = this.harness.requests[index]!.api
    const abortable = ABORTABLE_ERRORS.get(key)
    // Of a transaction that has ended no coordinator says that it has to be aborted.
    const mayRefuse = key !== endTxnApi.key || this.cluster.isOpen
    const isAbortable = abortable !== undefined && mayRefuse && this.random() < 0.4
    if (isAbortable) this.counts.refusals++
    const codes = isAbortable ? abortable : COORDINATOR_ERRORS
    const errorCode = codes[this.pick(codes.length)]!
    if (key === addPartitionsToTxnApi.key) {
      const resultsByPartition = Array.from({ length: PARTITIONS }, (_, partitionIndex) => ({
        partitionIndex,
        partitionErrorCode: errorCode,
      }))
      this.#respond(index, { resultsByTopicV3AndBelow: [{ name: 't', resultsByPartition }] })
    } else if (key === txnOffsetCommitApi.key) this.#respond(index, offsetAnswer(errorCode))
    else if (key === findCoordinatorApi.key) {
      const [asked] = this.#decoded<{ coordinatorKeys: string[] }>(index).coordinatorKeys
      const refused = asked === GROUP ? ErrorCode.GROUP_AUTHORIZATION_FAILED : ErrorCode.COORDINATOR_NOT_AVAILABLE
      this.#respond(index, { coordinators: [{ key: asked, errorCode: refused }] })
    } else this.#respond(index, { errorCode })
  }

  #versionOf(index: number): number {
    const { api } = this.harness.requests[index]!
    if (api.key === addPartitionsToTxnApi.key) return 3
    if (api.key === endTxnApi.key) return this.#version === 1 ? 4 : 5
    if (api.key === txnOffsetCommitApi.key) return this.#version === 1 ? 4 : 5
    return api.latestStableVersion
  }

  /** The request number `index` as its broker reads it. */
  #decoded<Message>(index: number): Message {
    const { api, request } = this.harness.requests[index]!
    const version = this.#versionOf(index)
    const given: unknown = typeof request === 'function' ? request(version) : request
    const bytes = encodeMessage(api.request as never, given as never, version)
    return decodeMessage(api.request as never, bytes, version)
  }

  /** What the request asks for, done; its answer. */
  #carryOut(index: number): object {
    const { key } = this.harness.requests[index]!.api
    if (key === produceApi.key) {
      for (const { partition, bytes } of this.harness.parts(index)) this.cluster.append(partition, bytes)
      return {}
    }
    if (key === initProducerIdApi.key)
      return this.cluster.initialize(this.#decoded<{ producerEpoch: number }>(index).producerEpoch)
    if (key === endTxnApi.key) {
      const { producerEpoch, committed } = this.#decoded<{ producerEpoch: number; committed: boolean }>(index)
      return this.cluster.end(producerEpoch, committed ? 'commit' : 'abort')
    }
    if (key === addOffsetsToTxnApi.key) {
      const { producerEpoch } = this.#decoded<{ producerEpoch: number }>(index)
      return { errorCode: this.cluster.join(producerEpoch, 'group') }
    }
    if (key === txnOffsetCommitApi.key) {
      const { producerEpoch, topics } = this.#decoded<TxnOffsetCommitRequest>(index)
      return offsetAnswer(this.cluster.commitOffset(producerEpoch, topics[0]!.partitions[0]!.committedOffset))
    }
    if (key === addPartitionsToTxnApi.key) {
      const request = this.#decoded<AddPartitionsToTxnRequest>(index)
      const resultsByPartition = request.v3AndBelowTopics[0]!.partitions.map((partitionIndex) => ({
        partitionIndex,
        partitionErrorCode: this.cluster.join(request.v3AndBelowProducerEpoch, partitionIndex),
      }))
      return { resultsByTopicV3AndBelow: [{ name: 't', resultsByPartition }] }
    }
    const [asked] = this.#decoded<{ coordinatorKeys: string[] }>(index).coordinatorKeys
    return { coordinators: [{ key: asked, nodeId: 1 + this.pick(3), host: 'h', port: 1 }] }
  }

  #respond(index: number, response: object): void {
    const version = this.#versionOf(index)
    const [{ api, onResponse }] = this.harness.runner.pending.splice(index, 1) as [
      (typeof this.harness.runner.pending)[number],
    ]
    const bytes = encodeMessage(api.response as never, response as never, version)
    onResponse(decodeMessage(api.response as never, bytes, version), version, this.harness.nowMs)
  }

  /** Lets everything succeed until the last transaction has ended. */
  heal(): void {
    const { harness } = this
    for (let round = 0; this.#transaction !== undefined || this.#manager.state !== 'ready'; round++) {
      if (round > 5000) this.#t.fail(`a transaction never ends: ${this.#manager.state}`)
      const { state } = this.#manager
      if (state === 'in-transaction') this.#end('commit')
      else if (state === 'abortable-error' && this.#transaction?.ending === undefined) this.#end('abort')
      harness.advance(50)
      while (harness.requests.length > 0) {
        this.answer(true)
        harness.poll()
      }
    }
  }
}

function offsetAnswer(errorCode: number): object {
  return { topics: [{ name: 'in', partitions: [{ partitionIndex: 0, errorCode }] }] }
}

for (const version of [1, 2] as const) {
  test(`what a transaction commits is seen once and in order, what it aborts never: protocol ${version}`, (t) => {
    const total = { committed: 0, aborted: 0, lostAnswers: 0, refusals: 0, offsets: 0 }
    for (let seed = 1; seed <= 60; seed++) {
      const world = new World(t, seed, version)
      for (let step = 0; step < 1500; step++) world.step()
      world.heal()
      const seen = world.cluster.committed.map((values) => values.map((value) => Number.parseInt(value, 10)))
      t.deepEqual(seen, world.expected, `seed ${seed}`)
      t.deepEqual(world.cluster.committedOffsets, world.expectedOffsets, `seed ${seed}`)
      t.is(world.harness.fatalError, undefined)
      total.committed += world.counts.committed
      total.aborted += world.counts.aborted
      total.lostAnswers += world.counts.lostAnswers
      total.refusals += world.counts.refusals
      total.offsets += world.expectedOffsets.length
    }
    t.log(total)
    t.true(total.committed > 300 && total.aborted > 100 && total.lostAnswers > 500)
    t.true(total.refusals > 100 && total.offsets > 100)
  })
}
