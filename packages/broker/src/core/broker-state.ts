import type { BrokerConfig } from './broker-config.ts'
import type { BrokerRecord, TransactionStored } from './broker-record.ts'
import { type BrokerPeers, noPeers } from './cluster/broker-peers.ts'
import type { ClusterRecord } from './cluster/cluster-record.ts'
import type { ClusterState } from './cluster/cluster-state.ts'
import { BrokerConfigs } from './config/broker-configs.ts'
import type { ConfigContext } from './config/config-context.ts'
import { FetchSessions } from './fetch/fetch-sessions.ts'
import { GroupCoordinator } from './group/group-coordinator.ts'
import { GroupPersistence } from './group/group-persistence.ts'
import { OffsetStore } from './group/offset-store.ts'
import type { LogManager } from './log/log-manager.ts'
import { OffsetsTopic } from './group/offsets-topic.ts'
import { ClientQuotas } from './quota/client-quotas.ts'
import { IsrKeeper } from './replication/isr-keeper.ts'
import { MemoryLogDirectory } from './replication/log-directory.ts'
import { Authorizer } from './security/authorizer.ts'
import { TelemetryClients } from './telemetry/telemetry-clients.ts'
import { ReplicaStore } from './replication/replica-store.ts'
import { partitionKey } from './request.ts'
import { ShareStateSchedule } from './share/share-state-schedule.ts'
import { ShareCoordinator } from './share/share-coordinator.ts'
import { SharePartitions } from './share/share-partitions.ts'
import { SharePersister } from './share/share-persister.ts'
import { ShareStateLoading } from './share/share-state-loading.ts'
import type { TopicStore } from './topics/topic-store.ts'
import { TransactionLoading } from './transaction/transaction-loading.ts'
import { TransactionCoordinator } from './transaction/transaction-coordinator.ts'
import type { TransactionVersion } from './transaction/transaction-metadata.ts'

/**
 * Everything one broker knows: what the cluster knows, which it shares with the other brokers, and what it holds itself. What lasts
 * changes only in `apply`; which members of groups wait for what is kept by `groups` itself.
 */
export class BrokerState {
  readonly config: BrokerConfig
  readonly cluster: ClusterState
  readonly logs: LogManager
  readonly replicas: ReplicaStore
  readonly isrKeeper: IsrKeeper
  readonly offsets = new OffsetStore()
  readonly groups: GroupCoordinator
  readonly groupPersistence: GroupPersistence
  /** The share-partitions that this broker leads. */
  readonly shares: SharePartitions
  /** The share-partitions whose state this broker keeps. */
  readonly shareCoordinator: ShareCoordinator
  readonly shareStateLoading: ShareStateLoading
  readonly shareStateSchedule: ShareStateSchedule
  readonly sharePersister: SharePersister
  readonly transactions: TransactionCoordinator
  readonly transactionLoading: TransactionLoading
  /** The other brokers of the cluster. */
  peers: BrokerPeers = noPeers
  readonly fetchSessions: FetchSessions
  /** The feature `transaction.version` (KIP-1022). */
  transactionVersion: TransactionVersion
  /** What the wall clock is ahead of the clock that counts, in ms: known from the last request. */
  wallClockOffsetMs = 0
  readonly authorizer: Authorizer
  /** Undefined: quotas are kept, and slow nobody. */
  readonly clientQuotas: ClientQuotas | undefined
  readonly telemetry = new TelemetryClients()
  /** Where configs are found and changed. */
  readonly configContext: ConfigContext
  readonly #unsubscribe: () => void

  /** `logs` holds what the broker's replicas had when it was here before. */
  constructor(config: BrokerConfig, cluster: ClusterState, logs: LogManager = new MemoryLogDirectory()) {
    this.logs = logs
    this.config = config
    this.cluster = cluster
    this.replicas = new ReplicaStore(config.nodeId, cluster, logs)
    this.isrKeeper = new IsrKeeper(cluster, this.replicas, config.replicaLagTimeMaxMs)
    this.groups = new GroupCoordinator(config, cluster.newUuid, cluster.topics)
    const topic = new OffsetsTopic(config.nodeId, cluster, this.replicas)
    this.sharePersister = new SharePersister(this)
    const maxSessions = () => Number(this.configContext.broker.value('group.share.max.share.sessions'))
    this.shares = new SharePartitions(cluster.admin.configs, this.replicas, this.sharePersister, maxSessions)
    this.shareCoordinator = new ShareCoordinator(config.shareCoordinatorSnapshotUpdateRecordsPerSnapshot)
    this.shareStateSchedule = new ShareStateSchedule(config)
    this.groupPersistence = new GroupPersistence({ config, cluster, topic, groups: this.groups, offsets: this.offsets })
    this.fetchSessions = new FetchSessions(config.maxIncrementalFetchSessionCacheSlots, cluster.random)
    const transactions = new TransactionCoordinator(config)
    this.transactions = transactions
    const { replicas } = this
    this.transactionLoading = new TransactionLoading({ brokerId: config.nodeId, cluster, replicas, transactions })
    const coordinator = this.shareCoordinator
    this.shareStateLoading = new ShareStateLoading({ brokerId: config.nodeId, cluster, replicas, coordinator })
    this.transactionVersion = config.transactionVersion as TransactionVersion
    this.authorizer = new Authorizer(config.security.authorizer, cluster.admin.acls)
    this.clientQuotas = clientQuotasOf(config, cluster)
    this.configContext = configContextOf(config, cluster)
    this.#unsubscribe = cluster.subscribe((record) => this.#onClusterRecord(record))
  }

  /** The topics of the cluster; what this broker holds of them is in `replicas`. */
  get topics(): TopicStore {
    return this.cluster.topics
  }

  /** Carries out one change. Throws InvariantError where it does not fit the state, which is a fault of the broker. */
  apply(record: BrokerRecord): void {
    switch (record.type) {
      case 'batch-appended':
        this.replicas.touch(record.topicId, record.partition)
        this.replicas.get(record.topicId, record.partition).append(record.bytes)
        return this.groupPersistence.onAppended(record)
      case 'records-deleted':
        this.replicas.touch(record.topicId, record.partition)
        return this.logs.deleteRecords(record.topicId, record.partition, record.startOffset)
      case 'offset-committed':
      case 'offset-deleted':
      case 'group-stored':
      case 'group-deleted':
      case 'group-records-written':
        return this.groupPersistence.apply(record)
      case 'transaction-stored':
        return this.#storeTransaction(record)
      case 'transaction-removed':
        return this.transactions.remove(record.transactionalId)
      case 'share-state-stored':
        return this.shareCoordinator.replay(record.record, record.place)
      case 'transaction-offset-committed':
        return this.groupPersistence.commitInTransaction(record)
      case 'transaction-offsets-ended':
        return this.offsets.endTransaction(record)
      default:
        return this.cluster.apply(record)
    }
  }

  #storeTransaction({ metadata, topicId, partition, endOffset }: TransactionStored): void {
    const { highWatermark } = this.replicas.get(topicId, partition).log
    if (highWatermark >= endOffset) this.transactions.store(metadata)
    else this.transactions.prepare(metadata, partitionKey(topicId, partition), endOffset)
  }

  /** A partition has changed: what coordinators have stored there may have got to the replicas. */
  onPartitionChanged(key: string): void {
    if (!this.transactions.hasPending) return
    const replica = this.replicas.findByKey(key)
    if (replica?.isLeader === true) this.transactions.onReplicated(key, replica.log.highWatermark)
  }

  /** Takes note of what time it is by the wall clock, and by the clock that counts. */
  noteTime(wallClockMs: number, nowMs: number): void {
    this.wallClockOffsetMs = wallClockMs - nowMs
    this.logs.noteTime(wallClockMs)
  }

  #onClusterRecord(record: ClusterRecord): void {
    this.replicas.onClusterRecord(record)
    this.groupPersistence.onClusterRecord(record)
    this.transactionLoading.onClusterRecord(record)
    this.shareStateLoading.onClusterRecord(record)
    if (record.type === 'topic-deleted') this.#forgetShared(record.topicId)
    if (record.type === 'feature-level-changed' && record.name === 'transaction.version') {
      this.transactionVersion = record.level as TransactionVersion
    }
  }

  #forgetShared(topicId: string): void {
    this.shares.removeTopic(topicId)
    if (this.shareCoordinator.hasTopic(topicId)) this.shareStateSchedule.onTopicDeleted(topicId)
  }

  /** The broker is gone: it hears of the cluster no more. */
  close(): void {
    this.#unsubscribe()
  }
}

function clientQuotasOf(config: BrokerConfig, cluster: ClusterState): ClientQuotas | undefined {
  const { enforceQuotas, quotaWindowNum: count, quotaWindowSizeSeconds } = config
  if (!enforceQuotas) return undefined
  return new ClientQuotas(cluster.admin.quotas, { count, windowMs: quotaWindowSizeSeconds * 1000 })
}

function configContextOf(config: BrokerConfig, cluster: ClusterState): ConfigContext {
  const { nodeId, kafkaConfigs } = config
  const store = cluster.admin.configs
  return {
    nodeId,
    store,
    broker: new BrokerConfigs(store, nodeId, kafkaConfigs),
    topicConfigs: (name) => cluster.topics.byName(name)?.configs,
    get hasEligibleLeaderReplicas() {
      return cluster.admin.features.level('eligible.leader.replicas.version') > 0
    },
  }
}
