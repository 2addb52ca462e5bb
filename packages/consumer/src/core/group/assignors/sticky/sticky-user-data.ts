// What members of groups with the sticky assignors tell the leader in their subscription's user data, byte for byte as Java's classes
// write it: StickyAssignor (previous assignment, generation) and CooperativeStickyAssignor (generation).
import { ByteReader, ByteWriter, DecodeError, encodeUtf8 } from '@odradek/bytes'
import { groupByTopic, type TopicPartition } from '../../../topic-partition.ts'

/** What a member owned, and in which generation: undefined where it does not say, -1 for none. */
export interface PreviousOwnership {
  readonly partitions: readonly TopicPartition[]
  readonly generation: number | undefined
}

/** Encodes the user data of `sticky`. */
export function encodeStickyUserData(partitions: readonly TopicPartition[], generation: number): Uint8Array {
  const writer = new ByteWriter()
  const byTopic = groupByTopic(partitions)
  writer.writeInt32(byTopic.size)
  for (const [topic, ofTopic] of byTopic) {
    const name = encodeUtf8(topic)
    writer.writeInt16(name.length)
    writer.writeBytes(name)
    writer.writeInt32(ofTopic.length)
    for (const { partition } of ofTopic) writer.writeInt32(partition)
  }
  writer.writeInt32(generation)
  return writer.bytes()
}

/** Decodes the user data of `sticky`, version 1 or (without a generation) 0. What cannot be read counts as nothing owned. */
export function decodeStickyUserData(bytes: Uint8Array | null): PreviousOwnership {
  if (bytes === null || bytes.length === 0) return { partitions: [], generation: undefined }
  try {
    const reader = new ByteReader(bytes)
    const partitions: TopicPartition[] = []
    for (let topics = readCount(reader); topics > 0; topics--) {
      const topic = reader.readUtf8(reader.readInt16())
      for (let left = readCount(reader); left > 0; left--) partitions.push({ topic, partition: reader.readInt32() })
    }
    return { partitions, generation: reader.remaining >= 4 ? reader.readInt32() : undefined }
  } catch (error) {
    if (error instanceof DecodeError) return { partitions: [], generation: -1 }
    throw error
  }
}

/** Encodes the user data of `cooperative-sticky`. */
export function encodeGeneration(generation: number): Uint8Array {
  const writer = new ByteWriter()
  writer.writeInt32(generation)
  return writer.bytes()
}

/** Decodes the user data of `cooperative-sticky`: undefined where there is none, -1 where it cannot be read. */
export function decodeGeneration(bytes: Uint8Array | null): number | undefined {
  if (bytes === null) return undefined
  return bytes.length < 4 ? -1 : new ByteReader(bytes).readInt32()
}

function readCount(reader: ByteReader): number {
  const count = reader.readInt32()
  // Each entry takes four bytes at least: a count that cannot be true is not counted through.
  if (count < 0 || count * 2 > reader.remaining) throw new DecodeError('malformed', `a count of ${count}`, 0)
  return count
}
