import type { BrokerConfig } from './broker-config.ts'
import type { BrokerRecord } from './broker-record.ts'
import { GroupCoordinator } from './group/group-coordinator.ts'
import { OffsetStore } from './group/offset-store.ts'
import { TopicStore } from './topics/topic-store.ts'

/** Where clients reach the broker, as it tells them. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** Everything a broker knows. What lasts changes only in `apply`; which members of groups wait for what is kept by `groups` itself. */
export class BrokerState {
  readonly config: BrokerConfig
  /** Gives a new UUID in Kafka's text form. */
  readonly newUuid: () => string
  readonly topics = new TopicStore()
  readonly offsets = new OffsetStore()
  readonly groups: GroupCoordinator
  /** The id that the next producer gets. */
  nextProducerId = 0n
  /** Set once the port is known. */
  endpoint: Endpoint = { host: 'localhost', port: 9092 }

  constructor(config: BrokerConfig, newUuid: () => string) {
    this.config = config
    this.newUuid = newUuid
    this.groups = new GroupCoordinator(config, newUuid)
  }

  /** Carries out one change. Throws InvariantError where it does not fit the state, which is a fault of the broker. */
  apply(record: BrokerRecord): void {
    switch (record.type) {
      case 'topic-created':
        return this.topics.add(record)
      case 'topic-deleted':
        this.topics.remove(record.topicId)
        return this.offsets.removeTopic(record.topicId)
      case 'batch-appended':
        return this.topics.logOf(record.topicId, record.partition).append(record.bytes)
      case 'offset-committed':
        this.groups.ensureGroup(record.groupId)
        return this.offsets.commit(record)
      case 'group-stored':
        return this.groups.restore(record)
      case 'group-deleted':
        this.offsets.removeGroup(record.groupId)
        return this.groups.remove(record.groupId)
      case 'producer-id-given':
        this.nextProducerId = record.nextProducerId
    }
  }
}
