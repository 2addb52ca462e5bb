// The options about groups.
import type { OptionTable } from '@odradek/network'
import type { GroupMigrationPolicy } from './core/broker-config.ts'

const INT_MAX = 0x7fffffff

/** How groups are led. */
export interface GroupOptions {
  /** How long a group's first rebalance waits for more members, in ms. Kafka waits 3000. @default 0 */
  groupInitialRebalanceDelayMs?: number
  /** Shortest session timeout that members may ask for, in ms. @default 6000 */
  groupMinSessionTimeoutMs?: number
  /** Longest session timeout that members may ask for, in ms. @default 1800000 */
  groupMaxSessionTimeoutMs?: number
  /** Most members of a group. @default 2147483647 */
  groupMaxSize?: number
  /** How long committed offsets are kept that nobody needs (KIP-211), in minutes. @default 10080 */
  offsetsRetentionMinutes?: number
  /** How often it is looked for offsets that have expired, in ms. @default 600000 */
  offsetsRetentionCheckIntervalMs?: number
  /** How long coordinators of groups wait for the replicas of what they store before they give up, in ms. @default 5000 */
  offsetsCommitTimeoutMs?: number
  /** How long a member of a share group may be silent, in ms. @default 45000 */
  groupShareSessionTimeoutMs?: number
  /** How often members of share groups are to send heartbeats, in ms. @default 5000 */
  groupShareHeartbeatIntervalMs?: number
  /** Most members of a share group. @default 200 */
  groupShareMaxSize?: number
  /** How long a member of a consumer group may be silent, in ms. @default 45000 */
  groupConsumerSessionTimeoutMs?: number
  /** How often members of consumer groups are to send heartbeats, in ms. @default 5000 */
  groupConsumerHeartbeatIntervalMs?: number
  /** Most members of a consumer group. @default 2147483647 */
  groupConsumerMaxSize?: number
  /** Least time between two target assignments of a consumer group, in ms. Kafka waits 1000. @default 0 */
  groupConsumerAssignmentIntervalMs?: number
  /** Which groups may change between the classic and the consumer protocol while they have members. @default 'bidirectional' */
  groupConsumerMigrationPolicy?: GroupMigrationPolicy
}

/** All that there is to know about each of them. */
export const groupOptionTable = {
  groupInitialRebalanceDelayMs: {
    kafkaName: 'group.initial.rebalance.delay.ms',
    type: 'int',
    default: 0,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: "How long a group's first rebalance waits for more members, in milliseconds. Kafka's default of 3000 would make tests wait.",
  },
  groupMinSessionTimeoutMs: {
    kafkaName: 'group.min.session.timeout.ms',
    type: 'int',
    default: 6000,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The shortest session timeout that members of groups may ask for, in milliseconds.',
  },
  groupMaxSessionTimeoutMs: {
    kafkaName: 'group.max.session.timeout.ms',
    type: 'int',
    default: 1_800_000,
    min: 0,
    max: INT_MAX,
    importance: 'medium',
    doc: 'The longest session timeout that members of groups may ask for, in milliseconds.',
  },
  groupMaxSize: {
    kafkaName: 'group.max.size',
    type: 'int',
    default: INT_MAX,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most members that a group may have.',
  },
  offsetsRetentionMinutes: {
    kafkaName: 'offsets.retention.minutes',
    type: 'int',
    default: 10_080,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How long committed offsets are kept of groups without members, and for topics without subscribers, in minutes.',
  },
  offsetsRetentionCheckIntervalMs: {
    kafkaName: 'offsets.retention.check.interval.ms',
    type: 'int',
    default: 600_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How often it is looked for committed offsets that have expired, in milliseconds.',
  },
  offsetsCommitTimeoutMs: {
    kafkaName: 'offsets.commit.timeout.ms',
    type: 'int',
    default: 5000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How long coordinators of groups wait for the replicas of what they store before they answer that it failed, in milliseconds.',
  },
  groupShareSessionTimeoutMs: {
    kafkaName: 'group.share.session.timeout.ms',
    type: 'int',
    default: 45_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How long a member of a share group (KIP-932) may be silent before it is taken out, in milliseconds.',
  },
  groupShareHeartbeatIntervalMs: {
    kafkaName: 'group.share.heartbeat.interval.ms',
    type: 'int',
    default: 5000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'How often members of share groups are told to send heartbeats, in milliseconds.',
  },
  groupShareMaxSize: {
    kafkaName: 'group.share.max.size',
    type: 'int',
    default: 200,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most members that a share group may have.',
  },
  groupConsumerSessionTimeoutMs: {
    kafkaName: 'group.consumer.session.timeout.ms',
    type: 'int',
    default: 45_000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'How long a member of a consumer group (KIP-848) may be silent before it is taken out, in milliseconds.',
  },
  groupConsumerHeartbeatIntervalMs: {
    kafkaName: 'group.consumer.heartbeat.interval.ms',
    type: 'int',
    default: 5000,
    min: 1,
    max: INT_MAX,
    importance: 'medium',
    doc: 'How often members of consumer groups are told to send heartbeats, in milliseconds. A rebalance takes a few of them.',
  },
  groupConsumerMaxSize: {
    kafkaName: 'group.consumer.max.size',
    type: 'int',
    default: INT_MAX,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most members that a consumer group (KIP-848) may have.',
  },
  groupConsumerAssignmentIntervalMs: {
    kafkaName: 'group.consumer.assignment.interval.ms',
    type: 'int',
    default: 0,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: "The least time between two target assignments of a consumer group, in milliseconds. Kafka's default of 1000 would make tests wait.",
  },
  groupConsumerMigrationPolicy: {
    kafkaName: 'group.consumer.migration.policy',
    type: 'enum',
    default: 'bidirectional',
    values: ['bidirectional', 'upgrade', 'downgrade', 'disabled'],
    importance: 'low',
    doc: 'Which groups may change between the classic and the consumer protocol while they have members.',
  },
} satisfies OptionTable<GroupOptions>
