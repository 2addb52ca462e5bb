// What a cluster holds, in one piece of bytes: a line that says what it is, a header as JSON, then the batches of each log.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { UsageError } from '@odradek/protocol'

/** A log of one broker as it was. */
export interface SnapshotLog {
  readonly nodeId: number
  readonly topicId: string
  readonly partition: number
  readonly startOffset: number
  readonly endOffset: number
  /** Its batches one after the other. */
  readonly bytes: Uint8Array
}

/** A cluster as it was. */
export interface Snapshot {
  readonly clusterId: string
  /** The ids of its brokers. */
  readonly nodeIds: readonly number[]
  /** What the cluster knew, record by record, as JSON. */
  readonly records: readonly string[]
  readonly logs: readonly SnapshotLog[]
}

const MAGIC = 'odradek snapshot 1\n'
const LENGTH_BYTES = 4

/** The bytes of a snapshot. */
export function encodeSnapshot({ logs, ...rest }: Snapshot): Uint8Array {
  const described = logs.map(({ bytes, ...log }) => ({ ...log, length: bytes.length }))
  const header = encodeUtf8(JSON.stringify({ ...rest, logs: described }))
  const length = new Uint8Array(LENGTH_BYTES)
  new DataView(length.buffer).setUint32(0, header.length)
  return joined([encodeUtf8(MAGIC), length, header, ...logs.map(({ bytes }) => bytes)])
}

/** Reads a snapshot. Throws UsageError where the bytes are none, or are cut off. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  const start = MAGIC.length + LENGTH_BYTES
  const magic = bytes.length < start ? '' : decodeUtf8(bytes, 0, MAGIC.length)
  if (magic !== MAGIC) throw new UsageError('Broker option from: it is no snapshot of a broker')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length)
  let at = start + length
  if (at > bytes.length) throw new UsageError('Broker option from: the snapshot is cut off')
  const header = JSON.parse(decodeUtf8(bytes, start, at)) as Omit<Snapshot, 'logs'> & { logs: DescribedLog[] }
  const logs = header.logs.map(({ length: logLength, ...log }) => {
    const logBytes = bytes.subarray(at, (at += logLength))
    if (logBytes.length < logLength) throw new UsageError('Broker option from: the snapshot is cut off')
    return { ...log, bytes: logBytes }
  })
  return { ...header, logs }
}

type DescribedLog = Omit<SnapshotLog, 'bytes'> & { readonly length: number }

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
