import type { ClusterMetadata } from '@odradek/network/internal'

/** Where the cores read the cluster's metadata and ask for more. network's MetadataManager is one. */
export interface MetadataSource {
  readonly current: ClusterMetadata
  /** Wants these topics too from now on. */
  addTopics(topics: Iterable<string>, nowMs: number): void
  /** Something shows that what is known is out of date. */
  requestUpdate(nowMs: number): void
}

/**
 * Passes requests for metadata on, once for each picture of the cluster: cores ask whenever they miss something, which is at every poll.
 * The metadata core comes first in the loop, so `onWanted` has to make the loop run again.
 */
export class MetadataRequests implements MetadataSource {
  readonly #metadata: MetadataSource
  readonly #onWanted: () => void
  #askedAtVersion = -1

  constructor(metadata: MetadataSource, onWanted: () => void) {
    this.#metadata = metadata
    this.#onWanted = onWanted
  }

  get current(): ClusterMetadata {
    return this.#metadata.current
  }

  addTopics(topics: Iterable<string>, nowMs: number): void {
    this.#metadata.addTopics(topics, nowMs)
    this.#onWanted()
  }

  requestUpdate(nowMs: number): void {
    if (this.#askedAtVersion === this.#metadata.current.version) return
    this.#askedAtVersion = this.#metadata.current.version
    this.#metadata.requestUpdate(nowMs)
    this.#onWanted()
  }
}
