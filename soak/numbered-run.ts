// One run of the numbered producer, as scenarios see it: how far it is, and in the end what became of each record.
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { NumberedProducerMessage, NumberedProducerSettings } from './programs/numbered-producer.ts'
import type { RecordOutcomes } from './record-ledger.ts'
import type { SoakWorld } from './scenario.ts'
import { startProgram } from './start-program.ts'

export type NumberedRunSettings = Omit<NumberedProducerSettings, 'file'>

/** After this long without anything that settles, sends count as lost in the producer: twice deliveryTimeoutMs. */
const STUCK_AFTER_MS = 240_000

/** What a run came to. */
export interface NumberedRunEnd extends NumberedProducerMessage {
  readonly outcomes: RecordOutcomes
}

/** See the head of the file. */
export class NumberedRun {
  /** What was heard last. */
  last: NumberedProducerMessage | undefined
  readonly #child: ChildProcess
  readonly #folder: Promise<string>
  readonly #ended: Promise<void>
  #settledAtMs = Date.now()

  private constructor(world: SoakWorld, child: ChildProcess, folder: string) {
    this.#child = child
    this.#folder = Promise.resolve(folder)
    this.#ended = new Promise((resolve, reject) => {
      child.on('message', (message: NumberedProducerMessage) => {
        const before = (this.last?.acked ?? 0) + (this.last?.failed ?? 0)
        if (message.acked + message.failed > before) this.#settledAtMs = Date.now()
        this.last = message
        const { sent, acked, failed, peakRssMiB } = message
        world.progress(
          `${sent.toLocaleString('en-US')} sent, ${acked.toLocaleString('en-US')} acknowledged, ${failed} failed, ${peakRssMiB} MiB`,
        )
        if (message.type === 'done') resolve()
        else if (Date.now() - this.#settledAtMs > STUCK_AFTER_MS) {
          reject(new Error(`${sent - acked - failed} sends never settle`))
          child.kill('SIGKILL')
        }
      })
      child.once('exit', (code, signal) => reject(new Error(`the producer's process ended early: ${signal ?? code}`)))
    })
    this.#ended.catch(() => undefined)
  }

  static async start(world: SoakWorld, settings: NumberedRunSettings): Promise<NumberedRun> {
    const folder = await mkdtemp(join(tmpdir(), 'odradek-soak-'))
    const child = await startProgram('numbered-producer', { ...settings, file: join(folder, 'outcomes') })
    return new NumberedRun(world, child, folder)
  }

  /** Whether every send has settled. */
  get isDone(): boolean {
    return this.last?.type === 'done'
  }

  /** Resolves when the condition holds, or the run is over. */
  until(condition: (message: NumberedProducerMessage) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: NumberedProducerMessage) => {
        if (message.type !== 'done' && !condition(message)) return
        this.#child.off('message', onMessage)
        resolve()
      }
      this.#child.on('message', onMessage)
      this.#ended.then(resolve, reject)
    })
  }

  /** Waits until every send has settled. Rejects where that does not come, or the process ends before. */
  async end(): Promise<NumberedRunEnd> {
    const folder = await this.#folder
    try {
      await this.#ended
      const [partitions, offsets] = await Promise.all(
        ['outcomes', 'outcomes.offsets'].map((name) => readFile(join(folder, name))),
      )
      const copy = (bytes: Buffer) => new Uint8Array(bytes).buffer
      const outcomes = { partitions: new Int8Array(copy(partitions!)), offsets: new Int32Array(copy(offsets!)) }
      return { ...this.last!, outcomes }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
