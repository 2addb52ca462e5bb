// A transaction's core alone: a test calls it, sees what it wants sent, and answers.
import type { KafkaError } from '@odradek/protocol'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import { CoreRunner } from '@odradek/test-kit'

import { PartitionQueue } from '../src/core/partition-queue.ts'
import { TopicQueues } from '../src/core/topic-queues.ts'
import { TransactionManager } from '../src/core/transaction-manager.ts'

/** What came of a call. */
export type Outcome = 'open' | 'done' | KafkaError
export const group = { groupId: 'g', generationId: 3, memberId: 'm' }

export class TransactionHarness {
  isIdle = true
  failedQueued: KafkaError[] = []
  fatal: KafkaError | undefined
  readonly manager: TransactionManager
  readonly runner: CoreRunner
  readonly queue = new PartitionQueue(new TopicQueues('t'), 0)

  /** A test that changes it upgrades or downgrades the cluster. */
  version: 1 | 2

  constructor(version: 1 | 2) {
    this.version = version
    this.manager = new TransactionManager({
      transactionalId: 'x',
      transactionTimeoutMs: 60_000,
      requestTimeoutMs: 30_000,
      retryBackoffMs: 100,
      retryBackoffMaxMs: 1000,
      random: () => 0.5,
      transactionVersion: () => this.version,
      isIdle: () => this.isIdle,
      failQueued: (error) => {
        this.failedQueued.push(error)
        this.isIdle = true
      },
      wakeup: () => undefined,
      onFatalError: (error) => (this.fatal = error),
    })
    this.runner = new CoreRunner(this.manager)
  }

  call(start: (done: (error?: KafkaError) => void) => void): { outcome: Outcome } {
    const call: { outcome: Outcome } = { outcome: 'open' }
    start((error) => (call.outcome = error ?? 'done'))
    this.runner.poll()
    return call
  }

  coordinator(nodeId = 1): void {
    this.runner.poll()
    // Asked again soon after, it waits a moment.
    if (!this.open.includes('FindCoordinator')) this.runner.advance(150)
    const { keyType, coordinatorKeys } = this.runner.request(findCoordinatorApi)
    const key = coordinatorKeys[0]!
    this.runner.answer(findCoordinatorApi, { coordinators: [{ key, nodeId, host: 'h', port: 1 + keyType }] })
    this.runner.poll()
  }

  ready(): this {
    this.call((done) => this.manager.initialize(done))
    this.coordinator()
    this.runner.answer(initProducerIdApi, { producerId: 5n, producerEpoch: 0 })
    return this
  }

  begin(): this {
    this.ready().manager.begin()
    return this
  }

  /** Answers for partition 0 of one topic. */
  answerJoin(name: string, partitionErrorCode = 0): void {
    const resultsByPartition = [{ partitionIndex: 0, partitionErrorCode }]
    this.runner.answer(addPartitionsToTxnApi, { resultsByTopicV3AndBelow: [{ name, resultsByPartition }] }, 3)
  }

  /** Answers for the offset of partition 0 of the topic `in`. */
  answerOffsets(errorCode = 0): void {
    const topics = [{ name: 'in', partitions: [{ partitionIndex: 0, errorCode }] }]
    this.runner.answer(txnOffsetCommitApi, { topics }, this.version === 1 ? 4 : undefined)
  }

  /** Sends the position of one partition; the request is open when it returns. */
  sendOffsets(): { outcome: Outcome } {
    const offsets = [{ topic: 'in', partition: 0, offset: 8n }]
    return this.call((done) => this.manager.sendOffsets(offsets, group, done))
  }

  get open(): string[] {
    return this.runner.pending.map(({ api }) => api.name)
  }
}
