// Brokers are killed, restarted, slowed down and deposed at random while producers write: nothing that was acknowledged is ever lost.
import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { ClusterWorld } from './cluster-world.ts'

const SEEDS = 25
const STEPS = 60
const IDS = [1, 2, 3]

/** One run; gives what was acknowledged, and what is there in the end. */
class Run {
  readonly acknowledged: string[] = []
  readonly #random: () => number
  readonly #world: ClusterWorld
  readonly #acks: number
  #count = 0

  constructor(world: ClusterWorld, seed: number, acks: number) {
    this.#world = world
    this.#acks = acks
    this.#random = seededRandom(seed)
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)]!
  }

  #isRunning(id: number): boolean {
    return this.#world.broker.brokers.find((broker) => broker.id === id)!.isRunning
  }

  #produce(): void {
    const { leader } = this.#world
    if (leader < 0 || !this.#isRunning(leader)) return
    const value = `v${this.#count++}`
    const timeoutMs = this.#pick([100, 1000, 60_000])
    void this.#world.produce(leader, [value], this.#acks, timeoutMs).then(
      ({ errorCode }) => {
        if (errorCode === 0) this.acknowledged.push(value)
      },
      // Whoever is cut off knows nothing.
      () => {},
    )
  }

  async step(): Promise<void> {
    const { broker, clock, isr } = this.#world
    const dice = this.#random()
    const id = this.#pick(IDS)
    if (dice < 0.5) this.#produce()
    else if (dice < 0.6) {
      const others = isr.filter((other) => other !== id && this.#isRunning(other))
      if (others.length > 0) await (this.#random() < 0.7 ? broker.kill(id) : broker.stop(id))
    } else if (dice < 0.72) {
      if (!this.#isRunning(id)) await broker.restart(id)
    } else if (dice < 0.78) broker.pauseReplication(id)
    else if (dice < 0.86) broker.resumeReplication(id)
    else if (dice < 0.92) {
      if (isr.includes(id) && this.#isRunning(id)) broker.moveLeader('t', 0, id)
    } else await clock.advance(this.#pick([1, 100, 20_000]))
    await this.#world.settle()
  }

  /** All brokers run, and all replicas are in sync. */
  async heal(): Promise<void> {
    const { broker, clock } = this.#world
    for (const id of IDS) if (!this.#isRunning(id)) await broker.restart(id)
    for (const id of IDS) broker.resumeReplication(id)
    await clock.advance(60_000)
  }
}

async function play(world: ClusterWorld, seed: number, acks: number): Promise<Run> {
  const run = new Run(world, seed, acks)
  for (let step = 0; step < STEPS; step++) await run.step()
  await run.heal()
  return run
}

test('acks=all: what was acknowledged is there, once and in order, on every replica', async (t) => {
  let total = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const world = await ClusterWorld.start(t, { brokerSessionTimeoutMs: seed % 2 === 0 ? 0 : 5000 }, seed)
    const { acknowledged } = await play(world, seed, -1)
    t.deepEqual(world.isr, IDS, `seed ${seed}`)
    const kept = await world.committed()
    t.is(new Set(kept).size, kept.length, `seed ${seed}: no value twice`)
    const missing = acknowledged.filter((value) => !kept.includes(value))
    t.deepEqual(missing, [], `seed ${seed}: nothing is lost`)
    const original = await world.fetch(world.leader)
    for (const id of IDS) t.deepEqual((await world.fetch(id, {}, 11)).records, original.records, `seed ${seed}`)
    total += acknowledged.length
    await world.broker.close()
  }
  t.true(total > SEEDS * 5, `${total} were acknowledged`)
})

test('acks=1: what was acknowledged may be lost, but replicas agree in the end', async (t) => {
  let lost = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const world = await ClusterWorld.start(t, {}, seed)
    const { acknowledged } = await play(world, seed, 1)
    const kept = await world.committed()
    lost += acknowledged.filter((value) => !kept.includes(value)).length
    const original = await world.fetch(world.leader)
    for (const id of IDS) t.deepEqual((await world.fetch(id, {}, 11)).records, original.records, `seed ${seed}`)
    await world.broker.close()
  }
  t.true(lost > 0)
})
