import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The files of a segment that Apache Kafka 4.3.1 had open, filled by kcat in batches of 5: by their names. */
export function kafkaSegment(): Record<string, Uint8Array> {
  const path = new URL('../../../records/test/log-files/kafka-4.3.1-segment.json', import.meta.url)
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files: Record<string, string> }
  return Object.fromEntries(
    Object.entries(files).map(([name, gzipped]) => [name, gunzipSync(Buffer.from(gzipped, 'base64'))]),
  )
}
