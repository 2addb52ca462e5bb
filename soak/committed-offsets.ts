// What a group has committed over time, asked for again and again by a client of its own: a delivery behind it must not happen.
import { systemEnvironment } from '@odradek/network'
import { CoordinatorManager, NetworkClient, networkOptionTable, resolveOptions } from '@odradek/network/internal'
import { KafkaError } from '@odradek/protocol'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'

/** The offsets by partition, as of a moment. */
export interface CommittedAt {
  /** When they were asked for, in milliseconds since 1970. */
  readonly atMs: number
  readonly offsets: readonly number[]
}

const POLL_MS = 500

/** See the head of the file. */
export class CommittedOffsets {
  readonly history: CommittedAt[] = []
  readonly #client: NetworkClient
  readonly #coordinator: CoordinatorManager
  readonly #group: string
  readonly #topic: string
  readonly #partitions: number
  readonly #polling: Promise<void>
  #isStopped = false

  constructor(bootstrapServers: string, group: string, topic: string, partitions: number) {
    const options = { bootstrapServers, requestTimeoutMs: 2000, reconnectBackoffMaxMs: 100, retryBackoffMaxMs: 100 }
    const config = resolveOptions('soak', networkOptionTable, options) as never
    const environment = systemEnvironment()
    this.#group = group
    this.#topic = topic
    this.#partitions = partitions
    this.#client = new NetworkClient(config, environment)
    const backoff = { retryBackoffMs: 50, retryBackoffMaxMs: 200, requestTimeoutMs: 2000 }
    this.#coordinator = new CoordinatorManager({
      ...backoff,
      random: environment.random,
      keyType: 'group',
      key: group,
    })
    this.#client.addManager(this.#coordinator)
    this.#polling = this.#poll()
  }

  /** What was committed at this moment or before, as far as was seen. */
  before(momentMs: number): CommittedAt | undefined {
    return this.history.findLast(({ atMs }) => atMs <= momentMs)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#polling
    await this.#client.close()
  }

  async #poll(): Promise<void> {
    while (!this.#isStopped) {
      await this.#ask().catch((error: unknown) => {
        if (!KafkaError.is(error)) throw error
        this.#coordinator.markUnknown(systemEnvironment().clock.nowMs())
        this.#client.wakeup()
      })
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  async #ask(): Promise<void> {
    const { nodeId } = this.#coordinator
    if (nodeId === undefined) return
    const topics = [{ name: this.#topic, partitionIndexes: Array.from({ length: this.#partitions }, (_, i) => i) }]
    const { groups } = await this.#client.send(
      { nodeId, channel: 'coordinator' },
      offsetFetchApi,
      { groups: [{ groupId: this.#group, topics }] },
      { minVersion: 8, maxVersion: 9, timeoutMs: 2000 },
    )
    // What was asked for is known when the answer is here.
    const atMs = Date.now()
    const [group] = groups
    if (group === undefined || group.errorCode !== 0) {
      this.#coordinator.markUnknown(systemEnvironment().clock.nowMs())
      this.#client.wakeup()
      return
    }
    const offsets = Array.from({ length: this.#partitions }, () => -1)
    for (const { partitionIndex, committedOffset } of group.topics[0]?.partitions ?? [])
      offsets[partitionIndex] = Number(committedOffset)
    this.history.push({ atMs, offsets })
  }
}
