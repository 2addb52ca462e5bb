import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

import { NumberedRun } from '../numbered-run.ts'
import type { CopierSettings } from '../programs/copier.ts'
import { readTopic } from '../read-topic.ts'
import type { Scenario, SoakWorld } from '../scenario.ts'
import { startProgram } from '../start-program.ts'
import { createTopic } from '../topic-access.ts'

const FROM = 'soak-from'
const TO = 'soak-to'
const GROUP = 'soak-pipeline'
const KILLS = 20
const INSTANCES = 2
/** Longest time from the first batch of an instance to its end, in milliseconds. */
const KILL_WITHIN_MS = 1000
/** Of the kills, those that may come before its first batch: while it starts, joins its group, or ends what the run before left open. */
const EARLY_KILLS = 0.25
const GIVE_UP_AFTER_MS = 180_000

/** One instance of the pipeline, which is started again whenever it ends. */
class Instance {
  deaths = 0
  readonly #world: SoakWorld
  readonly #id: string
  #child: ChildProcess | undefined
  #onBatch: (() => void) | undefined
  #isStopped = false

  constructor(world: SoakWorld, id: string) {
    this.#world = world
    this.#id = id
  }

  async start(): Promise<void> {
    const { bootstrapServers } = this.#world.cluster
    const settings: CopierSettings = {
      consumer: {
        bootstrapServers,
        groupId: GROUP,
        topics: [FROM],
        autoOffsetReset: 'earliest',
        enableAutoCommit: false,
        maxPollRecords: 100,
        sessionTimeoutMs: 6000,
        heartbeatIntervalMs: 500,
        groupInstanceId: this.#id,
      },
      producer: { bootstrapServers, transactionalId: this.#id },
      to: TO,
      maxPauseMs: 20,
    }
    const child = await startProgram('copier', settings)
    this.#child = child
    child.on('message', () => this.#onBatch?.())
    child.once('exit', () => {
      this.deaths++
      if (!this.#isStopped) void this.start()
    })
  }

  /** Resolves when it begins another batch. */
  untilBatch(): Promise<void> {
    return new Promise((resolve) => (this.#onBatch = resolve))
  }

  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  stop(): void {
    this.#isStopped = true
    this.kill()
  }
}

/** How often each of the numbers 0 to `records` - 1 is there. */
function countNumbers(numbers: Iterable<number>, records: number): { missing: number; doubled: number } {
  const seen = new Uint8Array(records)
  let doubled = 0
  for (const n of numbers) {
    if (seen[n] === 1) doubled++
    seen[n] = 1
  }
  return { missing: seen.filter((times) => times === 0).length, doubled }
}

async function copyWhileKilling(world: SoakWorld, instances: readonly Instance[]): Promise<void> {
  const { random, records, note, cluster } = world
  const run = await NumberedRun.start(world, {
    options: { bootstrapServers: cluster.bootstrapServers },
    topic: FROM,
    records,
    // Until about the last kill.
    perSecond: Math.ceil(records / ((KILLS * KILL_WITHIN_MS) / 1000)),
    maxUnsettled: records,
    recordsPerCall: 100,
  })
  const filled = run.end()
  filled.catch(() => undefined)
  for (const instance of instances) await instance.start()
  for (let kill = 0; kill < KILLS; kill++) {
    const index = Math.floor(random() * instances.length)
    // One that had nothing to do would never begin.
    if (random() >= EARLY_KILLS) await Promise.race([instances[index]!.untilBatch(), pause(2000)])
    await pause(random() * KILL_WITHIN_MS)
    instances[index]!.kill()
    note(`instance ${index + 1} of the pipeline is killed (${kill + 1})`)
  }
  const { failed } = await filled
  if (failed > 0) throw new Error(`${failed} records could not be written to ${FROM}`)
}

/** Waits until as many records are committed as there are; what is there then. */
async function committedNumbers({ cluster, records, progress }: SoakWorld): Promise<number[]> {
  const giveUpAtMs = Date.now() + GIVE_UP_AFTER_MS
  for (;;) {
    const { numbers } = await readTopic(cluster.bootstrapServers, TO, true)
    const all = numbers.flat()
    if (all.length >= records || Date.now() > giveUpAtMs) return all
    progress(`${all.length.toLocaleString('en-US')} records are copied`)
    await pause(1000)
  }
}

/** See its summary. */
export const exactlyOnce: Scenario = {
  name: 'exactly-once',
  client: 'transactions',
  summary: `Two instances of a pipeline (consumeTransformProduce) copy a topic to another; one of them is killed with \`kill -9\` ${KILLS} times, at random points. A read_committed reader (kcat, and Kafka's console consumer) sees each record once.`,
  records: 30_000,
  async run(world) {
    const { cluster, records } = world
    const { bootstrapServers } = cluster
    await createTopic(bootstrapServers, FROM, 4)
    await createTopic(bootstrapServers, TO, 4)
    const instances = Array.from({ length: INSTANCES }, (_, i) => new Instance(world, `copier-${i + 1}`))
    try {
      await copyWhileKilling(world, instances)
      const killedMs = Date.now()
      const byKcat = countNumbers(await committedNumbers(world), records)
      const failures: string[] = []
      const note = (reader: string, { missing, doubled }: { missing: number; doubled: number }) => {
        if (missing + doubled > 0) failures.push(`${reader} misses ${missing} records and sees ${doubled} twice`)
      }
      note('kcat', byKcat)
      const figures: Record<string, number | string> = {
        kills: KILLS,
        'all copied after (s)': Math.round((Date.now() - killedMs) / 1000),
        missing: byKcat.missing,
        duplicated: byKcat.doubled,
      }
      const args = ['--topic', TO, '--from-beginning', '--timeout-ms', '8000']
      const isolation = ['--command-property', 'isolation.level=read_committed']
      const lines = (await cluster.runTool('console-consumer', [...args, ...isolation])).trimEnd().split('\n')
      const byJava = countNumbers(
        lines.map((line) => Number.parseInt(line, 10)),
        records,
      )
      note("Kafka's console consumer", byJava)
      figures['missing (Java)'] = byJava.missing
      figures['duplicated (Java)'] = byJava.doubled
      const restarts = instances.reduce((sum, { deaths }) => sum + deaths, 0)
      if (restarts > KILLS) failures.push(`${restarts - KILLS} times an instance ended that nobody had killed`)
      return { figures, failures }
    } finally {
      for (const instance of instances) instance.stop()
    }
  },
}
