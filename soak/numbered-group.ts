// The members of one group, each in a process of its own, and what they have handled, by the files that they write.
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ConsumerOptions } from '@odradek/consumer'

import { CommittedOffsets } from './committed-offsets.ts'
import { type HandledEntry, readEntries } from './delivery-ledger.ts'
import type { NumberedConsumerMessage } from './programs/numbered-consumer.ts'
import type { SoakWorld } from './scenario.ts'
import { startProgram } from './start-program.ts'

/** Bytes of an entry, as numbered-consumer.ts writes it. */
const ENTRY_SIZE = 16
/** After this long without a record nothing is expected any more. */
const STUCK_AFTER_MS = 90_000
const POLL_MS = 100

interface Member {
  readonly child: ChildProcess
  readonly file: string
  last: NumberedConsumerMessage | undefined
  isKilled: boolean
}

/** How a group is made. */
export interface NumberedGroupOptions {
  readonly topic: string
  readonly partitions: number
  readonly perSecond: number
  readonly options?: Partial<ConsumerOptions>
}

/** See the head of the file. */
export class NumberedGroup implements AsyncDisposable {
  /** What the group has committed, as a client of its own sees it. */
  readonly committed: CommittedOffsets
  readonly epochMs = Date.now()
  readonly #world: SoakWorld
  readonly #options: NumberedGroupOptions
  readonly #folder: string
  readonly #members: Member[] = []

  private constructor(world: SoakWorld, options: NumberedGroupOptions, folder: string) {
    this.#world = world
    this.#options = options
    this.#folder = folder
    const { topic, partitions } = options
    this.committed = new CommittedOffsets(world.cluster.bootstrapServers, groupOf(topic), topic, partitions)
  }

  static async make(world: SoakWorld, options: NumberedGroupOptions): Promise<NumberedGroup> {
    return new NumberedGroup(world, options, await mkdtemp(join(tmpdir(), 'odradek-soak-')))
  }

  /** Another member joins. */
  async add(): Promise<void> {
    const file = join(this.#folder, `member-${this.#members.length}`)
    const { topic, perSecond, options = {} } = this.#options
    const child = await startProgram('numbered-consumer', {
      options: {
        bootstrapServers: this.#world.cluster.bootstrapServers,
        groupId: groupOf(topic),
        topics: topic,
        autoOffsetReset: 'earliest',
        ...options,
      },
      perSecond,
      file,
      epochMs: this.epochMs,
    })
    const member: Member = { child, file, last: undefined, isKilled: false }
    this.#members.push(member)
    child.on('message', (message: NumberedConsumerMessage) => (member.last = message))
  }

  /** `kill -9` for the member that owns the most. */
  kill(): void {
    const [victim] = this.#alive().sort((a, b) => (b.last?.assigned ?? 0) - (a.last?.assigned ?? 0))
    if (victim === undefined) throw new Error('no member is left to be killed')
    victim.isKilled = true
    victim.child.kill('SIGKILL')
  }

  get peakRssMiB(): number {
    return Math.max(...this.#members.map(({ last }) => last?.peakRssMiB ?? 0))
  }

  /** The errors that ended a member's loop. */
  get errors(): string[] {
    return this.#members.flatMap(({ last }) => last?.error ?? [])
  }

  /** Waits until so many deliveries were written down. Rejects where nothing comes for long. */
  async until(isEnough: (deliveries: number) => boolean | Promise<boolean>): Promise<void> {
    let [before, sinceMs] = [-1, Date.now()]
    for (;;) {
      const deliveries = await this.#deliveries()
      if (deliveries !== before) [before, sinceMs] = [deliveries, Date.now()]
      this.#world.progress(`${deliveries.toLocaleString('en-US')} deliveries, ${this.peakRssMiB} MiB`)
      if (await isEnough(deliveries)) return
      if (Date.now() - sinceMs > STUCK_AFTER_MS)
        throw new Error(`nothing was delivered for ${STUCK_AFTER_MS / 1000} s, after ${deliveries} deliveries`)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  /** Waits until each of so many records was handled. */
  async untilAllHandled(records: number): Promise<void> {
    let lookAgainAtMs = 0
    await this.until(async (deliveries) => {
      // What is read from the files is all there is: looked at now and then, once there may be enough.
      if (deliveries < records || Date.now() < lookAgainAtMs) return false
      lookAgainAtMs = Date.now() + 1000
      return new Set((await this.entries()).map(({ number }) => number)).size === records
    })
  }

  /** All that was handled, in the order of time. */
  async entries(): Promise<HandledEntry[]> {
    const parts = await Promise.all(
      this.#members.map(async ({ file, last }, member) => {
        // A member that has just been started has no file yet.
        const bytes = await readFile(file).catch((error: unknown) => {
          if ((last?.handled ?? 0) > 0) throw error
          return Buffer.alloc(0)
        })
        return readEntries(bytes, member)
      }),
    )
    return parts.flat().sort((a, b) => a.atMs - b.atMs)
  }

  /** Has all members close, and waits for it. */
  async close(): Promise<void> {
    const closing = this.#alive().map(
      ({ child }) =>
        new Promise<void>((resolve) => {
          child.once('exit', () => resolve())
          if (child.exitCode !== null || !child.connected) resolve()
          else child.send('close')
        }),
    )
    await Promise.all(closing)
    await this.committed.stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { child } of this.#alive()) child.kill('SIGKILL')
    await this.committed.stop()
    // What a member has seen helps whoever looks for the reason of a failure.
    if (process.env['SOAK_KEEP'] === undefined) await rm(this.#folder, { recursive: true, force: true })
    else this.#world.note(`what the members wrote is in ${this.#folder}`)
  }

  #alive(): Member[] {
    return this.#members.filter(({ isKilled, child }) => !isKilled && child.exitCode === null)
  }

  async #deliveries(): Promise<number> {
    const sizes = await Promise.all(
      this.#members.map(({ file }) =>
        stat(file).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    )
    return Math.floor(sizes.reduce((sum, size) => sum + size, 0) / ENTRY_SIZE)
  }
}

function groupOf(topic: string): string {
  return `${topic}-readers`
}
