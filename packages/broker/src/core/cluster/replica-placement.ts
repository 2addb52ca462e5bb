// Where the replicas of new partitions go (Kafka's StripedReplicaPlacer): over all brokers and racks in turn, and brokers that do not
// serve come last and never lead.
import type { BrokerRegistration } from './broker-registrations.ts'
import type { ClusterState } from './cluster-state.ts'

/** Hands out the brokers of a list in turn; each epoch begins one broker later. */
class BrokerCycle {
  readonly #brokers: number[]
  #epoch = 0
  #index = 0
  #offset: number

  constructor(brokers: number[], random: () => number) {
    this.#brokers = brokers
    this.#offset = Math.floor(random() * brokers.length)
  }

  /** The next broker of this epoch; undefined where all have had their turn. */
  next(epoch: number): number | undefined {
    const count = this.#brokers.length
    if (count === 0) return undefined
    if (this.#epoch !== epoch) {
      this.#epoch = epoch
      this.#index = 0
      this.#offset = (this.#offset + 1) % count
    }
    return this.#index < count ? this.#brokers[(this.#index++ + this.#offset) % count] : undefined
  }

  shuffle(random: () => number): void {
    shuffle(this.#brokers, random)
  }
}

interface Rack {
  readonly unfenced: BrokerCycle
  readonly fenced: BrokerCycle
}

/** Places partitions one after the other. */
class Placement {
  readonly #random: () => number
  readonly #racks: Rack[]
  readonly #unfencedCount: number
  #epoch = 0
  #offset: number

  constructor(brokers: readonly BrokerRegistration[], random: () => number) {
    this.#random = random
    const names = [...new Set(brokers.map((broker) => broker.rack ?? ''))].sort()
    this.#racks = names.map((name) => {
      const inRack = brokers.filter((broker) => (broker.rack ?? '') === name)
      const idsOf = (fenced: boolean) =>
        inRack.filter((broker) => broker.fenced === fenced).map(({ brokerId }) => brokerId)
      return { fenced: new BrokerCycle(idsOf(true), random), unfenced: new BrokerCycle(idsOf(false), random) }
    })
    this.#unfencedCount = brokers.filter((broker) => !broker.fenced).length
    this.#offset = Math.floor(random() * this.#racks.length)
  }

  /** The replicas of the next partition; the first one is unfenced. */
  next(replicationFactor: number): number[] {
    if (this.#epoch === this.#unfencedCount && this.#unfencedCount > 1) this.#shuffle()
    const count = this.#racks.length
    this.#offset %= count
    let firstRack = this.#offset
    let leader = this.#racks[firstRack]!.unfenced.next(this.#epoch)
    while (leader === undefined) {
      firstRack = (firstRack + 1) % count
      leader = this.#racks[firstRack]!.unfenced.next(this.#epoch)
    }
    const replicas = [leader]
    let isFirstRackDue = true
    for (let rack = this.#offset; replicas.length < replicationFactor; rack = (rack + 1) % count) {
      // The rack of the leader has had its turn in the first round.
      if (isFirstRackDue && rack === firstRack) {
        isFirstRackDue = false
        continue
      }
      const { unfenced, fenced } = this.#racks[rack]!
      const replica = unfenced.next(this.#epoch) ?? fenced.next(this.#epoch)
      if (replica !== undefined) replicas.push(replica)
    }
    this.#epoch++
    this.#offset++
    return replicas
  }

  #shuffle(): void {
    shuffle(this.#racks, this.#random)
    for (const { fenced, unfenced } of this.#racks) {
      fenced.shuffle(this.#random)
      unfenced.shuffle(this.#random)
    }
    this.#epoch = 0
  }
}

/** The replicas of `count` new partitions, or in Kafka's words why they cannot be placed. */
export function placeReplicas(cluster: ClusterState, count: number, replicationFactor: number): number[][] | string {
  const brokers = cluster.brokers.all()
  if (!brokers.some((broker) => !broker.fenced)) return 'All brokers are currently fenced.'
  if (replicationFactor > brokers.length) {
    return `The target replication factor of ${replicationFactor} cannot be reached because only ${brokers.length} broker(s) are registered or some brokers have all their log directories cordoned.`
  }
  const placement = new Placement(brokers, cluster.random)
  return Array.from({ length: count }, () => placement.next(replicationFactor))
}

/** Says, in Kafka's words, what is wrong with the replicas that a client gave for a partition; undefined where nothing is. */
export function assignmentFault(
  { brokers }: ClusterState,
  replicas: readonly number[],
  replicationFactor = replicas.length,
): string | undefined {
  const includes = 'The manual partition assignment includes'
  if (replicas.length === 0) return `${includes} an empty replica list.`
  const sorted = [...replicas].sort((one, other) => one - other)
  for (const [index, id] of sorted.entries()) {
    if (!brokers.has(id)) return `${includes} broker ${id}, but no such broker is registered.`
    if (index > 0 && sorted[index - 1] === id) return `${includes} the broker ${id} more than once.`
  }
  if (replicas.length === replicationFactor) return undefined
  return `${includes} a partition with ${replicas.length} replica(s), but this is not consistent with previous partitions, which have ${replicationFactor} replica(s).`
}

function shuffle(items: unknown[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[items[last], items[other]] = [items[other], items[last]]
  }
}
