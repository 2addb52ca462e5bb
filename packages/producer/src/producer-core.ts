// A producer's cores, put together: what Producer's methods work with.
import { channel } from 'node:diagnostics_channel'

import { type CompressionCodec, compressionTypeOfId, defaultCodecs } from '@odradek/compression'
import type { Clock, Environment } from '@odradek/network'
import { ClientTelemetry, NetworkClient, rethrowLater, sayThrown, TroubleLog } from '@odradek/network/internal'
import { java33Partitioner, type Partitioner, partitionerByName, UniformPartitioner } from '@odradek/partitioners'
import { KafkaError, UsageError } from '@odradek/protocol'

import { BufferMemory } from './core/buffer-memory.ts'
import { FlushTracker } from './core/flush-tracker.ts'
import { LoadReporter } from './core/load-reporter.ts'
import type { ProducerEvent } from './core/producer-events.ts'
import { ProducerIdManager } from './core/producer-id-manager.ts'
import { RecordAccumulator } from './core/record-accumulator.ts'
import { RecordRouter } from './core/record-router.ts'
import { Sender } from './core/sender.ts'
import { TransactionManager } from './core/transaction-manager.ts'
import { guardedPartitioner } from './guarded-partitioner.ts'
import type { ProducerConfig } from './options.ts'
import { logEvent, type ProducerLogger } from './producer-logger.ts'
import { type ProducerMetric, ProducerMetrics } from './producer-metrics.ts'
import { ProducerTransactions } from './producer-transactions.ts'
import { RecordIntake } from './record-intake.ts'

/** Events are published to `node:diagnostics_channel` under this and their type: `odradek:producer:batch-failed`. */
const CHANNEL_PREFIX = 'odradek:producer:'

/** See the head of the file. */
export class ProducerCore {
  readonly config: ProducerConfig
  readonly clock: Clock
  readonly network: NetworkClient
  readonly accumulator: RecordAccumulator
  readonly router: RecordRouter
  readonly intake: RecordIntake
  readonly sender: Sender
  readonly identity: ProducerIdManager | TransactionManager | undefined
  /** Undefined without a transactional id. */
  readonly transactions: ProducerTransactions | undefined
  readonly metrics: ProducerMetrics
  readonly telemetry: ClientTelemetry
  /** Why this producer cannot go on; undefined while it can. */
  fatalError: KafkaError | undefined

  constructor(config: ProducerConfig, environment: Environment) {
    this.config = config
    this.clock = environment.clock
    this.network = new NetworkClient(config, environment, {
      allowAutoTopicCreation: config.allowAutoCreateTopics,
    })
    this.accumulator = new RecordAccumulator(config, new BufferMemory(config.bufferMemory), new FlushTracker())
    this.metrics = new ProducerMetrics(config.clientId)
    this.accumulator.onEvent = (event) => this.#onEvent(event)
    const { metadata } = this.network
    const partitioner = makePartitioner(config, environment.random)
    this.router = new RecordRouter(config, this.accumulator, metadata, partitioner)
    this.intake = new RecordIntake(config, this.router)
    this.identity = this.#makeIdentity(environment)
    if (this.identity instanceof TransactionManager) {
      const { coordinators } = this.identity
      this.transactions = new ProducerTransactions(this.identity, environment.clock, config.maxBlockMs)
      this.network.onConnectionLost((nodeId, channel) => {
        if (channel === 'coordinator') coordinators.onConnectionLost(nodeId, this.clock.nowMs())
      })
    }
    this.sender = this.#makeSender(environment, partitioner)
    metadata.onUpdate((current, nowMs) => this.router.onMetadataUpdate(current, nowMs))
    if (config.logger !== undefined) this.#logTrouble(config.logger)
    metadata.onRefusal((error) => this.router.abort(error))
    if (this.identity !== undefined) this.network.addManager(this.identity)
    this.network.addManager(this.sender)
    this.telemetry = new ClientTelemetry(this.network, config, environment, {
      readMetrics: () => this.readMetrics(),
      labels: () => ({ transactional_id: config.transactionalId }),
      compress: (typeId, bytes) => defaultCodecs.get(compressionTypeOfId(typeId)).compress(bytes),
    })
  }

  /** Throws where no record may be sent. */
  checkSendable(): void {
    if (this.fatalError !== undefined) throw this.fatalError
    if (this.identity === undefined) return
    if (this.identity instanceof TransactionManager) this.identity.checkInTransaction('send')
    else this.identity.want()
  }

  /** A record failed, or was given up, that nothing else tells of: its transaction cannot be committed without it. */
  onRecordLost(error: unknown): void {
    const why = KafkaError.is(error)
      ? error
      : new UsageError(`a record could not be taken: ${sayThrown(error)}`, { cause: error })
    this.identity?.onBatchFailed(why, false)
  }

  /** Fails what has not settled, and waits for no coordinator. */
  giveUp(error: KafkaError): void {
    this.sender.abort(error)
    this.transactions?.giveUp(error)
  }

  /** What there is to measure now. */
  readMetrics(): ProducerMetric[] {
    const { memory } = this.accumulator
    const nowMs = this.clock.nowMs()
    const metadataAgeMs = nowMs - this.network.metadata.answeredAtMs
    const gauges = {
      bufferTotalBytes: memory.limitBytes,
      bufferAvailableBytes: memory.limitBytes - memory.usedBytes,
      waitingRecords: this.router.waitingCount,
      requestsInFlight: this.network.requestsInFlight,
      metadataAgeSeconds: metadataAgeMs === Infinity ? Number.NaN : metadataAgeMs / 1000,
    }
    return this.metrics.read(gauges, nowMs)
  }

  #onEvent(event: ProducerEvent): void {
    this.metrics.onEvent(event, this.clock.nowMs())
    const { logger, clientId } = this.config
    if (logger !== undefined) {
      try {
        logEvent(logger, event)
      } catch (error) {
        // Batches are being settled: what a logger throws must not stop that.
        rethrowLater(error)
      }
    }
    const listeners = channel(CHANNEL_PREFIX + event.type)
    if (listeners.hasSubscribers) listeners.publish({ clientId, ...event })
  }

  #logTrouble(logger: ProducerLogger): void {
    const log = new TroubleLog((level, text) => logger[level](text))
    log.follow(this.network, this.clock)
    this.network.metadata.onUpdate((current, nowMs) => log.onMetadata(current, nowMs))
  }

  #makeSender({ random }: Environment, partitioner: Partitioner): Sender {
    const { config, network } = this
    const { metadata } = network
    const codec = defaultCodecs.get(config.compressionType)
    const wantsLoads = partitioner.onTopicLoad !== undefined
    return new Sender(config, {
      identity: this.identity,
      accumulator: this.accumulator,
      router: this.router,
      availability: network,
      codec,
      compressionLevel: compressionLevel(config, codec),
      loads: wantsLoads ? new LoadReporter(partitioner, config.partitionerAvailabilityTimeoutMs) : undefined,
      random,
      onLeaderHint: (hint, nowMs) => metadata.onLeaderHint(hint, nowMs),
      requestMetadataUpdate: (nowMs) => {
        if (metadata.isUpdateWanted) return
        metadata.requestUpdate(nowMs)
        network.wakeup()
      },
      wakeup: () => network.wakeup(),
    })
  }

  #makeIdentity({ random }: Environment): ProducerIdManager | TransactionManager | undefined {
    const { config } = this
    if (!config.enableIdempotence) return undefined
    const onFatalError = (error: KafkaError) => {
      this.fatalError = error
      this.sender.abort(error)
    }
    const common = { ...config, random, onFatalError, wakeup: () => this.network.wakeup() }
    const { transactionalId } = config
    if (transactionalId === undefined) {
      const onRefused = (error: KafkaError) => this.sender.failQueued(error)
      return new ProducerIdManager({ ...common, onRefused, mayDisable: !config.isIdempotenceRequired })
    }
    return new TransactionManager({
      ...common,
      transactionalId,
      transactionVersion: () => this.network.featureLevel('transaction.version'),
      isIdle: () => this.sender.isIdle,
      failQueued: (error) => this.sender.failQueued(error),
    })
  }
}

function makePartitioner(config: ProducerConfig, random: () => number): Partitioner {
  const { partitioner, batchSize, partitionerAdaptivePartitioningEnable: adaptivePartitioning } = config
  if (typeof partitioner === 'string') return partitionerByName(partitioner, random)
  if (partitioner !== undefined) return guardedPartitioner(partitioner)
  const options = { batchSize, adaptivePartitioning }
  return config.partitionerIgnoreKeys ? new UniformPartitioner(random, options) : java33Partitioner(random, options)
}

/** The level where the user chose one. Throws UsageError where the codec does not have it. */
function compressionLevel(config: ProducerConfig, codec: CompressionCodec): number | undefined {
  const { compressionType, chosenCompressionLevel: level } = config
  if (level === undefined) return undefined
  try {
    codec.compress(new Uint8Array(1), level)
  } catch (error) {
    throw new UsageError(`Producer: ${compressionType} cannot compress at level ${level}: ${String(error)}`, {
      cause: error,
    })
  }
  return level
}
