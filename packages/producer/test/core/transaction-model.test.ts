// Transactions through thousands of seeded steps of everything that can go wrong, against a model of the cluster that they end in.
import {
  ConnectionError,
  decodeMessage,
  ErrorCode,
  encodeMessage,
  type KafkaError,
  TimeoutError,
} from '@odradek/protocol'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { produceApi } from '@odradek/protocol/apis/produce'
import { seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { ModelTransactions } from '../model-transactions.ts'
import { SenderHarness } from '../sender-harness.ts'

const PARTITIONS = 3
const COORDINATOR_ERRORS = [
  ErrorCode.COORDINATOR_LOAD_IN_PROGRESS,
  ErrorCode.NOT_COORDINATOR,
  ErrorCode.COORDINATOR_NOT_AVAILABLE,
  ErrorCode.CONCURRENT_TRANSACTIONS,
]
const PRODUCE_ERRORS = [
  ErrorCode.NOT_LEADER_OR_FOLLOWER,
  ErrorCode.NOT_ENOUGH_REPLICAS,
  ErrorCode.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCode.INVALID_RECORD,
]

interface OpenTransaction {
  readonly tags: number[]
  ending: 'commit' | 'abort' | undefined
}

class World {
  readonly harness: SenderHarness
  readonly cluster: ModelTransactions
  readonly random: () => number
  readonly counts = { committed: 0, aborted: 0, lostAnswers: 0 }
  /** The records of committed transactions, by partition. */
  readonly expected: number[][] = Array.from({ length: PARTITIONS }, () => [])
  readonly #partitionOf: number[] = []
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
      this.#transaction = { tags: [], ending: undefined }
    } else if (state === 'in-transaction') {
      const choice = this.random()
      if (choice < 0.8) this.#send()
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
    else if (!isHealthy && key !== findCoordinatorApi.key) this.#refuse(index)
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
    const errorCode = COORDINATOR_ERRORS[this.pick(COORDINATOR_ERRORS.length)]!
    const results = Array.from({ length: PARTITIONS }, (_, partitionIndex) => ({
      partitionIndex,
      partitionErrorCode: errorCode,
    }))
    const isJoin = this.harness.requests[index]!.api.key === addPartitionsToTxnApi.key
    this.#respond(
      index,
      isJoin ? { resultsByTopicV3AndBelow: [{ name: 't', resultsByPartition: results }] } : { errorCode },
    )
  }

  #versionOf(index: number): number {
    const { api } = this.harness.requests[index]!
    if (api.key === addPartitionsToTxnApi.key) return 3
    if (api.key === endTxnApi.key) return this.#version === 1 ? 4 : 5
    return api.latestStableVersion
  }

  /** What the request asks for, done; its answer. */
  #carryOut(index: number): object {
    const { api, request } = this.harness.requests[index]!
    if (api.key === produceApi.key) {
      for (const { partition, bytes } of this.harness.parts(index)) this.cluster.append(partition, bytes)
      return {}
    }
    const version = this.#versionOf(index)
    const given: unknown = typeof request === 'function' ? request(version) : request
    const message: unknown = decodeMessage(
      api.request as never,
      encodeMessage(api.request as never, given as never, version),
      version,
    )
    if (api.key === initProducerIdApi.key)
      return this.cluster.initialize((message as { producerEpoch: number }).producerEpoch)
    if (api.key === endTxnApi.key) {
      const { producerEpoch, committed } = message as { producerEpoch: number; committed: boolean }
      return this.cluster.end(producerEpoch, committed ? 'commit' : 'abort')
    }
    if (api.key === addPartitionsToTxnApi.key) {
      const { v3AndBelowProducerEpoch: epoch, v3AndBelowTopics: topics } = message as {
        v3AndBelowProducerEpoch: number
        v3AndBelowTopics: { name: string; partitions: number[] }[]
      }
      const resultsByPartition = topics[0]!.partitions.map((partitionIndex) => ({
        partitionIndex,
        partitionErrorCode: this.cluster.join(epoch, partitionIndex),
      }))
      return { resultsByTopicV3AndBelow: [{ name: 't', resultsByPartition }] }
    }
    return { coordinators: [{ key: 'x', nodeId: 1 + this.pick(3), host: 'h', port: 1 }] }
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

for (const version of [1, 2] as const) {
  test(`what a transaction commits is seen once and in order, what it aborts never: protocol ${version}`, (t) => {
    const total = { committed: 0, aborted: 0, lostAnswers: 0 }
    for (let seed = 1; seed <= 60; seed++) {
      const world = new World(t, seed, version)
      for (let step = 0; step < 1500; step++) world.step()
      world.heal()
      const seen = world.cluster.committed.map((values) => values.map((value) => Number.parseInt(value, 10)))
      t.deepEqual(seen, world.expected, `seed ${seed}`)
      t.is(world.harness.fatalError, undefined)
      total.committed += world.counts.committed
      total.aborted += world.counts.aborted
      total.lostAnswers += world.counts.lostAnswers
    }
    t.log(total)
    t.true(total.committed > 300 && total.aborted > 100 && total.lostAnswers > 500)
  })
}
