// The files of a data directory that belong to no single partition: who owns it, whether it was closed, and the checkpoints of offsets.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { UsageError } from '@odradek/protocol'
import type { LogFolder } from './log-folder.ts'
import { decodeOffsetCheckpoint, encodeOffsetCheckpoint } from './offset-checkpoint.ts'

const META_PROPERTIES = 'meta.properties'
const CLEAN_SHUTDOWN = '.kafka_cleanshutdown'

/** The checkpoints of a data directory, by what they hold. */
const CHECKPOINTS = {
  recoveryPoint: 'recovery-point-offset-checkpoint',
  startOffset: 'log-start-offset-checkpoint',
  highWatermark: 'replication-offset-checkpoint',
  cleaned: 'cleaner-offset-checkpoint',
} as const

/** Which offset of each partition a checkpoint holds. */
export type CheckpointKind = keyof typeof CHECKPOINTS

/** Who a data directory belongs to. */
export interface DirectoryOwner {
  readonly nodeId: number
  /** Default: that of the directory, or a new one. */
  readonly clusterId?: string | undefined
  /** Gives a new UUID in Kafka's text form. */
  readonly newUuid: () => string
}

/** A broker's data directory. */
export class DataDirectory {
  readonly folder: LogFolder
  readonly clusterId: string
  /** Whether the broker that had it before had closed its logs. */
  readonly wasClosed: boolean
  readonly #checkpoints = new Map<CheckpointKind, Map<string, number>>()
  readonly #written = new Map<CheckpointKind, string>()

  /** Takes over a directory, which may be empty. Throws UsageError where it belongs to another node or cluster. */
  constructor(folder: LogFolder, owner: DirectoryOwner) {
    this.folder = folder
    this.clusterId = this.#own(owner)
    this.wasClosed = folder.read(CLEAN_SHUTDOWN) !== undefined
    // From here on a crash must be seen as one.
    folder.remove(CLEAN_SHUTDOWN)
    for (const kind of Object.keys(CHECKPOINTS) as CheckpointKind[]) {
      this.#checkpoints.set(kind, decodeOffsetCheckpoint(folder.read(CHECKPOINTS[kind])))
    }
  }

  #own({ nodeId, clusterId, newUuid }: DirectoryOwner): string {
    const bytes = this.folder.read(META_PROPERTIES)
    if (bytes === undefined) {
      const given = clusterId ?? newUuid()
      const lines = ['#', `node.id=${nodeId}`, `directory.id=${newUuid()}`, 'version=1', `cluster.id=${given}`, '']
      this.folder.write(META_PROPERTIES, encodeUtf8(lines.join('\n')))
      return given
    }
    const properties = parseProperties(decodeUtf8(bytes, 0, bytes.length))
    const owner = properties.get('node.id')
    if (owner !== String(nodeId)) {
      throw new UsageError(
        `Broker option dataDir: it belongs to node ${owner}, not to node ${nodeId} (${META_PROPERTIES})`,
      )
    }
    const stored = properties.get('cluster.id') ?? newUuid()
    if (clusterId !== undefined && clusterId !== stored) {
      throw new UsageError(
        `Broker option dataDir: it belongs to cluster ${stored}, not to cluster ${clusterId} (${META_PROPERTIES})`,
      )
    }
    return stored
  }

  /** What a checkpoint says of a partition, by its folder; undefined where it says nothing. */
  checkpoint(kind: CheckpointKind, partitionFolder: string): number | undefined {
    return this.#checkpoints.get(kind)!.get(partitionFolder)
  }

  /** Replaces a checkpoint, where it says something new. */
  saveCheckpoint(kind: CheckpointKind, offsets: ReadonlyMap<string, number>): void {
    const bytes = encodeOffsetCheckpoint(offsets)
    const text = decodeUtf8(bytes, 0, bytes.length)
    if (this.#written.get(kind) === text) return
    this.folder.write(CHECKPOINTS[kind], bytes)
    this.#written.set(kind, text)
    this.#checkpoints.set(kind, new Map(offsets))
  }

  /** The logs have been closed: the next start need not check them. */
  close(): void {
    this.folder.write(CLEAN_SHUTDOWN, encodeUtf8('{"version":0,"brokerEpoch":-1}'))
  }
}

function parseProperties(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line.includes('=') && !line.startsWith('#'))
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]),
  )
}
