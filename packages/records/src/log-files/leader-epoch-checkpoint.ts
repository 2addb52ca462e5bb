import { DecodeError, decodeUtf8, encodeUtf8 } from '@odradek/bytes'

// Kafka's `leader-epoch-checkpoint` (KIP-101), a text: the version, 0, how many entries there are, then each as its epoch and its start
// offset.

const VERSION = '0'

/** From which offset on a leader of an epoch wrote. */
export interface LeaderEpochEntry {
  epoch: number
  startOffset: bigint
}

/** Reads a leader epoch checkpoint. Throws DecodeError: `unsupported` for another version, `truncated`, `malformed`. */
export function decodeLeaderEpochCheckpoint(bytes: Uint8Array): LeaderEpochEntry[] {
  const lines = decodeUtf8(bytes, 0, bytes.length).split('\n')
  if (lines.at(-1) === '') lines.pop()
  const [version, count, ...rest] = lines
  if (version !== VERSION) {
    throw new DecodeError('unsupported', `version ${version?.slice(0, 20)} of a leader epoch checkpoint`, 0)
  }
  if (count === undefined || Number(count) > rest.length) {
    throw new DecodeError('truncated', `${rest.length} entries of ${count}`, bytes.length)
  }
  if (Number(count) !== rest.length) throw new DecodeError('malformed', `${rest.length} entries, not ${count}`, 0)
  return rest.map((line) => {
    const [, epoch, startOffset] = /^(\d{1,10})\s+(\d{1,19})$/.exec(line) ?? []
    if (epoch === undefined || startOffset === undefined) {
      throw new DecodeError('malformed', `"${line.slice(0, 60)}" is no epoch with its start offset`, 0)
    }
    return { epoch: Number(epoch), startOffset: BigInt(startOffset) }
  })
}

/** Writes a leader epoch checkpoint of version 0. */
export function encodeLeaderEpochCheckpoint(entries: readonly LeaderEpochEntry[]): Uint8Array {
  const lines = entries.map(({ epoch, startOffset }) => `${epoch} ${startOffset}`)
  return encodeUtf8([VERSION, entries.length, ...lines, ''].join('\n'))
}
