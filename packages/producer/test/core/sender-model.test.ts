// The cores against a model of partition logs, through thousands of seeded steps of everything that can go wrong between them.
import { AuthenticationError, ConnectionError, ErrorCode, TimeoutError } from '@odradek/protocol'
import { seededRandom } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { produceErrorTable } from '../../src/core/produce-error-table.ts'
import { type ModelAppend, ModelLog } from '../model-log.ts'
import { SenderHarness, type SentPart } from '../sender-harness.ts'

const PARTITIONS = 4
/** Every code that is tried again, by the table; a batch that is refused so was not written. */
const PASSING = [...produceErrorTable].filter(([, action]) => /retry$/.test(action)).map(([code]) => code)
/** Every code that fails a batch, and no other. */
const FINAL = [...produceErrorTable].filter(([, action]) => action === 'fail').map(([code]) => code)

class Model {
  readonly harness: SenderHarness
  readonly random: () => number
  readonly logs = Array.from({ length: PARTITIONS }, () => new ModelLog())
  /** Requests that were given up and are still on their way: their broker may take them later. */
  readonly #strays: { part: SentPart; nodeId: number }[] = []
  readonly #idempotent: boolean
  /** The partition that each record was sent to. */
  readonly sent: number[] = []
  readonly leaders: number[] = [1, 2, 3, 1]
  leaderEpoch = 0
  flushesOpen = 0
  #flushes: { upTo: number }[] = []
  readonly #t: ExecutionContext

  constructor(t: ExecutionContext, seed: number, idempotent: boolean) {
    this.#t = t
    this.#idempotent = idempotent
    this.random = seededRandom(seed)
    this.harness = new SenderHarness({
      seed,
      idempotent,
      lingerMs: seed % 3 === 0 ? 0 : 20,
      batchSize: seed % 2 === 0 ? 200 : 2000,
      batchSizeWhenBusy: seed % 8 < 4 ? 600 : 0,
      bufferMemory: seed % 5 === 0 ? 1500 : 50_000,
      maxRequestSize: 700,
      retries: seed % 7 === 0 ? 2 : 2_147_483_647,
      deliveryTimeoutMs: seed % 4 === 0 ? 3000 : 120_000,
      maxBlockMs: 5000,
      compressionType: seed % 6 === 0 ? 'gzip' : 'none',
    })
  }

  pick(count: number): number {
    return Math.floor(this.random() * count)
  }

  step(): void {
    const choice = this.random()
    if (choice < 0.45) this.send()
    else if (choice < 0.6) this.harness.poll()
    else if (choice < 0.8) this.answer(this.random() < 0.6)
    else if (choice < 0.88) this.harness.advance(this.pick(300))
    else if (choice < 0.91) this.moveLeader()
    else if (choice < 0.94) this.tellMetadata()
    else if (choice < 0.96) this.flush()
    else if (choice < 0.97) this.arrive()
    else if (choice < 0.985) this.harness.busy.add(1 + this.pick(3))
    else this.harness.busy.clear()
    const { memory } = this.harness.accumulator
    if (memory.usedBytes > memory.limitBytes) this.#t.fail(`${memory.usedBytes} bytes are taken`)
  }

  send(): void {
    const partition = this.pick(PARTITIONS)
    const tag = this.sent.length
    this.sent.push(partition)
    this.harness.send('t', `${tag} `.padEnd(this.pick(150)), { partition })
  }

  flush(): void {
    const flush = { upTo: this.sent.length }
    this.flushesOpen++
    this.#flushes.push(flush)
    this.harness.accumulator.flushes.begin(() => {
      this.flushesOpen--
      for (let tag = 0; tag < flush.upTo; tag++) {
        if (!this.harness.outcomes.has(tag)) this.#t.fail(`a flush is over while record ${tag} is open`)
      }
    })
  }

  moveLeader(): void {
    this.leaders[this.pick(PARTITIONS)] = this.random() < 0.1 ? -1 : 1 + this.pick(3)
    this.leaderEpoch++
  }

  tellMetadata(): void {
    if (this.random() < 0.03) this.harness.setMetadata({ t: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION })
    else this.harness.setMetadata({ t: this.leaders }, this.leaderEpoch)
  }

  /** Answers an open request, or loses it before or after the broker wrote it. */
  answer(isHealthy: boolean): void {
    const { harness } = this
    if (harness.requests.length === 0) return
    const index = this.pick(harness.requests.length)
    const destination = harness.requests[index]!.destination as { nodeId: number }
    const choice = isHealthy ? 1 : this.random()
    if (choice < 0.5) {
      const errors = [
        new ConnectionError('lost'),
        new TimeoutError('late'),
        new AuthenticationError('password changed'),
      ]
      for (const part of harness.parts(index)) {
        if (choice < 0.25) this.write(part, destination.nodeId)
        // Without numbers a stray would be written behind what came after it: nothing that a producer could do about it.
        else if (choice < 0.35 && this.#idempotent) this.#strays.push({ part, nodeId: destination.nodeId })
      }
      harness.fail(errors[choice < 0.01 ? 2 : this.pick(2)]!, index)
      return
    }
    harness.answer(
      (part) => {
        if (this.leaders[part.partition] !== destination.nodeId) return { errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER }
        if (!isHealthy && this.random() < 0.5) return { errorCode: PASSING[this.pick(PASSING.length)]! }
        if (!isHealthy && this.random() < 0.05) return { errorCode: FINAL[this.pick(FINAL.length)]! }
        if (!isHealthy && this.random() < 0.05) return undefined
        if (part.values.length > 1 && this.random() < 0.05) return { errorCode: this.#tooLarge() }
        return this.write(part, destination.nodeId)
      },
      { index, version: 3 + this.pick(11) },
    )
  }

  write({ partition, bytes }: SentPart, nodeId: number): ModelAppend {
    if (this.leaders[partition] !== nodeId) return { errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER, baseOffset: -1n }
    return this.logs[partition]!.append(bytes)
  }

  #tooLarge(): number {
    return this.random() < 0.5 ? ErrorCode.MESSAGE_TOO_LARGE : ErrorCode.RECORD_LIST_TOO_LARGE
  }

  /** A request that was given up arrives after all. */
  arrive(): void {
    const [stray] = this.#strays.splice(this.pick(this.#strays.length), 1)
    if (stray !== undefined) this.write(stray.part, stray.nodeId)
  }

  /** Heals everything and runs until all has settled. */
  heal(): void {
    const { harness } = this
    harness.busy.clear()
    for (let partition = 0; partition < PARTITIONS; partition++) this.leaders[partition] = 1 + (partition % 3)
    this.leaderEpoch++
    harness.setMetadata({ t: this.leaders }, this.leaderEpoch)
    for (let round = 0; harness.outcomes.size < this.sent.length; round++) {
      if (round > 20_000) this.#t.fail(`${this.sent.length - harness.outcomes.size} records never settle`)
      harness.advance(20)
      while (harness.requests.length > 0) this.answer(true)
    }
    harness.poll()
    while (harness.requests.length > 0) this.answer(true)
  }

  check(): { acked: number; failed: number; doubled: number } {
    const { outcomes, accumulator, requests, router } = this.harness
    const counts = { acked: 0, failed: 0, doubled: 0 }
    for (const [tag, partition] of this.sent.entries()) {
      const outcome = outcomes.get(tag)!
      if ('error' in outcome) counts.failed++
      else {
        counts.acked++
        const written = this.logs[partition]!.values[outcome.offset]
        if (outcome.partition !== partition || written === undefined || Number.parseInt(written, 10) !== tag) {
          this.#t.fail(`record ${tag} is not where it was acknowledged: ${partition} ${outcome.offset}`)
        }
      }
    }
    for (const log of this.logs) {
      const seen = new Set<number>()
      let last = -1
      for (const tag of log.values.map((value) => Number.parseInt(value, 10))) {
        if (seen.has(tag)) counts.doubled++
        else if (tag < last) this.#t.fail(`record ${tag} was overtaken by ${last}`)
        else last = tag
        seen.add(tag)
      }
    }
    this.#t.deepEqual(
      [accumulator.memory.usedBytes, requests.length, router.waitingCount, this.flushesOpen],
      [0, 0, 0, 0],
    )
    return counts
  }
}

for (const idempotent of [false, true]) {
  const promise = idempotent ? 'none is doubled, ' : ''
  test(`no acknowledged record is lost, ${promise}none overtakes another in its partition, each settles once, memory stays within its bound${idempotent ? ': with numbers' : ''}`, (t) => {
    const total = { acked: 0, failed: 0, doubled: 0 }
    for (let seed = 1; seed <= 60; seed++) {
      const model = new Model(t, seed, idempotent)
      for (let step = 0; step < 1500; step++) model.step()
      model.heal()
      const { acked, failed, doubled } = model.check()
      if (idempotent && doubled > 0) t.fail(`${doubled} records are doubled with seed ${seed}`)
      total.acked += acked
      total.failed += failed
      total.doubled += doubled
    }
    t.log(total)
    // A run in which nothing was lost after being written, or given up, would prove little.
    t.true(total.acked > 10_000 && total.failed > 100 && (idempotent || total.doubled > 100))
  })
}
