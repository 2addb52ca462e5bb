// Groups with members change between the classic and the consumer protocol (KIP-848, `group.consumer.migration.policy`).
import { ErrorCode } from '@odradek/protocol'
import type { BrokerConfig } from '../../broker-config.ts'
import type { ClassicGroup } from '../classic-group.ts'
import { EMBEDDED_PROTOCOL_TYPE } from '../embedded-protocol.ts'
import type { GroupEffects } from '../group-effects.ts'
import type { GroupLog } from '../group-log.ts'
import { GroupRegistry } from '../group-registry.ts'
import { groupTombstones } from '../group-tombstones.ts'
import type { Rebalances } from '../rebalances.ts'
import { groupStoredRecord } from '../records/stored-group.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { classicGroupOf } from './classic-group-of.ts'
import { consumerGroupRecordsOf } from './consumer-group-records-of.ts'
import type { ConsumerGroup, GroupTopics } from './consumer-group.ts'
import { usesClassicProtocol } from './consumer-member.ts'
import type { MemberDeadlines } from './member-deadlines.ts'

/** What migration works on. */
export interface MigrationParts {
  readonly config: BrokerConfig
  readonly topics: GroupTopics
  readonly registry: GroupRegistry
  readonly rebalances: Rebalances
  readonly deadlines: MemberDeadlines
  readonly log: GroupLog
}

/** Makes consumer groups of classic ones, and the other way round. */
export class Migration {
  readonly #parts: MigrationParts

  constructor(parts: MigrationParts) {
    this.#parts = parts
  }

  /**
   * Makes a consumer group of a classic one that a consumer of the new protocol wants to join. Its members stay, with what they have;
   * those that wait for an answer are told to join again. `faultOf` says why the newcomer may not be a member: then all stays as it is.
   */
  upgrade(
    classic: ClassicGroup,
    faultOf: (group: ConsumerGroup) => Refusal | undefined,
    nowMs: number,
    effects: GroupEffects,
  ): ConsumerGroup | Refusal {
    const { groupId } = classic
    const { registry, rebalances, topics, log, deadlines } = this.#parts
    if (!this.#mayUpgrade(classic)) {
      return refuse(ErrorCode.GROUP_ID_NOT_FOUND, `Group ${groupId} is not a consumer group.`)
    }
    const records = consumerGroupRecordsOf(classic, topics)
    if (records === undefined) {
      const text = `Cannot upgrade the classic group ${groupId} to consumer group because the embedded consumer protocol is malformed.`
      return refuse(ErrorCode.GROUP_ID_NOT_FOUND, text)
    }
    const trial = new GroupRegistry()
    for (const record of records) trial.replay(record)
    const fault = faultOf(trial.consumerGroup(groupId)!)
    if (fault !== undefined) return fault
    rebalances.refuseAll(classic, ErrorCode.REBALANCE_IN_PROGRESS, effects)
    rebalances.forget(classic)
    classic.transitionTo('Dead')
    registry.delete(groupId)
    for (const record of [...groupTombstones(classic), ...records]) log.write(effects, groupId, nowMs, record)
    for (const { memberId, sessionTimeoutMs } of classic.members.values()) {
      deadlines.set({ kind: 'session', groupId, memberId }, nowMs + sessionTimeoutMs)
    }
    return registry.consumerGroup(groupId)!
  }

  #mayUpgrade({ protocolType, members }: ClassicGroup): boolean {
    const { groupConsumerMigrationPolicy: policy, groupConsumerMaxSize } = this.#parts.config
    if (policy !== 'bidirectional' && policy !== 'upgrade') return false
    return protocolType === EMBEDDED_PROTOCOL_TYPE && members.size <= groupConsumerMaxSize
  }

  /**
   * Makes a classic group of a consumer group that the last members of the consumer protocol leave, and has those that stay join again.
   * False where others of that protocol are left, or nobody is, or it may not be: then all members are still there.
   */
  downgradeWithout(
    group: ConsumerGroup,
    leavingIds: ReadonlySet<string>,
    nowMs: number,
    effects: GroupEffects,
  ): boolean {
    const others = [...group.members.values()].filter(({ memberId }) => !leavingIds.has(memberId))
    if (others.length === 0 || !others.every(usesClassicProtocol) || !this.#mayDowngradeTo(others.length)) return false
    const classic = this.#downgrade(group, leavingIds, nowMs, effects)
    this.#parts.rebalances.prepareRebalance(classic, nowMs, effects)
    return true
  }

  /** Makes a classic group of a consumer group whose last member of the consumer protocol gave its place to one of the classic one. */
  downgradeReplaced(group: ConsumerGroup, nowMs: number, effects: GroupEffects): void {
    const { size } = group.members
    if (group.classicMemberCount === size && this.#mayDowngradeTo(size)) {
      this.#downgrade(group, new Set(), nowMs, effects)
    }
  }

  #mayDowngradeTo(memberCount: number): boolean {
    const { groupConsumerMigrationPolicy: policy, groupMaxSize } = this.#parts.config
    return (policy === 'bidirectional' || policy === 'downgrade') && memberCount <= groupMaxSize
  }

  #downgrade(
    group: ConsumerGroup,
    leavingIds: ReadonlySet<string>,
    nowMs: number,
    effects: GroupEffects,
  ): ClassicGroup {
    const { registry, rebalances, topics, log, deadlines } = this.#parts
    const { groupId } = group
    const stateTimestampMs = log.wallClockMs(nowMs)
    const classic = classicGroupOf(group, leavingIds, topics, stateTimestampMs)
    for (const memberId of group.members.keys()) deadlines.cancelAll(groupId, memberId)
    for (const tombstone of groupTombstones(group)) log.write(effects, groupId, nowMs, tombstone)
    // The group is in place before its record is written: it knows more of its members than the record says.
    registry.set(classic)
    log.write(effects, groupId, nowMs, groupStoredRecord(classic.toRecord(stateTimestampMs), stateTimestampMs))
    for (const member of classic.members.values()) rebalances.renewSession(classic, member, nowMs)
    return classic
  }
}
