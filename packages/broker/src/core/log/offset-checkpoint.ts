// Kafka's offset checkpoints, a text: the version, 0, how many entries there are, then each as topic, partition and offset.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'

const VERSION = '0'

/** The name of a partition in a data directory: that of its folder, and the key of its entry in a checkpoint. */
export function partitionFolder(topic: string, partition: number): string {
  return `${topic}-${partition}`
}

/** Reads a checkpoint, by `partitionFolder`. One that is damaged says nothing, as one that is not there. */
export function decodeOffsetCheckpoint(bytes: Uint8Array | undefined): Map<string, number> {
  if (bytes === undefined) return new Map()
  const [version, count, ...lines] = decodeUtf8(bytes, 0, bytes.length).trimEnd().split('\n')
  if (version !== VERSION || Number(count) !== lines.length) return new Map()
  const entries = lines.map((line) => /^(\S+) (\d{1,10}) (\d{1,16})$/.exec(line))
  if (entries.includes(null)) return new Map()
  return new Map(entries.map((entry) => [partitionFolder(entry![1]!, Number(entry![2])), Number(entry![3])]))
}

/** Writes a checkpoint. */
export function encodeOffsetCheckpoint(offsets: ReadonlyMap<string, number>): Uint8Array {
  const lines = Array.from(offsets, ([folder, offset]) => {
    const dash = folder.lastIndexOf('-')
    return `${folder.slice(0, dash)} ${folder.slice(dash + 1)} ${offset}`
  })
  return encodeUtf8([VERSION, lines.length, ...lines, ''].join('\n'))
}
