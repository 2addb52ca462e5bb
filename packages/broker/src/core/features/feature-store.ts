/** A feature of the cluster got another level. */
export interface FeatureLevelChanged {
  readonly type: 'feature-level-changed'
  readonly name: string
  /** 0: the feature is off. */
  readonly level: number
  /** The store's epoch after it. Default: one more than before. */
  readonly epoch?: bigint
}

/** A feature that brokers of Kafka 4.3 know, with the levels they speak and the one of a new cluster (KIP-584, KIP-1022). */
export interface SupportedFeature {
  readonly name: string
  readonly minLevel: number
  readonly maxLevel: number
  readonly startLevel: number
}

/** In the order in which Kafka 4.3 names them. */
export const supportedFeatures: readonly SupportedFeature[] = [
  { name: 'group.version', minLevel: 0, maxLevel: 1, startLevel: 1 },
  { name: 'kraft.version', minLevel: 0, maxLevel: 1, startLevel: 0 },
  { name: 'metadata.version', minLevel: 7, maxLevel: 30, startLevel: 30 },
  { name: 'share.version', minLevel: 0, maxLevel: 1, startLevel: 1 },
  { name: 'streams.version', minLevel: 0, maxLevel: 1, startLevel: 1 },
  { name: 'transaction.version', minLevel: 0, maxLevel: 2, startLevel: 2 },
  { name: 'eligible.leader.replicas.version', minLevel: 0, maxLevel: 1, startLevel: 1 },
]

/** The levels of a cluster's features. */
export class FeatureStore {
  readonly #levels = new Map(supportedFeatures.map(({ name, startLevel }) => [name, startLevel]))
  /** Grows with each change, as the offset of the cluster's metadata does. */
  epoch = 1n

  level(name: string): number {
    return this.#levels.get(name) ?? 0
  }

  /** The features that are on. */
  finalized(): [name: string, level: number][] {
    return [...this.#levels].filter(([, level]) => level > 0)
  }

  apply({ name, level, epoch }: FeatureLevelChanged): void {
    this.#levels.set(name, level)
    this.epoch = epoch ?? this.epoch + 1n
  }
}
