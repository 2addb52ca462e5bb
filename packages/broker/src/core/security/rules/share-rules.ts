// Rules of the APIs of share coordinators, which are for brokers among themselves (KIP-932).
import { deleteShareGroupStateApi } from '@odradek/protocol/apis/delete-share-group-state'
import { initializeShareGroupStateApi } from '@odradek/protocol/apis/initialize-share-group-state'
import { readShareGroupStateApi } from '@odradek/protocol/apis/read-share-group-state'
import { readShareGroupStateSummaryApi } from '@odradek/protocol/apis/read-share-group-state-summary'
import { writeShareGroupStateApi } from '@odradek/protocol/apis/write-share-group-state'
import { AclOperation, cluster, clusterRefusalWithText, row, type RuleRow } from './rule.ts'

interface ShareStateRequest {
  readonly topics: readonly {
    readonly topicId: string
    readonly partitions: readonly { readonly partition: number }[]
  }[]
}

const forBrokers = cluster<ShareStateRequest>(AclOperation.CLUSTER_ACTION, ({ topics }) => ({
  results: topics.map(({ topicId, partitions }) => ({
    topicId,
    partitions: partitions.map(({ partition }) => ({ partition, ...clusterRefusalWithText() })),
  })),
}))

/** By API key. */
export const shareRules: readonly RuleRow[] = [
  row(initializeShareGroupStateApi, forBrokers),
  row(readShareGroupStateApi, forBrokers),
  row(readShareGroupStateSummaryApi, forBrokers),
  row(writeShareGroupStateApi, forBrokers),
  row(deleteShareGroupStateApi, forBrokers),
]
