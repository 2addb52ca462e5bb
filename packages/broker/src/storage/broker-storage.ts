// What a broker keeps on disk, in a data directory as Kafka has it: logs, checkpoints, and what the cluster knows.
import type { Clock } from '@odradek/network'
import { UsageError } from '@odradek/protocol'
import { ClusterJournal } from '../core/cluster/cluster-journal.ts'
import type { ClusterState } from '../core/cluster/cluster-state.ts'
import type { FoldedRecords } from '../core/cluster/folded-records.ts'
import { DataDirectory } from '../core/log/data-directory.ts'
import { LogManager, type LogManagerSettings } from '../core/log/log-manager.ts'
import { DirectoryLock } from './directory-lock.ts'
import { NodeLogFolder } from './node-log-folder.ts'
import type { StorageOptions } from './storage-options.ts'

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
  readonly settings: LogManagerSettings & Required<Pick<StorageOptions, 'metadataLogMaxRecordBytesBetweenSnapshots'>>
}

/** The storage of one broker. */
export class BrokerStorage {
  readonly clusterId: string
  readonly #options: BrokerStorageOptions
  readonly #clock: Clock
  readonly #folder: NodeLogFolder | undefined
  readonly #lock: DirectoryLock | undefined
  readonly #journal: ClusterJournal | undefined
  #logs: LogManager
  /** Whether the files of the logs are closed, as while the broker is down. */
  #isDown = false

  /** Throws UsageError where the data directory cannot be used, is in use, or belongs to another broker. */
  constructor(options: BrokerStorageOptions) {
    const { dataDir, clusterId, newUuid, clock, settings } = options
    const maxBytes = settings.metadataLogMaxRecordBytesBetweenSnapshots
    const folder = dataDir === undefined ? undefined : openFolder(dataDir)
    this.#options = options
    this.#folder = folder
    this.#lock = folder && new DirectoryLock(folder.path)
    this.#clock = clock
    try {
      const logs = this.#openLogs()
      this.#journal = folder && new ClusterJournal(folder.folder(METADATA_FOLDER), clock.wallClockMs(), maxBytes)
      this.clusterId = logs.directory?.clusterId ?? clusterId ?? newUuid()
      this.#logs = logs
    } catch (error) {
      this.#lock?.release()
      throw error
    }
  }

  #openLogs(): LogManager {
    const { nodeId, clusterId, newUuid, settings, random } = this.#options
    const directory = this.#folder && new DataDirectory(this.#folder, { nodeId, clusterId, newUuid })
    return new LogManager({ settings, random, nowMs: this.#clock.wallClockMs(), ...(directory && { directory }) })
  }

  /** The logs, those that were opened last. */
  get logs(): LogManager {
    return this.#logs
  }

  /** Whether the files of the logs are closed, until `reopen`. Never where all is in memory. */
  get isDown(): boolean {
    return this.#isDown
  }

  /** The broker dies: its files are left as they are. What the cluster knows is kept on. */
  abandon(): void {
    if (this.#folder === undefined || this.#isDown) return
    this.#isDown = true
    this.#logs.abandon()
  }

  /** The broker stops in good order: its logs are closed, so that they need not be checked. What the cluster knows is kept on. */
  stop(): void {
    if (this.#folder === undefined || this.#isDown) return
    this.#isDown = true
    this.#logs.close(this.#clock.wallClockMs())
  }

  /** The broker comes back, and finds in its files what is there. */
  reopen(): void {
    if (!this.#isDown) return
    this.#logs = this.#openLogs()
    this.#isDown = false
  }

  /** Gives the cluster what was kept of it, and keeps what happens to it from now on; `folded` hears of all of it, too. */
  keep(cluster: ClusterState, folded: FoldedRecords): void {
    const journal = this.#journal
    if (journal === undefined) return
    for (const record of journal.records()) cluster.apply(record)
    journal.fold(() => folded.records(), this.#clock.wallClockMs())
    cluster.subscribe((record) => journal.append(record, this.#clock.wallClockMs()))
  }

  /** Closes all files, so that the next start finds them sound. */
  close(): void {
    const nowMs = this.#clock.wallClockMs()
    try {
      this.#journal?.close(nowMs)
      if (!this.#isDown) this.#logs.close(nowMs)
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
