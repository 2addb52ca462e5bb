// Rules of the APIs of administrators.
import { alterClientQuotasApi } from '@odradek/protocol/apis/alter-client-quotas'
import { alterConfigsApi } from '@odradek/protocol/apis/alter-configs'
import { alterPartitionReassignmentsApi } from '@odradek/protocol/apis/alter-partition-reassignments'
import { alterReplicaLogDirsApi } from '@odradek/protocol/apis/alter-replica-log-dirs'
import { alterUserScramCredentialsApi } from '@odradek/protocol/apis/alter-user-scram-credentials'
import { createAclsApi } from '@odradek/protocol/apis/create-acls'
import { deleteAclsApi } from '@odradek/protocol/apis/delete-acls'
import { describeAclsApi } from '@odradek/protocol/apis/describe-acls'
import { describeClientQuotasApi } from '@odradek/protocol/apis/describe-client-quotas'
import { describeClusterApi } from '@odradek/protocol/apis/describe-cluster'
import { describeConfigsApi } from '@odradek/protocol/apis/describe-configs'
import { describeLogDirsApi } from '@odradek/protocol/apis/describe-log-dirs'
import { describeQuorumApi } from '@odradek/protocol/apis/describe-quorum'
import { describeUserScramCredentialsApi } from '@odradek/protocol/apis/describe-user-scram-credentials'
import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'
import { listConfigResourcesApi } from '@odradek/protocol/apis/list-config-resources'
import { listPartitionReassignmentsApi } from '@odradek/protocol/apis/list-partition-reassignments'
import { addRaftVoterApi } from '@odradek/protocol/apis/add-raft-voter'
import { removeRaftVoterApi } from '@odradek/protocol/apis/remove-raft-voter'
import { unregisterBrokerApi } from '@odradek/protocol/apis/unregister-broker'
import { updateFeaturesApi } from '@odradek/protocol/apis/update-features'
import { ConfigResourceType } from '../../config/config-source.ts'
import { CLUSTER_NAME } from '../acl.ts'
import type { AuthorizationContext, Verdict } from './authorization-context.ts'
import {
  AclOperation,
  cluster,
  CLUSTER_AUTHORIZATION_FAILED,
  clusterRefusal,
  clusterRefusalWithText,
  GROUP_AUTHORIZATION_FAILED,
  mayOnCluster,
  partly,
  refusal,
  ResourceType,
  row,
  type RuleRow,
  split,
  TOPIC_AUTHORIZATION_FAILED,
} from './rule.ts'

const { ALTER, DESCRIBE, ALTER_CONFIGS, DESCRIBE_CONFIGS } = AclOperation
const { TOPIC, GROUP, CLUSTER } = ResourceType
const refused = clusterRefusalWithText()

interface ConfigResource {
  readonly resourceType: number
  readonly resourceName: string
}

/** The configs of topics and groups are their own matter, all others are the cluster's. */
function configResources(
  context: AuthorizationContext<{ readonly resources: readonly ConfigResource[] }>,
  operation: number,
  list: string,
  more: object,
): Verdict {
  const { may, body } = context
  const isAllowed = ({ resourceType, resourceName }: ConfigResource) => {
    if (resourceType === ConfigResourceType.TOPIC) return may(operation, TOPIC, resourceName)
    if (resourceType === ConfigResourceType.GROUP) return may(operation, GROUP, resourceName)
    return mayOnCluster(context, operation)
  }
  const parts = split(body.resources, isAllowed, ({ resourceType, resourceName }) => {
    const errorCode =
      resourceType === ConfigResourceType.TOPIC
        ? TOPIC_AUTHORIZATION_FAILED
        : resourceType === ConfigResourceType.GROUP
          ? GROUP_AUTHORIZATION_FAILED
          : CLUSTER_AUTHORIZATION_FAILED
    return { ...refusal(errorCode), resourceType, resourceName, ...more }
  })
  return partly({ ...body, resources: parts.allowed }, list, parts.refused)
}

/** The rows. */
export const adminRules: readonly RuleRow[] = [
  row(describeAclsApi, cluster(DESCRIBE, clusterRefusalWithText)),
  row(
    createAclsApi,
    cluster(ALTER, (body) => ({ results: body.creations.map(() => refused) })),
  ),
  row(
    deleteAclsApi,
    cluster(ALTER, (body) => ({ filterResults: body.filters.map(() => ({ ...refused, matchingAcls: [] })) })),
  ),
  row(describeConfigsApi, (context) => configResources(context, DESCRIBE_CONFIGS, 'results', { configs: [] })),
  row(alterConfigsApi, (context) => configResources(context, ALTER_CONFIGS, 'responses', {})),
  row(incrementalAlterConfigsApi, (context) => configResources(context, ALTER_CONFIGS, 'responses', {})),
  row(
    alterReplicaLogDirsApi,
    cluster(ALTER, (body) => {
      const topics = body.dirs.flatMap((dir) => dir.topics)
      const results = topics.map(({ name, partitions }) => ({
        topicName: name,
        partitions: partitions.map((partitionIndex) => ({ partitionIndex, errorCode: CLUSTER_AUTHORIZATION_FAILED })),
      }))
      return { results }
    }),
  ),
  row(
    describeLogDirsApi,
    cluster(DESCRIBE, (_body, version) => (version >= 3 ? { ...clusterRefusal(), results: [] } : { results: [] })),
  ),
  row(
    electLeadersApi,
    cluster(ALTER, (_body, version) => {
      return { ...(version >= 1 ? clusterRefusal() : {}), replicaElectionResults: [] }
    }),
  ),
  row(
    alterPartitionReassignmentsApi,
    cluster(ALTER, () => ({ ...refused, responses: [] })),
  ),
  row(
    listPartitionReassignmentsApi,
    cluster(DESCRIBE, () => ({ ...refused, topics: [] })),
  ),
  row(
    describeClientQuotasApi,
    cluster(DESCRIBE_CONFIGS, () => ({ ...refused, entries: null })),
  ),
  row(
    alterClientQuotasApi,
    cluster(ALTER_CONFIGS, (body) => ({ entries: body.entries.map(({ entity }) => ({ ...refused, entity })) })),
  ),
  row(
    describeUserScramCredentialsApi,
    cluster(DESCRIBE, () => ({ ...refused, results: [] })),
  ),
  row(
    alterUserScramCredentialsApi,
    cluster(ALTER, ({ deletions, upsertions }) => {
      const users = new Set([...deletions, ...upsertions].map(({ name }) => name))
      return { results: [...users].map((user) => ({ user, ...refused })) }
    }),
  ),
  row(describeQuorumApi, cluster(DESCRIBE, clusterRefusal)),
  row(updateFeaturesApi, cluster(ALTER, clusterRefusalWithText)),
  row(describeClusterApi, (context) => {
    if (!context.body.includeClusterAuthorizedOperations) return {}
    const field = mayOnCluster(context, DESCRIBE) ? context.operations(CLUSTER, CLUSTER_NAME) : 0
    return { finish: (response) => ({ ...response, clusterAuthorizedOperations: field }) }
  }),
  row(unregisterBrokerApi, cluster(ALTER, clusterRefusalWithText)),
  row(addRaftVoterApi, cluster(ALTER, clusterRefusalWithText)),
  row(removeRaftVoterApi, cluster(ALTER, clusterRefusalWithText)),
  row(
    listConfigResourcesApi,
    cluster(DESCRIBE_CONFIGS, () => ({ ...clusterRefusal(), configResources: [] })),
  ),
]
