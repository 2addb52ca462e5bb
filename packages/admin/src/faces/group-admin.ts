// Groups of consumers and others, and what they have committed.
import type { AdminResults } from '../admin-results.ts'
import type { CallOptions } from '../call-options.ts'
import type { TopicPartition } from '../drivers/places.ts'
import { alterConsumerGroupOffsets, type OffsetToCommit } from '../operations/alter-consumer-group-offsets.ts'
import { alterShareGroupOffsets, type ShareStartOffset } from '../operations/alter-share-group-offsets.ts'
import { deleteConsumerGroupOffsets } from '../operations/delete-consumer-group-offsets.ts'
import { deleteGroups } from '../operations/delete-groups.ts'
import { deleteShareGroupOffsets } from '../operations/delete-share-group-offsets.ts'
import {
  type ClassicGroupDescription,
  describeClassicGroups,
  type DescribeGroupsOptions,
} from '../operations/describe-classic-groups.ts'
import { type ConsumerGroupDescription, describeConsumerGroups } from '../operations/describe-consumer-groups.ts'
import { describeShareGroups, type ShareGroupDescription } from '../operations/describe-share-groups.ts'
import { describeStreamsGroups, type StreamsGroupDescription } from '../operations/describe-streams-groups.ts'
import {
  type GroupOffsets,
  type GroupOffsetsQuestion,
  listConsumerGroupOffsets,
  type ListConsumerGroupOffsetsOptions,
} from '../operations/list-consumer-group-offsets.ts'
import { type GroupListing, listGroups, type ListGroupsOptions } from '../operations/list-groups.ts'
import { listShareGroupOffsets, type ShareGroupOffsets } from '../operations/list-share-group-offsets.ts'
import {
  type MemberToRemove,
  removeMembersFromConsumerGroup,
  type RemoveMembersOptions,
} from '../operations/remove-members-from-consumer-group.ts'
import { ConfigAdmin } from './config-admin.ts'

/** See the head of the file. */
export class GroupAdmin extends ConfigAdmin {
  /** The groups of all brokers: by state, type or protocol type. Rejects with AdminItemsError where some brokers cannot be asked. Kafka 0.9. */
  listGroups(options: ListGroupsOptions = {}): Promise<readonly GroupListing[]> {
    return listGroups(this.world, options)
  }

  /** Groups of consumers, classic ones and those of KIP-848, with members and assignments. Kafka 0.9. */
  describeConsumerGroups(
    groupIds: readonly string[],
    options: DescribeGroupsOptions = {},
  ): AdminResults<string, ConsumerGroupDescription> {
    return describeConsumerGroups(this.world, groupIds, options)
  }

  /** Groups of the classic protocol, whatever it is that they share. Kafka 0.9. */
  describeClassicGroups(
    groupIds: readonly string[],
    options: DescribeGroupsOptions = {},
  ): AdminResults<string, ClassicGroupDescription> {
    return describeClassicGroups(this.world, groupIds, options)
  }

  /** Share groups with their members. Kafka 4.1. */
  describeShareGroups(
    groupIds: readonly string[],
    options: DescribeGroupsOptions = {},
  ): AdminResults<string, ShareGroupDescription> {
    return describeShareGroups(this.world, groupIds, options)
  }

  /** Deletes groups of any type, with what they committed. NON_EMPTY_GROUP where one has members. Kafka 1.1. */
  deleteGroups(groupIds: readonly string[], options: CallOptions = {}): AdminResults<string, void> {
    return deleteGroups(this.world, groupIds, options)
  }

  /** Takes members out of a group, or all: they lose their partitions at once, and may join again. Kafka 2.4. */
  removeMembersFromConsumerGroup(
    groupId: string,
    options: RemoveMembersOptions = {},
  ): AdminResults<MemberToRemove, void> {
    return removeMembersFromConsumerGroup(this.world, groupId, options)
  }

  /** What groups have committed: for all partitions (Kafka 0.10.2), or for those that are named. */
  listConsumerGroupOffsets(
    groups: readonly (string | GroupOffsetsQuestion)[],
    options: ListConsumerGroupOffsetsOptions = {},
  ): AdminResults<string | GroupOffsetsQuestion, GroupOffsets> {
    return listConsumerGroupOffsets(this.world, groups, options)
  }

  /** Commits offsets for a group, to set it back or forth. UNKNOWN_MEMBER_ID where the group has members. */
  alterConsumerGroupOffsets(
    groupId: string,
    offsets: readonly OffsetToCommit[],
    options: CallOptions = {},
  ): AdminResults<OffsetToCommit, void> {
    return alterConsumerGroupOffsets(this.world, groupId, offsets, options)
  }

  /** Forgets what a group has committed. GROUP_SUBSCRIBED_TO_TOPIC where a member reads the topic. Kafka 2.4. */
  deleteConsumerGroupOffsets(
    groupId: string,
    partitions: readonly TopicPartition[],
    options: CallOptions = {},
  ): AdminResults<TopicPartition, void> {
    return deleteConsumerGroupOffsets(this.world, groupId, partitions, options)
  }

  /** Where share groups stand. Kafka 4.1. */
  listShareGroupOffsets(
    groups: readonly (string | GroupOffsetsQuestion)[],
    options: CallOptions = {},
  ): AdminResults<string | GroupOffsetsQuestion, ShareGroupOffsets> {
    return listShareGroupOffsets(this.world, groups, options)
  }

  /** Sets a share group back or forth. NON_EMPTY_GROUP where it has members. Kafka 4.1. */
  alterShareGroupOffsets(
    groupId: string,
    offsets: readonly ShareStartOffset[],
    options: CallOptions = {},
  ): AdminResults<ShareStartOffset, void> {
    return alterShareGroupOffsets(this.world, groupId, offsets, options)
  }

  /** A share group forgets topics. NON_EMPTY_GROUP where it has members. Kafka 4.1. */
  deleteShareGroupOffsets(
    groupId: string,
    topics: readonly string[],
    options: CallOptions = {},
  ): AdminResults<string, void> {
    return deleteShareGroupOffsets(this.world, groupId, topics, options)
  }

  /** Groups of Kafka Streams with their members, tasks and topology (KIP-1071). Kafka 4.2. */
  describeStreamsGroups(
    groupIds: readonly string[],
    options: DescribeGroupsOptions = {},
  ): AdminResults<string, StreamsGroupDescription> {
    return describeStreamsGroups(this.world, groupIds, options)
  }
}
