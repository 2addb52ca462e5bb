import type { Destination } from '@odradek/network/internal'
import { ErrorCode, UnsupportedVersionError } from '@odradek/protocol'
import { consumerGroupDescribeApi } from '@odradek/protocol/apis/consumer-group-describe'
import type { ConsumerGroupDescribeResponse } from '@odradek/protocol/messages/consumer-group-describe-response'

import { type AclOperation, authorizedOperations } from '../acl-names.ts'
import { type AdminCall, runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import { decodeConsumerAssignment } from '../consumer-assignment.ts'
import { answerError, collectOutcomes, coordinatorReactions, outcomeOf } from '../drivers/answers.ts'
import { coordinatorOf } from '../drivers/coordinator.ts'
import { driveItems, type Outcome } from '../drivers/drive-items.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { type GroupState, groupStateOf } from '../group-names.ts'
import type { ItemResult } from '../item-result.ts'
import {
  askForClassicGroups,
  type ClassicGroupDescription,
  type DescribeGroupsOptions,
} from './describe-classic-groups.ts'

/** A group of consumers, of the classic or of the consumer protocol (KIP-848). */
export interface ConsumerGroupDescription {
  readonly groupId: string
  readonly type: 'classic' | 'consumer'
  readonly state: GroupState
  /** Whether it has committed offsets and never had members that were given partitions by it. */
  readonly isSimpleConsumerGroup: boolean
  readonly partitionAssignor: string
  readonly members: readonly ConsumerGroupMember[]
  /** Node id of the broker that coordinates it. */
  readonly coordinator: number
  /** Of the consumer protocol alone. */
  readonly groupEpoch: number | undefined
  readonly targetAssignmentEpoch: number | undefined
  /** What this client may do with the group; undefined where that was not asked for. */
  readonly authorizedOperations: readonly AclOperation[] | undefined
}

/** A member of a group of consumers. */
export interface ConsumerGroupMember {
  readonly memberId: string
  readonly groupInstanceId: string | undefined
  readonly clientId: string
  readonly host: string
  /** What it reads. */
  readonly assignment: readonly TopicPartition[]
  /** What it is to read, where that is another: of the consumer protocol alone, as all that follows. */
  readonly targetAssignment: readonly TopicPartition[] | undefined
  readonly rackId: string | undefined
  readonly memberEpoch: number | undefined
  readonly subscribedTopicNames: readonly string[] | undefined
  readonly subscribedTopicRegex: string | undefined
  /** Whether it speaks the consumer protocol; undefined where the broker does not say. */
  readonly isUpgraded: boolean | undefined
}

/** Asked of each group's coordinator: ConsumerGroupDescribe, and DescribeGroups for groups that it does not find (as Kafka's client). */
export function describeConsumerGroups(
  world: AdminWorld,
  groupIds: readonly string[],
  options: DescribeGroupsOptions,
): AdminResults<string, ConsumerGroupDescription> {
  return runItemsCall(world, 'describeConsumerGroups', groupIds, options, (call) =>
    driveConsumerGroups(call, groupIds, options),
  )
}

/** The same as a part of another call. */
export function driveConsumerGroups(
  call: AdminCall,
  groupIds: readonly string[],
  options: DescribeGroupsOptions,
): Promise<readonly ItemResult<string, ConsumerGroupDescription>[]> {
  return driveItems(call, groupIds, coordinatorOf('group', String), (items, place) => ask(items, place, call, options))
}

async function ask(
  groupIds: readonly string[],
  place: Destination,
  call: AdminCall,
  options: DescribeGroupsOptions,
): Promise<Map<string, Outcome<ConsumerGroupDescription>>> {
  const { outcomes, classic } = await askByNewProtocol(groupIds, place, call, options)
  if (classic.length === 0) return outcomes
  const described = await askForClassicGroups(classic, place, call, options)
  for (const [groupId, outcome] of described)
    outcomes.set(groupId, 'value' in outcome ? consumersOnly(outcome.value) : outcome)
  return outcomes
}

/** What is known already, and which groups are to be asked for as classic ones. */
interface NewProtocolAnswer {
  readonly outcomes: Map<string, Outcome<ConsumerGroupDescription>>
  readonly classic: readonly string[]
}

async function askByNewProtocol(
  groupIds: readonly string[],
  place: Destination,
  call: AdminCall,
  { includeAuthorizedOperations = false }: DescribeGroupsOptions,
): Promise<NewProtocolAnswer> {
  let groups: ConsumerGroupDescribeResponse['groups']
  try {
    groups = (await call.send(place, consumerGroupDescribeApi, { groupIds, includeAuthorizedOperations })).groups
  } catch (error) {
    if (UnsupportedVersionError.is(error)) return { outcomes: new Map(), classic: groupIds }
    throw error
  }
  const isClassic = ({ errorCode }: { errorCode: number }) =>
    errorCode === ErrorCode.GROUP_ID_NOT_FOUND || errorCode === ErrorCode.UNSUPPORTED_VERSION
  const byId = new Map(groups.map((group) => [group.groupId, group]))
  const classic = groupIds.filter((groupId) => byId.has(groupId) && isClassic(byId.get(groupId)!))
  const outcomes = collectOutcomes(
    groupIds.filter((groupId) => !classic.includes(groupId)),
    'ConsumerGroupDescribe',
    (groupId) => byId.get(groupId),
    (groupId, group) => {
      const context = { api: 'ConsumerGroupDescribe', resource: `group ${groupId}`, detail: group.errorMessage }
      return outcomeOf(group.errorCode, context, coordinatorReactions, () => describe(group, place))
    },
  )
  return { outcomes, classic }
}

/** MemberType of ConsumerGroupDescribe from version 1 on. */
const MEMBER_TYPE_CONSUMER = 1

function describe(
  group: ConsumerGroupDescribeResponse['groups'][number],
  place: Destination,
): ConsumerGroupDescription {
  return {
    groupId: group.groupId,
    type: 'consumer',
    state: groupStateOf(group.groupState),
    isSimpleConsumerGroup: false,
    partitionAssignor: group.assignorName,
    members: group.members.map((member) => ({
      memberId: member.memberId,
      groupInstanceId: member.instanceId ?? undefined,
      clientId: member.clientId,
      host: member.clientHost,
      assignment: partitionsOf(member.assignment),
      targetAssignment: partitionsOf(member.targetAssignment),
      rackId: member.rackId ?? undefined,
      memberEpoch: member.memberEpoch,
      subscribedTopicNames: member.subscribedTopicNames,
      subscribedTopicRegex: member.subscribedTopicRegex ?? undefined,
      isUpgraded: member.memberType < 0 ? undefined : member.memberType === MEMBER_TYPE_CONSUMER,
    })),
    coordinator: place === 'any' ? -1 : place.nodeId,
    groupEpoch: group.groupEpoch,
    targetAssignmentEpoch: group.assignmentEpoch,
    authorizedOperations: authorizedOperations(group.authorizedOperations),
  }
}

interface WireAssignment {
  readonly topicPartitions: readonly { readonly topicName: string; readonly partitions: readonly number[] }[]
}

/** Partitions as answers of the newer group protocols list them. */
export function partitionsOf({ topicPartitions }: WireAssignment): TopicPartition[] {
  return topicPartitions.flatMap(({ topicName, partitions }) =>
    partitions.map((partition) => ({ topic: topicName, partition })),
  )
}

function consumersOnly(group: ClassicGroupDescription): Outcome<ConsumerGroupDescription> {
  const { groupId, state, protocolType, protocolName, coordinator } = group
  if (protocolType !== '' && protocolType !== 'consumer') {
    const detail = `it is a group of ${protocolType}, not of consumers: ask describeClassicGroups`
    const context = { api: 'DescribeGroups', resource: `group ${groupId}`, detail }
    return { error: answerError(ErrorCode.INCONSISTENT_GROUP_PROTOCOL, context) }
  }
  return {
    value: {
      groupId,
      type: 'classic',
      state,
      isSimpleConsumerGroup: protocolType === '',
      partitionAssignor: protocolName,
      members: group.members.map(({ memberId, groupInstanceId, clientId, host, assignment }) => ({
        memberId,
        groupInstanceId,
        clientId,
        host,
        // What a member was given by another kind of leader says nothing here.
        assignment: decodeConsumerAssignment(assignment) ?? [],
        targetAssignment: undefined,
        rackId: undefined,
        memberEpoch: undefined,
        subscribedTopicNames: undefined,
        subscribedTopicRegex: undefined,
        isUpgraded: undefined,
      })),
      coordinator,
      groupEpoch: undefined,
      targetAssignmentEpoch: undefined,
      authorizedOperations: group.authorizedOperations,
    },
  }
}
