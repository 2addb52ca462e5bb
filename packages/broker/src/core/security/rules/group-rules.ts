// Rules of the APIs about groups and their offsets.
import { consumerGroupDescribeApi } from '@odradek/protocol/apis/consumer-group-describe'
import { consumerGroupHeartbeatApi } from '@odradek/protocol/apis/consumer-group-heartbeat'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetDeleteApi } from '@odradek/protocol/apis/offset-delete'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { shareGroupDescribeApi } from '@odradek/protocol/apis/share-group-describe'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import type { OffsetFetchRequest } from '@odradek/protocol/messages/offset-fetch-request'
import type { AuthorizationContext, Verdict } from './authorization-context.ts'
import {
  AclOperation,
  ALLOWED,
  CLUSTER_AUTHORIZATION_FAILED,
  GROUP_AUTHORIZATION_FAILED,
  mayOnCluster,
  partly,
  refusal,
  ResourceType,
  row,
  type Rule,
  type RuleRow,
  split,
  TOPIC_AUTHORIZATION_FAILED,
  topicName,
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
} from './rule.ts'

const { READ, DESCRIBE, DELETE, CLUSTER_ACTION } = AclOperation
const { GROUP, TOPIC, TRANSACTIONAL_ID } = ResourceType
const TOPIC_IDS_SINCE = 10
const GROUPS_SINCE = 8
const KEYS_SINCE = 4
const SHARE_KEY_TYPE = 2
const NO_OPERATIONS_ASKED = -2147483648

/** Needs one permission for the group that a request names. */
function member<Body extends { readonly groupId: string }>(more: object = {}): Rule<Body> {
  return ({ may, body }) =>
    may(READ, GROUP, body.groupId) ? ALLOWED : { refuse: { ...more, errorCode: GROUP_AUTHORIZATION_FAILED } }
}

interface PartitionTopic {
  readonly name: string
  readonly topicId?: string
  readonly partitions: readonly { readonly partitionIndex: number }[]
}

function refusedTopic({ name, topicId, partitions }: PartitionTopic, errorCode: number) {
  const refused = partitions.map(({ partitionIndex }) => ({ partitionIndex, errorCode }))
  return { name, ...(topicId !== undefined && { topicId }), partitions: refused }
}

const offsetCommit: Rule<PartitionTopics> = (context) => {
  const { may, body, version } = context
  if (!may(READ, GROUP, body.groupId)) {
    return { refuse: { topics: body.topics.map((topic) => refusedTopic(topic, GROUP_AUTHORIZATION_FAILED)) } }
  }
  return readableTopics(context, version >= TOPIC_IDS_SINCE)
}

interface PartitionTopics {
  readonly groupId: string
  readonly topics: readonly PartitionTopic[]
}

/** Needs READ for each topic. */
function readableTopics(context: AuthorizationContext<PartitionTopics>, byId: boolean): Verdict {
  const { may, body } = context
  const isAllowed = (topic: PartitionTopic) => {
    const name = topicName(context, topic, byId)
    return name === undefined || may(READ, TOPIC, name)
  }
  const refuse = (topic: PartitionTopic) => refusedTopic(topic, TOPIC_AUTHORIZATION_FAILED)
  const { allowed, refused } = split(body.topics, isAllowed, refuse)
  return partly({ ...body, topics: allowed }, 'topics', refused)
}

type FetchedGroup = OffsetFetchRequest['groups'][number]
interface FetchedTopic {
  readonly name: string
  readonly topicId?: string
  readonly partitionIndexes: readonly number[]
}

const nowhere = { committedOffset: -1n, committedLeaderEpoch: -1, metadata: '' }

function refusedOffsets({ name, topicId, partitionIndexes }: FetchedTopic, errorCode: number) {
  const partitions = partitionIndexes.map((partitionIndex) => ({ partitionIndex, ...nowhere, errorCode }))
  return { name, ...(topicId !== undefined && { topicId }), partitions }
}

/** Keeps back the topics that a client may not see from an answer about all of a group's. */
function visible<Topic extends { name: string; topicId?: string }>(
  context: AuthorizationContext,
  topics: readonly Topic[],
) {
  return topics.filter(({ name, topicId }) => {
    const known = name === '' ? context.state.topics.byId(topicId ?? '')?.name : name
    return known === undefined || context.may(DESCRIBE, TOPIC, known)
  })
}

const offsetFetch: Rule<OffsetFetchRequest> = (context) => {
  const { may, body, version } = context
  if (version >= GROUPS_SINCE) return groupsOffsets(context)
  if (!may(DESCRIBE, GROUP, body.groupId)) {
    const topics = (body.topics ?? []).map((topic) => refusedOffsets(topic, GROUP_AUTHORIZATION_FAILED))
    return { refuse: version >= 2 ? { topics: [], errorCode: GROUP_AUTHORIZATION_FAILED } : { topics } }
  }
  if (body.topics === null) {
    return { finish: (response) => withTopics(response, (topics) => visible(context, topics)) }
  }
  const isAllowed = ({ name }: { name: string }) => may(DESCRIBE, TOPIC, name)
  const { allowed, refused } = split(body.topics, isAllowed, (topic) =>
    refusedOffsets(topic, TOPIC_AUTHORIZATION_FAILED),
  )
  return partly({ ...body, topics: allowed }, 'topics', refused)
}

interface NamedTopic {
  name: string
  topicId?: string
}

function withTopics(response: object, change: (topics: readonly NamedTopic[]) => readonly object[]): object {
  return { ...response, topics: change((response as { topics?: readonly NamedTopic[] }).topics ?? []) }
}

function groupsOffsets(context: AuthorizationContext<OffsetFetchRequest>): Verdict {
  const { may, body, version } = context
  const isAllowed = ({ groupId }: FetchedGroup) => may(DESCRIBE, GROUP, groupId)
  const { allowed, refused } = split(body.groups, isAllowed, ({ groupId }) => {
    return { groupId, topics: [], errorCode: GROUP_AUTHORIZATION_FAILED }
  })
  const mayTopic = (topic: FetchedTopic) => {
    const name = topicName(context, topic, version >= TOPIC_IDS_SINCE)
    return name === undefined || may(DESCRIBE, TOPIC, name)
  }
  const hidden = new Map<string, object[]>()
  const groups = allowed.map((group) => {
    if (group.topics === null) return group
    const parts = split(group.topics, mayTopic, (topic) => refusedOffsets(topic, TOPIC_AUTHORIZATION_FAILED))
    hidden.set(group.groupId, parts.refused)
    return { ...group, topics: parts.allowed }
  })
  const finish = (response: object) => {
    const answered = (response as { groups?: readonly { groupId: string }[] }).groups ?? []
    const completed = answered.map((group) =>
      withTopics(group, (topics) => [...visible(context, topics), ...(hidden.get(group.groupId) ?? [])]),
    )
    return { ...response, groups: [...completed, ...refused] }
  }
  return { body: { ...body, groups }, finish }
}

/** Needs DESCRIBE for each group, and tells what may be done with those where that is asked. */
function describedGroups<Body extends object>(
  field: keyof Body & string,
): Rule<Body & { readonly includeAuthorizedOperations: boolean }> {
  return ({ may, body, operations }) => {
    const ids = body[field] as readonly string[]
    const { allowed, refused } = split(
      ids,
      (groupId) => may(DESCRIBE, GROUP, groupId),
      (groupId) => ({ groupId, ...refusal(GROUP_AUTHORIZATION_FAILED) }),
    )
    const finish = (response: object) => {
      const groups = (response as { groups?: readonly { groupId: string; errorCode?: number }[] }).groups ?? []
      const told = groups.map((group) => {
        const asked = body.includeAuthorizedOperations && (group.errorCode ?? 0) === 0
        return asked ? { ...group, authorizedOperations: operations(GROUP, group.groupId) } : group
      })
      return {
        ...response,
        groups: [...told, ...refused.map((group) => ({ ...group, authorizedOperations: NO_OPERATIONS_ASKED }))],
      }
    }
    return { body: { ...body, [field]: allowed }, finish }
  }
}

/** The rows. */
export const groupRules: readonly RuleRow[] = [
  row(offsetCommitApi, offsetCommit),
  row(offsetFetchApi, offsetFetch),
  row(findCoordinatorApi, (context) => {
    const { may, body, version } = context
    const types = new Map([
      [0, [GROUP, GROUP_AUTHORIZATION_FAILED]],
      [1, [TRANSACTIONAL_ID, TRANSACTIONAL_ID_AUTHORIZATION_FAILED]],
    ] as const)
    const refused = (key: string, errorCode: number) => {
      return { key, nodeId: -1, host: '', port: -1, ...refusal(errorCode) }
    }
    // The coordinators of share-partitions are for brokers among themselves.
    if (body.keyType === SHARE_KEY_TYPE && version >= KEYS_SINCE && !mayOnCluster(context, CLUSTER_ACTION)) {
      return { refuse: { coordinators: body.coordinatorKeys.map((key) => refused(key, CLUSTER_AUTHORIZATION_FAILED)) } }
    }
    const found = types.get(body.keyType as 0 | 1)
    if (found === undefined) return ALLOWED
    const [resourceType, errorCode] = found
    const refusedKey = (key: string) => refused(key, errorCode)
    if (version < KEYS_SINCE) {
      const { key: _, ...refuse } = refusedKey(body.key)
      return may(DESCRIBE, resourceType, body.key) ? ALLOWED : { refuse }
    }
    const keys = split(body.coordinatorKeys, (key) => may(DESCRIBE, resourceType, key), refusedKey)
    return partly({ ...body, coordinatorKeys: keys.allowed }, 'coordinators', keys.refused)
  }),
  row(joinGroupApi, member({ generationId: -1, protocolName: '', leader: '', memberId: '', members: [] })),
  row(syncGroupApi, member({ assignment: new Uint8Array(0) })),
  row(heartbeatApi, member()),
  row(leaveGroupApi, member()),
  row(describeGroupsApi, describedGroups('groups')),
  row(consumerGroupDescribeApi, describedGroups('groupIds')),
  row(shareGroupDescribeApi, describedGroups('groupIds')),
  row(listGroupsApi, (context) => {
    if (mayOnCluster(context, DESCRIBE)) return ALLOWED
    const finish = (response: object) => {
      const groups = (response as { groups?: readonly { groupId: string }[] }).groups ?? []
      return { ...response, groups: groups.filter(({ groupId }) => context.may(DESCRIBE, GROUP, groupId)) }
    }
    return { finish }
  }),
  row(deleteGroupsApi, ({ may, body }) => {
    const { allowed, refused } = split(
      body.groupsNames,
      (groupId) => may(DELETE, GROUP, groupId),
      (groupId) => ({ groupId, errorCode: GROUP_AUTHORIZATION_FAILED }),
    )
    return partly({ ...body, groupsNames: allowed }, 'results', refused)
  }),
  row(offsetDeleteApi, (context) => {
    const { may, body } = context
    if (!may(DELETE, GROUP, body.groupId)) return { refuse: { errorCode: GROUP_AUTHORIZATION_FAILED } }
    return readableTopics(context, false)
  }),
  row(consumerGroupHeartbeatApi, member()),
  row(shareGroupHeartbeatApi, member()),
]
