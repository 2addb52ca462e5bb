/** A feature of the cluster got another level. */
export interface FeatureLevelChanged {
  readonly type: 'feature-level-changed'
  readonly name: string
  /** 0: the feature is off. */
  readonly level: number
  /** The store's epoch after it. Default: one more than before. */
  readonly epoch?: bigint
}

/** A feature that brokers know, with the levels they speak and the one of a new cluster (KIP-584, KIP-1022). */
export interface SupportedFeature {
  readonly name: string
  readonly minLevel: number
  readonly maxLevel: number
  readonly startLevel: number
}

/** The levels of a cluster's features. */
export class FeatureStore {
  readonly supported: readonly SupportedFeature[]
  readonly #levels: Map<string, number>
  /** Grows with each change, as the offset of the cluster's metadata does. */
  epoch = 1n

  constructor(supported: readonly SupportedFeature[]) {
    this.supported = supported
    this.#levels = new Map(supported.map(({ name, startLevel }) => [name, startLevel]))
  }

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
