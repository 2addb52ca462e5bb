// Rules of the APIs of share groups: what their members read and acknowledge, and where the groups have come to (KIP-932).
import { ZERO_UUID } from '@odradek/bytes'
import { alterShareGroupOffsetsApi } from '@odradek/protocol/apis/alter-share-group-offsets'
import { deleteShareGroupOffsetsApi } from '@odradek/protocol/apis/delete-share-group-offsets'
import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import type { DescribeShareGroupOffsetsRequest } from '@odradek/protocol/messages/describe-share-group-offsets-request'
import type { AuthorizationContext } from './authorization-context.ts'
import {
  AclOperation,
  GROUP_AUTHORIZATION_FAILED,
  partly,
  refusal,
  ResourceType,
  row,
  type Rule,
  type RuleRow,
  split,
  TOPIC_AUTHORIZATION_FAILED,
  topicName,
} from './rule.ts'

const { READ, DESCRIBE, DELETE } = AclOperation
const { GROUP, TOPIC } = ResourceType
const groupRefusal = refusal(GROUP_AUTHORIZATION_FAILED)
const topicRefusal = refusal(TOPIC_AUTHORIZATION_FAILED)

interface MemberRequest {
  readonly groupId: string | null
  readonly topics: readonly {
    readonly topicId: string
    readonly partitions: readonly { readonly partitionIndex: number }[]
  }[]
}

interface TopicAnswer {
  readonly topicId: string
  readonly partitions: readonly { readonly partitionIndex: number }[]
}

/** A member needs READ for its group and for each topic, also for those of which its share session knows from before. */
const ofMember: Rule<MemberRequest> = (context) => {
  const { may, body } = context
  if (!may(READ, GROUP, body.groupId ?? '')) return { refuse: groupRefusal }
  const mayRead = ({ topicId }: { readonly topicId: string }) => {
    const name = topicName(context, { topicId }, true)
    return name === undefined || may(READ, TOPIC, name)
  }
  const refused = ({ topicId, partitions }: TopicAnswer) => ({
    topicId,
    partitions: partitions.map(({ partitionIndex }) => ({ partitionIndex, ...topicRefusal })),
  })
  const topics = split(body.topics, mayRead, refused)
  const finish = (response: object) => {
    const answered = (response as { responses?: readonly TopicAnswer[] }).responses ?? []
    const responses = answered.map((topic) => (mayRead(topic) ? topic : refused(topic)))
    return { ...response, responses: [...responses, ...topics.refused] }
  }
  return { body: { ...body, topics: topics.allowed }, finish }
}

/** Changing a group's offsets needs one operation for the group, and READ for each topic. */
function ofOffsets<Topic extends { readonly topicName: string }>(
  operation: number,
  refused: (topic: Topic) => object,
): Rule<{ readonly groupId: string; readonly topics: readonly Topic[] }> {
  return ({ may, body }) => {
    if (!may(operation, GROUP, body.groupId)) return { refuse: groupRefusal }
    const topics = split(body.topics, ({ topicName: name }) => may(READ, TOPIC, name), refused)
    return partly({ ...body, topics: topics.allowed }, 'responses', topics.refused)
  }
}

type Group = DescribeShareGroupOffsetsRequest['groups'][number]
interface GroupAnswer {
  readonly groupId: string
  readonly topics?: readonly { readonly topicName: string }[]
}

/** Needs DESCRIBE for each group, and for each topic; topics that were not asked for by name are kept back without a word. */
function describeOffsets(context: AuthorizationContext<DescribeShareGroupOffsetsRequest>) {
  const { may, body } = context
  const mayTopic = (topic: { readonly topicName: string }) => may(DESCRIBE, TOPIC, topic.topicName)
  const groups = split(
    body.groups,
    ({ groupId }) => may(DESCRIBE, GROUP, groupId),
    ({ groupId }: Group) => ({ groupId, topics: [], ...groupRefusal }),
  )
  const refusedTopics = new Map<string, object[]>()
  const asked = groups.allowed.map((group) => {
    if (group.topics === null) return group
    const topics = split(group.topics, mayTopic, ({ topicName: name, partitions }) => ({
      topicName: name,
      topicId: ZERO_UUID,
      partitions: partitions.map((partitionIndex) => ({ partitionIndex, startOffset: -1n, ...topicRefusal })),
    }))
    refusedTopics.set(group.groupId, topics.refused)
    return { ...group, topics: topics.allowed }
  })
  const finish = (response: object) => {
    const answered = (response as { groups?: readonly GroupAnswer[] }).groups ?? []
    const complete = answered.map((group) => {
      const topics = [...(group.topics ?? []).filter(mayTopic), ...(refusedTopics.get(group.groupId) ?? [])]
      return { ...group, topics }
    })
    return { ...response, groups: [...complete, ...groups.refused] }
  }
  return { body: { ...body, groups: asked }, finish }
}

/** By API key. */
export const shareGroupRules: readonly RuleRow[] = [
  row(shareFetchApi, ofMember),
  row(shareAcknowledgeApi, ofMember),
  row(describeShareGroupOffsetsApi, describeOffsets),
  row(
    alterShareGroupOffsetsApi,
    ofOffsets(READ, ({ topicName: name, partitions }) => ({
      topicName: name,
      topicId: ZERO_UUID,
      partitions: partitions.map(({ partitionIndex }: { partitionIndex: number }) => ({
        partitionIndex,
        ...topicRefusal,
      })),
    })),
  ),
  row(
    deleteShareGroupOffsetsApi,
    ofOffsets(DELETE, ({ topicName: name }) => ({ topicName: name, topicId: ZERO_UUID, ...topicRefusal })),
  ),
]
