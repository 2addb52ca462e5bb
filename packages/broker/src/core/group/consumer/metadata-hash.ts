import { ByteWriter, crc32, crc32c } from '@odradek/bytes'
import type { GroupTopics } from './consumer-group.ts'

/**
 * A number that changes when one of the topics comes, goes, is made anew or grows; 0 where none exists. Kafka keeps an XXH3 of the
 * same facts in the same field: whichever broker computes it compares only with what it wrote itself.
 */
export function metadataHash(names: Iterable<string>, topics: GroupTopics): bigint {
  const writer = new ByteWriter()
  for (const name of [...names].sort()) {
    const topic = topics.byName(name)
    if (topic === undefined) continue
    // Ids have one length: names, which have not, cannot run into them.
    writer.writeUtf8(topic.name)
    writer.writeUuid(topic.topicId)
    writer.writeInt32(topic.partitions.length)
  }
  const bytes = writer.bytes()
  return bytes.length === 0 ? 0n : BigInt.asIntN(64, (BigInt(crc32c(bytes)) << 32n) | BigInt(crc32(bytes)))
}
