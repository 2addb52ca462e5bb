import type { SoakCluster } from './clusters/soak-cluster.ts'

/** What a scenario is given. */
export interface SoakWorld {
  readonly cluster: SoakCluster
  /** How many records to go through. */
  readonly records: number
  /** Seeded numbers in [0, 1). */
  readonly random: () => number
  /** Says how far it is: one short line, as often as it likes. */
  readonly progress: (line: string) => void
  /** Says something that stays on the screen, such as that a node was killed. */
  readonly note: (line: string) => void
}

/** What came out: the figures are the columns of the table. */
export interface SoakOutcome {
  readonly figures: Readonly<Record<string, number | string>>
  /** What was promised and not kept, a sentence each; none: passed. */
  readonly failures: readonly string[]
}

/** One way of making life hard for a client. */
export interface Scenario {
  readonly name: string
  readonly client: 'producer' | 'transactions' | 'consumer'
  /** One sentence: what happens, and what must hold. */
  readonly summary: string
  /** How many records without `--records`. */
  readonly records: number
  run(world: SoakWorld): Promise<SoakOutcome>
}

/** A scenario that was run. */
export interface SoakResult extends SoakOutcome {
  readonly scenario: string
  readonly client: Scenario['client']
  readonly summary: string
  /** What it ran against, such as `Apache Kafka 4.3.1, 3 nodes`. */
  readonly cluster: string
  readonly records: number
  readonly seconds: number
  readonly passed: boolean
  /** The day, as 2026-01-31. */
  readonly date: string
}
