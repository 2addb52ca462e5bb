import type { Environment } from '@odradek/network'
import { Producer } from '@odradek/producer'
import { UnsupportedVersionError } from '@odradek/protocol'

import { CommandError, exitCodes } from '../cli/command-error.ts'
import { ClusterAccess } from './cluster-access.ts'
import { GroupMember } from './consume-side.ts'
import { Flow, type FlowOutcome } from './flow.ts'
import { Ledger, type PartitionTotals } from './ledger.ts'
import type { LineSource } from './line-source.ts'
import { ProduceSide } from './produce-side.ts'
import type { JobReport, PartitionReport } from './report.ts'
import { Stages } from './stages.ts'

/** What the main job is told. */
export interface JobOptions {
  readonly bootstrapServers: string
  /** Whether those are a broker of this process, which goes away with it: nothing needs to be deleted there. */
  readonly embeddedBroker: boolean
  readonly source: LineSource
  /** How many inputs the source reads. */
  readonly inputs: number
  readonly topic: string
  /** Whether the name was made up, so that there is no such topic yet. */
  readonly topicIsNew: boolean
  readonly group: string
  readonly partitions: number
  /** Leaves a topic that the job created on the cluster. */
  readonly keepTopic: boolean
  readonly ratePerSecond: number | undefined
  /** Limit for each question to the cluster, and for standing still. */
  readonly timeoutMs: number
  readonly environment: Environment
  /** Stops the job: it closes everything and reports what was done so far. */
  readonly signal: AbortSignal
}

/** How far the job is, for a progress display. */
export interface JobProgress {
  readonly produced: number
  readonly consumed: number
  readonly total: number | undefined
}

/** On Ctrl-C, records that are not acknowledged by then are given up. */
const STOP_PRODUCING_TIMEOUT_MS = 3000
/** A rebalance on a real cluster takes some seconds; standing still for this many time limits is more than that. */
const STALL_TIMEOUTS = 3

interface ClusterOffsets {
  readonly logEnds: readonly bigint[]
  readonly committed: readonly (bigint | undefined)[]
}

/** The way of each line to the cluster and back. `run` once; `progress` meanwhile. */
export class MainJob {
  readonly #options: JobOptions
  readonly #access: ClusterAccess
  readonly #warnings: string[] = []
  #ledger = new Ledger(0)
  #partitions: number
  #total: number | undefined
  #topicIsOurs = false
  #produceSide: ProduceSide | undefined

  /** Throws UsageError for bootstrap servers that are none. */
  constructor(options: JobOptions) {
    this.#options = options
    this.#partitions = options.partitions
    this.#access = new ClusterAccess(options.bootstrapServers, options.environment, options.timeoutMs)
  }

  /** How far it is. */
  get progress(): JobProgress {
    // A file may have grown or shrunk since its lines were counted: in the end what was sent is the total.
    const total = this.#produceSide?.hasReadAll ? this.#produceSide.sent : this.#total
    return { produced: this.#ledger.acknowledged, consumed: this.#ledger.consumed, total }
  }

  /**
   * Runs to the end and reports. Faults are in the report; throws only where the job could not begin: no broker, an input that
   * cannot be read, no topic.
   */
  async run(): Promise<JobReport> {
    const { source, signal, environment } = this.#options
    try {
      await this.#prepare()
      this.#total = await source.countLines(signal)
      this.#ledger = new Ledger(this.#partitions)
      const startedAtMs = environment.clock.nowMs()
      const { produceSide, outcome } = await this.#flow()
      const elapsedMs = environment.clock.nowMs() - startedAtMs
      const offsets = signal.aborted ? undefined : await this.#clusterOffsets(outcome)
      await this.#deleteOurs()
      return this.#report(outcome, produceSide, elapsedMs, offsets)
    } finally {
      await this.#access.close()
    }
  }

  /** Makes the topic, or begins behind what it holds already. */
  async #prepare(): Promise<void> {
    const { topic, topicIsNew, group, partitions, signal } = this.#options
    const stop = () => void this.#access.close()
    signal.addEventListener('abort', stop)
    try {
      await this.#access.requireGroups(group)
      if (topicIsNew) return await this.#create()
      const existing = await this.#access.partitionCount(topic)
      if (existing === undefined) {
        await this.#access.createTopic(topic, partitions)
        this.#topicIsOurs = true
      } else {
        this.#partitions = existing
        await this.#access.commit(group, topic, await this.#access.logEnds(topic, existing))
      }
    } catch (error) {
      if (!signal.aborted) throw error
      throw new CommandError('stopped before the first record', { exitCode: exitCodes.interrupted, cause: error })
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** Creates the topic; brokers that are too old to be told to do so make it when they are asked about it. */
  async #create(): Promise<void> {
    const { topic, partitions } = this.#options
    try {
      await this.#access.createTopic(topic, partitions)
      this.#topicIsOurs = true
    } catch (error) {
      if (!UnsupportedVersionError.is(error)) throw error
      this.#warnings.push(
        `brokers before Kafka 0.10.1 are not asked to make topics: ${topic} is made by itself, with as many partitions as the broker likes, and stays`,
      )
      this.#partitions = await this.#access.untilMade(topic)
    }
  }

  async #flow(): Promise<{ produceSide: ProduceSide; outcome: FlowOutcome }> {
    const { bootstrapServers, environment, topic, group, source, signal, ratePerSecond, timeoutMs } = this.#options
    const { clock } = environment
    const ledger = this.#ledger
    const stages = new Stages(this.#total)
    const producer = new Producer({ bootstrapServers, clientId: 'odradek-main-job-producer' }, environment)
    const produceSide = new ProduceSide({ producer, topic, ledger, stages, ratePerSecond, clock, signal })
    const flow = new Flow({
      ledger,
      stages,
      produceSide,
      clock,
      signal,
      stallTimeoutMs: STALL_TIMEOUTS * timeoutMs,
      makeMember: (name, onChange) =>
        new GroupMember({ name, bootstrapServers, group, topic, ledger, environment, onChange }),
    })
    try {
      const outcome = await flow.run(
        source.chunks(),
        () => void producer.close({ timeoutMs: STOP_PRODUCING_TIMEOUT_MS }),
      )
      return { produceSide, outcome }
    } finally {
      await producer.close({ timeoutMs: STOP_PRODUCING_TIMEOUT_MS })
    }
  }

  /** Asks the cluster itself what is in the log and what the group has committed, and tells the ledger. */
  async #clusterOffsets(outcome: FlowOutcome): Promise<ClusterOffsets | undefined> {
    const { topic, group } = this.#options
    try {
      const logEnds = await this.#access.logEnds(topic, this.#partitions)
      const committed = await this.#access.committed(group, topic, this.#partitions)
      for (const [partition, logEnd] of logEnds.entries()) this.#checkCommitted(partition, committed[partition], logEnd)
      return { logEnds, committed }
    } catch (error) {
      outcome.problems.push(
        `the committed offsets could not be read: ${error instanceof Error ? error.message : String(error)}`,
      )
      return undefined
    }
  }

  /** A partition that never held a record need not have a committed offset. */
  #checkCommitted(partition: number, committed: bigint | undefined, logEnd: bigint): void {
    if (logEnd === 0n && committed === undefined) return
    this.#ledger.onCommitted(partition, committed, logEnd)
  }

  async #deleteOurs(): Promise<void> {
    const { topic, group, keepTopic, embeddedBroker } = this.#options
    if (embeddedBroker || keepTopic || !this.#topicIsOurs) return
    const attempts: [string, () => Promise<void>][] = [
      [`topic ${topic}`, () => this.#access.deleteTopic(topic)],
      [`group ${group}`, () => this.#access.deleteGroup(group)],
    ]
    for (const [what, attempt] of attempts) {
      try {
        await attempt()
      } catch (error) {
        this.#warnings.push(`${what} could not be deleted: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }

  #report(
    outcome: FlowOutcome,
    produceSide: ProduceSide,
    elapsedMs: number,
    offsets: ClusterOffsets | undefined,
  ): JobReport {
    const { signal, source, bootstrapServers, embeddedBroker, topic, group, inputs } = this.#options
    const interrupted = signal.aborted
    // What was not consumed when the job was stopped is not lost: nothing is said about it.
    const { partitions, faults, faultCounts } = interrupted
      ? { partitions: this.#ledger.totals(), faults: [], faultCounts: {} }
      : this.#ledger.verdict()
    const problems = [...outcome.problems]
    const { skipped } = source.counts
    if (skipped > 0) problems.push(`${skipped} ${skipped === 1 ? 'line was' : 'lines were'} too long to be produced`)
    const { acknowledged, consumed, duplicates } = this.#ledger
    const perSecond = (count: number, ms: number) => (ms > 0 ? Math.round((count * 1000) / ms) : 0)
    return {
      ok: !interrupted && problems.length === 0 && Object.keys(faultCounts).length === 0,
      interrupted,
      bootstrapServers,
      embeddedBroker,
      topic,
      group,
      inputs,
      lines: source.counts,
      partitions: partitions.map((totals) => withOffsets(totals, offsets)),
      produced: acknowledged,
      consumed,
      duplicates,
      rebalances: outcome.rebalances,
      members: outcome.members.map(({ name, consumed: records, assignments }) => ({
        name,
        consumed: records,
        assignments,
      })),
      elapsedMs: Math.round(elapsedMs),
      producedPerSecond: perSecond(acknowledged, produceSide.elapsedMs),
      consumedPerSecond: perSecond(consumed, elapsedMs),
      faultCounts,
      faults,
      problems,
      warnings: this.#warnings,
    }
  }
}

function withOffsets(totals: PartitionTotals, offsets: ClusterOffsets | undefined): PartitionReport {
  const committed = offsets?.committed[totals.partition]
  return {
    ...totals,
    logEnd: offsets === undefined ? null : Number(offsets.logEnds[totals.partition]),
    committed: committed === undefined ? null : Number(committed),
  }
}
