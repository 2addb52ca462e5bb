import { ByteReader, DecodeError } from '@odradek/bytes'
import { consumerProtocolAssignment } from '@odradek/protocol/messages/consumer-protocol-assignment'

import type { TopicPartition } from './drivers/places.ts'

/** What a consumer of a classic group was given. No bytes at all are nothing; undefined where they are no assignment of consumers. */
export function decodeConsumerAssignment(bytes: Uint8Array): readonly TopicPartition[] | undefined {
  if (bytes.length === 0) return []
  try {
    const reader = new ByteReader(bytes)
    const version = reader.readInt16()
    if (version < 0) return undefined
    // A newer version begins as the latest that is known.
    const known = Math.min(version, consumerProtocolAssignment.maxVersion)
    const { assignedPartitions } = consumerProtocolAssignment.decode(reader, known)
    return assignedPartitions.flatMap(({ topic, partitions }) => partitions.map((partition) => ({ topic, partition })))
  } catch (error) {
    if (error instanceof DecodeError) return undefined
    throw error
  }
}
