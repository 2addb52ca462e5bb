// What classic consumers say through JoinGroup and SyncGroup (protocol type `consumer`): an int16 version, then ConsumerProtocolSubscription
// or ConsumerProtocolAssignment. Newer versions are read as the latest that is known.
import { ByteReader, ByteWriter, DecodeError } from '@odradek/bytes'
import type { MessageCodec } from '@odradek/protocol'
import {
  consumerProtocolAssignment,
  type ConsumerProtocolAssignment,
} from '@odradek/protocol/messages/consumer-protocol-assignment'
import {
  consumerProtocolSubscription,
  type ConsumerProtocolSubscription,
} from '@odradek/protocol/messages/consumer-protocol-subscription'
import type { GroupTopics } from './consumer/consumer-group.ts'
import { type EpochPartitions, toList, type TopicPartitions } from './topic-partitions.ts'

/** The protocol type of consumers. */
export const EMBEDDED_PROTOCOL_TYPE = 'consumer'

/** Partitions by topic name. */
type NamedPartitions = ConsumerProtocolAssignment['assignedPartitions']

/** What a classic consumer says of itself with a protocol; undefined where it is not in the form that consumers use. */
export function decodeSubscription(metadata: Uint8Array): ConsumerProtocolSubscription | undefined {
  return decodePrefixed(consumerProtocolSubscription, metadata)
}

/** What a leader has given to a classic consumer: nothing at all where it has not synced yet. Undefined where it is in no form of consumers. */
export function decodeAssignment(assignment: Uint8Array): NamedPartitions | undefined {
  if (assignment.length === 0) return []
  return decodePrefixed(consumerProtocolAssignment, assignment)?.assignedPartitions
}

function decodePrefixed<Message>(codec: MessageCodec<Message>, bytes: Uint8Array): Message | undefined {
  try {
    const reader = new ByteReader(bytes)
    const version = Math.min(reader.readInt16(), codec.maxVersion)
    return version < 0 ? undefined : codec.decode(reader, version)
  } catch (error) {
    if (error instanceof DecodeError) return undefined
    throw error
  }
}

/** The assignment as a classic consumer reads it, in the version of its subscription; topics that are gone are left out. */
export function encodeAssignment(
  partitions: EpochPartitions | TopicPartitions,
  subscription: Uint8Array,
  topics: GroupTopics,
): Uint8Array {
  // Of a member's offers only one was looked at: another one may be no subscription at all.
  const wanted = subscription.length < 2 ? 0 : new ByteReader(subscription).readInt16()
  const version = Math.min(Math.max(wanted, 0), consumerProtocolAssignment.maxVersion)
  const assignedPartitions = toList(partitions).flatMap(({ topicId, partitions: numbers }) => {
    const topic = topics.byId(topicId)
    return topic === undefined ? [] : [{ topic: topic.name, partitions: numbers }]
  })
  const writer = new ByteWriter()
  writer.writeInt16(version)
  consumerProtocolAssignment.encode(writer, { assignedPartitions, userData: null }, version)
  return writer.bytes().slice()
}

/** Topics by their ids; topics that do not exist are left out. */
export function withTopicIds(named: NamedPartitions, topics: GroupTopics): { topicId: string; partitions: number[] }[] {
  return named.flatMap(({ topic: name, partitions }) => {
    const topic = topics.byName(name)
    return topic === undefined ? [] : [{ topicId: topic.topicId, partitions: [...partitions] }]
  })
}
