import type { ClassicGroup } from './classic-group.ts'
import { ConsumerGroup } from './consumer/consumer-group.ts'
import { ShareGroup } from './share/share-group.ts'
import type { GroupRecord } from './records/group-record.ts'

/** A group, of whichever kind. */
export type Group = ClassicGroup | ConsumerGroup | ShareGroup

/** The groups by their ids, in the order in which they came to be, and what records say of them. */
export class GroupRegistry {
  readonly #groups = new Map<string, Group>()

  group(groupId: string): Group | undefined {
    return this.#groups.get(groupId)
  }

  classicGroup(groupId: string): ClassicGroup | undefined {
    const group = this.#groups.get(groupId)
    return group?.type === 'classic' ? group : undefined
  }

  consumerGroup(groupId: string): ConsumerGroup | undefined {
    const group = this.#groups.get(groupId)
    return group?.type === 'consumer' ? group : undefined
  }

  shareGroup(groupId: string): ShareGroup | undefined {
    const group = this.#groups.get(groupId)
    return group?.type === 'share' ? group : undefined
  }

  all(): Iterable<Group> {
    return this.#groups.values()
  }

  /** Puts a group in the place of its id, and gives it back. */
  set<Kind extends Group>(group: Kind): Kind {
    this.#groups.set(group.groupId, group)
    return group
  }

  delete(groupId: string): void {
    this.#groups.delete(groupId)
  }

  /** Carries out what a record says. */
  replay(record: GroupRecord): void {
    switch (record.type) {
      case 'consumerGroupMetadata':
        if (record.value === null) {
          if (this.consumerGroup(record.key.groupId) !== undefined) this.#groups.delete(record.key.groupId)
        } else this.#ensureConsumerGroup(record.key.groupId).replayMetadata(record)
        return
      case 'consumerGroupMemberMetadata':
        return this.#consumerGroupFor(record)?.replayMember(record)
      case 'consumerGroupCurrentMemberAssignment':
        return this.#consumerGroupFor(record)?.replayCurrentAssignment(record)
      case 'consumerGroupTargetAssignmentMetadata':
        return this.#consumerGroupFor(record)?.replayTargetMetadata(record)
      case 'consumerGroupTargetAssignmentMember':
        return this.#consumerGroupFor(record)?.replayTarget(record)
      case 'consumerGroupRegularExpression':
        return this.#consumerGroupFor(record)?.replayRegex(record)
      case 'shareGroupMetadata':
        if (record.value !== null) return this.#shareGroupFor(record)?.replayMetadata(record)
        if (this.shareGroup(record.key.groupId) !== undefined) this.#groups.delete(record.key.groupId)
        return
      case 'shareGroupMemberMetadata':
        return this.#shareGroupFor(record)?.replayMember(record)
      case 'shareGroupCurrentMemberAssignment':
        return this.#shareGroupFor(record)?.replayCurrentAssignment(record)
      case 'shareGroupTargetAssignmentMetadata':
        return this.#shareGroupFor(record)?.replayTargetMetadata(record)
      case 'shareGroupTargetAssignmentMember':
        return this.#shareGroupFor(record)?.replayTarget(record)
      case 'shareGroupStatePartitionMetadata':
        return this.#shareGroupFor(record)?.replayStatePartitions(record)
    }
  }

  /** A tombstone makes no group. */
  #consumerGroupFor({ key, value }: { key: { groupId: string }; value: object | null }): ConsumerGroup | undefined {
    return value === null ? this.consumerGroup(key.groupId) : this.#ensureConsumerGroup(key.groupId)
  }

  #shareGroupFor({ key, value }: { key: { groupId: string }; value: object | null }): ShareGroup | undefined {
    const known = this.shareGroup(key.groupId)
    return known !== undefined || value === null ? known : this.set(new ShareGroup(key.groupId))
  }

  #ensureConsumerGroup(groupId: string): ConsumerGroup {
    const known = this.consumerGroup(groupId)
    if (known !== undefined) return known
    return this.set(new ConsumerGroup(groupId))
  }
}
