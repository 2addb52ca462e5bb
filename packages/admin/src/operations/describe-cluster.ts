import { UnsupportedVersionError } from '@odradek/protocol'
import { describeClusterApi } from '@odradek/protocol/apis/describe-cluster'

import { type AclOperation, authorizedOperations } from '../acl-names.ts'
import { type AdminCall, runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne, type Outcome } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'

/** The brokers of a cluster. */
export interface ClusterDescription {
  /** null before Kafka 0.10.1. */
  readonly clusterId: string | null
  /** Node id of the broker that takes what the controller does (with KRaft any broker passes it on); undefined while there is none. */
  readonly controllerId: number | undefined
  readonly nodes: readonly ClusterNode[]
  /** What this client may do with the cluster; undefined where that was not asked for. */
  readonly authorizedOperations: readonly AclOperation[] | undefined
}

/** A broker. */
export interface ClusterNode {
  readonly id: number
  readonly host: string
  readonly port: number
  readonly rack: string | null
  /** Whether it may lead nothing for now; always false without `includeFencedBrokers`. */
  readonly isFenced: boolean
}

/** What `describeCluster` may be told. */
export interface DescribeClusterOptions extends CallOptions {
  /** Says what this client may do with the cluster. @default false */
  readonly includeAuthorizedOperations?: boolean
  /** Names brokers that are fenced too (KIP-1073, Kafka 4.0). @default false */
  readonly includeFencedBrokers?: boolean
}

/** Asked of any broker: DescribeCluster, or Metadata of brokers before Kafka 2.8. */
export function describeCluster(world: AdminWorld, options: DescribeClusterOptions): Promise<ClusterDescription> {
  return runCall(world, 'describeCluster', options, (call) =>
    driveOne(call, anyBroker, async () => {
      try {
        return await byDescribeCluster(call, options)
      } catch (error) {
        if (!UnsupportedVersionError.is(error) || options.includeFencedBrokers) throw error
        return { value: await byMetadata(call, options) }
      }
    }),
  )
}

async function byDescribeCluster(
  call: AdminCall,
  { includeAuthorizedOperations = false, includeFencedBrokers = false }: DescribeClusterOptions,
): Promise<Outcome<ClusterDescription>> {
  const request = {
    includeClusterAuthorizedOperations: includeAuthorizedOperations,
    ...(includeFencedBrokers ? { includeFencedBrokers } : {}),
  }
  const limits = includeFencedBrokers
    ? { minVersion: 2, minVersionFor: 'includeFencedBrokers needs Kafka 4.0 or newer' }
    : {}
  const answer = await call.send('any', describeClusterApi, request, limits)
  const context = { api: 'DescribeCluster', detail: answer.errorMessage }
  return outcomeOf(answer.errorCode, context, anyBrokerReactions, () => ({
    clusterId: answer.clusterId,
    controllerId: answer.controllerId >= 0 ? answer.controllerId : undefined,
    nodes: answer.brokers.map(({ brokerId, host, port, rack, isFenced }) => ({
      id: brokerId,
      host,
      port,
      rack,
      isFenced,
    })),
    authorizedOperations: authorizedOperations(answer.clusterAuthorizedOperations),
  }))
}

async function byMetadata(
  call: AdminCall,
  { includeAuthorizedOperations = false }: DescribeClusterOptions,
): Promise<ClusterDescription> {
  const question = { topics: [], includeClusterAuthorizedOperations: includeAuthorizedOperations }
  const { response } = await call.world.cluster.metadata(call, question)
  return {
    clusterId: response.clusterId,
    controllerId: response.controllerId >= 0 ? response.controllerId : undefined,
    nodes: response.brokers.map(({ nodeId, host, port, rack }) => ({ id: nodeId, host, port, rack, isFenced: false })),
    authorizedOperations: authorizedOperations(response.clusterAuthorizedOperations),
  }
}
