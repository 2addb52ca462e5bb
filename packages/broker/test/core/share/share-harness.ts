// A broker core whose records a share group reads.
import type { MessageInput } from '@odradek/protocol'
import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import { endTxnApi } from '@odradek/protocol/apis/end-txn'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { produceApi } from '@odradek/protocol/apis/produce'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import type { ShareFetchRequest } from '@odradek/protocol/messages/share-fetch-request'
import type { BrokerOptions } from '../../../src/options.ts'
import { batchOf } from '../batches.ts'
import { CoreHarness } from '../core-harness.ts'
import { findGroupCoordinator } from '../group/group-harness.ts'

const GROUP_RESOURCE = 32

/** A broker core with a topic `t` that the share group `g` reads. */
export class ShareHarness extends CoreHarness {
  readonly topicId: string

  constructor({ isBegun = true, options = {} as BrokerOptions } = {}) {
    super(options)
    findGroupCoordinator(this)
    this.topicId = this.createTopic('t')
    this.config('share.auto.offset.reset', 'earliest')
    if (!isBegun) return
    // A group begins with the partitions of its members' topics.
    this.beat('m0', 0, ['t'])
    this.beat('m0', -1)
  }

  config(name: string, value: string): void {
    this.state.apply({ type: 'config-changed', resourceType: GROUP_RESOURCE, resourceName: 'g', name, value })
  }

  produce(...values: string[]): void {
    const records = batchOf(values)
    this.get(produceApi, 9, { acks: 1, topicData: [{ name: 't', partitionData: [{ index: 0, records }] }] })
  }

  beat(memberId: string, memberEpoch: number, subscribedTopicNames: string[] | null = null) {
    return this.get(shareGroupHeartbeatApi, 1, { groupId: 'g', memberId, memberEpoch, subscribedTopicNames })
  }

  askFetch(
    memberId: string,
    shareSessionEpoch: number,
    input: MessageInput<ShareFetchRequest> = {},
    connectionId?: number,
  ) {
    const request = {
      groupId: 'g',
      memberId,
      shareSessionEpoch,
      maxWaitMs: 0,
      minBytes: 1,
      maxBytes: 1_000_000,
      maxRecords: 500,
      topics: shareSessionEpoch === 0 ? [{ topicId: this.topicId, partitions: [{ partitionIndex: 0 }] }] : [],
      ...input,
    }
    return this.ask(shareFetchApi, 2, request, 'test', connectionId)
  }

  /** What a fetch over a connection acquires. */
  fetchOver(connectionId: number, memberId: string, epoch: number): number[][] {
    return runsOf(this.askFetch(memberId, epoch, {}, connectionId).response!)
  }

  /** Produces within a transaction of the transactional id `tx`, which goes on. */
  produceInTransaction(values: string[], baseSequence = 0) {
    this.get(findCoordinatorApi, 4, { keyType: 1, coordinatorKeys: ['tx'] })
    const request = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
    const { producerId, producerEpoch } = this.get(initProducerIdApi, 5, request)
    const records = batchOf(values, { producerId, producerEpoch, baseSequence, isTransactional: true })
    const topicData = [{ name: 't', partitionData: [{ index: 0, records }] }]
    const produced = this.get(produceApi, 12, { transactionalId: 'tx', acks: 1, topicData })
    if (produced.responses[0]!.partitionResponses[0]!.errorCode !== 0) throw new Error('the records were refused')
    return (committed: boolean) => {
      this.get(endTxnApi, 5, { transactionalId: 'tx', producerId, producerEpoch, committed })
    }
  }

  /** What a fetch acquires: first offset, last offset, delivery count. */
  fetch(memberId: string, epoch: number, input: MessageInput<ShareFetchRequest> = {}): number[][] {
    return runsOf(this.askFetch(memberId, epoch, input).response!)
  }

  acknowledge(memberId: string, epoch: number, first: bigint, last: bigint, ...acknowledgeTypes: number[]): number {
    const acknowledgementBatches = [{ firstOffset: first, lastOffset: last, acknowledgeTypes }]
    const topics = [{ topicId: this.topicId, partitions: [{ partitionIndex: 0, acknowledgementBatches }] }]
    const request = { groupId: 'g', memberId, shareSessionEpoch: epoch, topics }
    const { errorCode, responses } = this.get(shareAcknowledgeApi, 2, request)
    return errorCode || responses[0]!.partitions[0]!.errorCode
  }

  get offsets() {
    const groups = [{ groupId: 'g', topics: null }]
    return this.get(describeShareGroupOffsetsApi, 1, { groups }).groups[0]!.topics[0]?.partitions[0]
  }
}

/** What an answer acquires: first offset, last offset, delivery count. */
export function runsOf({ responses }: { responses: { partitions: { acquiredRecords: Run[] }[] }[] }): number[][] {
  return responses.flatMap(({ partitions }) =>
    partitions.flatMap(({ acquiredRecords }) =>
      acquiredRecords.map((run) => [Number(run.firstOffset), Number(run.lastOffset), run.deliveryCount]),
    ),
  )
}

interface Run {
  firstOffset: bigint
  lastOffset: bigint
  deliveryCount: number
}
