// `uniform` where members subscribe to different topics: keeps what members have, gives what is free to the least loaded, then moves
// partitions from the most to the least loaded subscribers, topic by topic. Follows Kafka's UniformHeterogeneousAssignmentBuilder.
import { addPartition, removePartition } from '../topic-partitions.ts'
import { MemberBalancer } from './member-balancer.ts'
import type { AssignorInput, AssignorMember, GroupAssignment } from './server-assignor.ts'

/** Kafka's limit: a bound on time, not on quality, which is reached after a few rounds. */
const MAX_ROUNDS = 16
const NOBODY = -1

class Heterogeneous {
  readonly #members: readonly AssignorMember[]
  readonly #subscribers = new Map<string, number[]>()
  readonly #assignments: Map<string, Set<number>>[]
  readonly #sizes: number[]
  readonly #owners = new Map<string, number[]>()

  constructor({ members, partitionCounts }: AssignorInput) {
    this.#members = members
    this.#assignments = members.map(() => new Map())
    this.#sizes = members.map(() => 0)
    members.forEach(({ topicIds }, index) => {
      for (const topicId of topicIds) {
        const subscribers = this.#subscribers.get(topicId)
        if (subscribers !== undefined) subscribers.push(index)
        else this.#subscribers.set(topicId, [index])
      }
    })
    for (const topicId of this.#subscribers.keys()) {
      this.#owners.set(topicId, new Array<number>(partitionCounts.get(topicId)!).fill(NOBODY))
    }
  }

  assign(): GroupAssignment {
    this.#keep()
    this.#assignFree()
    this.#balance()
    return new Map(this.#members.map(({ memberId }, index) => [memberId, this.#assignments[index]!]))
  }

  #keep(): void {
    this.#members.forEach(({ topicIds, assignment }, index) => {
      for (const [topicId, partitions] of assignment) {
        if (!topicIds.has(topicId)) continue
        for (const partition of partitions) {
          if (this.#owners.get(topicId)![partition] === NOBODY) this.#give(topicId, partition, index)
        }
      }
    })
  }

  #assignFree(): void {
    const balancer = new MemberBalancer(this.#sizes)
    for (const topicId of this.#sorted([...this.#owners.keys()])) {
      const owners = this.#owners.get(topicId)!
      if (!owners.includes(NOBODY)) continue
      balancer.initialize(this.#subscribers.get(topicId)!)
      for (let partition = 0; partition < owners.length; partition++) {
        if (owners[partition] === NOBODY) this.#give(topicId, partition, balancer.nextLeastLoaded())
      }
    }
  }

  #balance(): void {
    const topicIds = this.#sorted([...this.#owners.keys()].filter((id) => this.#subscribers.get(id)!.length >= 2))
    let lastChanged = -1
    for (let round = 0; round < MAX_ROUNDS; round++) {
      for (let index = 0; index < topicIds.length; index++) {
        // All topics were looked at since the last change: there is nothing more to move.
        if (index === lastChanged) return
        if (this.#balanceTopic(topicIds[index]!) > 0 || lastChanged === -1) lastChanged = index
      }
    }
  }

  /** Evens out one topic; gives back how many of its partitions have moved. */
  #balanceTopic(topicId: string): number {
    const balancer = new MemberBalancer(this.#sizes)
    if (balancer.initialize(this.#subscribers.get(topicId)!) <= 1) return 0
    const owned = new Map<number, number[]>()
    this.#owners.get(topicId)!.forEach((owner, partition) => {
      const partitions = owned.get(owner)
      if (partitions !== undefined) partitions.push(partition)
      else owned.set(owner, [partition])
    })
    let moved = 0
    while (!balancer.isBalanced) {
      const from = mostLoadedOwner(balancer, owned)
      if (from === undefined) break
      const partition = owned.get(from)!.pop()!
      const to = balancer.nextLeastLoaded()
      if (balancer.isBalanced) break
      this.#take(topicId, partition, from)
      this.#give(topicId, partition, to)
      moved++
    }
    return moved
  }

  #give(topicId: string, partition: number, member: number): void {
    addPartition(this.#assignments[member]!, topicId, partition)
    this.#owners.get(topicId)![partition] = member
    this.#sizes[member]!++
  }

  #take(topicId: string, partition: number, member: number): void {
    removePartition(this.#assignments[member]!, topicId, partition)
    this.#owners.get(topicId)![partition] = NOBODY
    this.#sizes[member]!--
  }

  /** Topics with many partitions for each subscriber first, then those with few subscribers, then by id. */
  #sorted(topicIds: string[]): string[] {
    const load = (id: string) => this.#owners.get(id)!.length / this.#subscribers.get(id)!.length
    return topicIds.sort(
      (left, right) =>
        load(right) - load(left) ||
        this.#subscribers.get(left)!.length - this.#subscribers.get(right)!.length ||
        (left < right ? -1 : 1),
    )
  }
}

function mostLoadedOwner(balancer: MemberBalancer, owned: ReadonlyMap<number, number[]>): number | undefined {
  for (;;) {
    const member = balancer.nextMostLoaded()
    if (member === undefined || (owned.get(member)?.length ?? 0) > 0) return member
    balancer.excludeMostLoaded()
  }
}

/** Assigns partitions to members whose subscriptions differ. */
export function assignHeterogeneous(input: AssignorInput): GroupAssignment {
  return new Heterogeneous(input).assign()
}
