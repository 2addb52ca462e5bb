import { Consumer, Producer } from 'odradek'

const text = new TextDecoder()

/** Sends `key<separator>value` lines with our producer. */
export async function produceLines(
  bootstrapServers: string,
  topic: string,
  lines: readonly string[],
  separator = ':',
): Promise<void> {
  const producer = new Producer({ bootstrapServers })
  await producer.sendBatch(
    topic,
    lines.map((line) => {
      const at = line.indexOf(separator)
      return { key: line.slice(0, at), value: line.slice(at + 1) }
    }),
  )
  await producer.close()
}

/** Reads `count` records with our consumer, as `key<separator>value` lines. */
export async function consumeLines(
  bootstrapServers: string,
  topic: string,
  groupId: string,
  count: number,
  separator = ':',
): Promise<string[]> {
  const consumer = new Consumer({ bootstrapServers, groupId, topics: [topic], autoOffsetReset: 'earliest' })
  const lines: string[] = []
  for await (const record of consumer) {
    lines.push(`${text.decode(record.key ?? undefined)}${separator}${text.decode(record.value ?? undefined)}`)
    if (lines.length === count) break
  }
  await consumer.close()
  return lines
}

/** The lines of each key, in the order in which they stand: what Kafka keeps in order when a topic has several partitions. */
export function byKey(lines: readonly string[], separator = ':'): Record<string, string[]> {
  const keys: Record<string, string[]> = {}
  for (const line of lines) (keys[line.slice(0, line.indexOf(separator))] ??= []).push(line)
  return keys
}
