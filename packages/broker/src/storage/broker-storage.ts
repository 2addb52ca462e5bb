// What a broker keeps on disk, in a data directory as Kafka has it: logs, checkpoints, and what the cluster knows.
import type { Clock } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { ClusterJournal } from '../core/cluster/cluster-journal.ts'
import type { ClusterState } from '../core/cluster/cluster-state.ts'
import { DataDirectory } from '../core/log/data-directory.ts'
import { LogManager, type LogManagerSettings } from '../core/log/log-manager.ts'
import { DirectoryLock } from './directory-lock.ts'
import { NodeLogFolder } from './node-log-folder.ts'

const METADATA_FOLDER = '__cluster_metadata-0'

/** What storage is opened with. */
export interface BrokerStorageOptions {
  /** The data directory; without it all is in memory. */
  readonly dataDir?: string | undefined
  readonly nodeId: number
  /** Default: that of the data directory, or a new one. */
  readonly clusterId?: string | undefined
  readonly newUuid: () => string
  readonly random: () => number
  readonly clock: Clock
  readonly settings: LogManagerSettings
}

/** The storage of one broker. */
export class BrokerStorage {
  readonly logs: LogManager
  readonly clusterId: string
  readonly #clock: Clock
  readonly #lock: DirectoryLock | undefined
  readonly #journal: ClusterJournal | undefined

  /** Throws UsageError where the data directory cannot be used, is in use, or belongs to another broker. */
  constructor({ dataDir, nodeId, clusterId, newUuid, random, clock, settings }: BrokerStorageOptions) {
    const nowMs = clock.wallClockMs()
    const owner = { nodeId, clusterId, newUuid }
    const folder = dataDir === undefined ? undefined : openFolder(dataDir)
    this.#lock = folder && new DirectoryLock(folder.path)
    this.#clock = clock
    try {
      const directory = folder && new DataDirectory(folder, owner)
      this.#journal = folder && new ClusterJournal(folder.folder(METADATA_FOLDER), nowMs)
      this.clusterId = directory?.clusterId ?? clusterId ?? newUuid()
      this.logs = new LogManager({ settings, random, nowMs, ...(directory && { directory }) })
    } catch (error) {
      this.#lock?.release()
      throw error
    }
  }

  /** Gives the cluster what was kept of it, and keeps what happens to it from now on. */
  keep(cluster: ClusterState): void {
    const journal = this.#journal
    if (journal === undefined) return
    for (const record of journal.records()) cluster.apply(record)
    cluster.subscribe((record) => journal.append(record, this.#clock.wallClockMs()))
  }

  /** Closes all files, so that the next start finds them sound. */
  close(): void {
    const nowMs = this.#clock.wallClockMs()
    try {
      this.#journal?.close(nowMs)
      this.logs.close(nowMs)
    } finally {
      this.#lock?.release()
    }
  }
}

function openFolder(path: string): NodeLogFolder {
  try {
    return new NodeLogFolder(path)
  } catch (error) {
    throw new UsageError(`Broker option dataDir: ${path} cannot be used: ${(error as Error).message}`, { cause: error })
  }
}
