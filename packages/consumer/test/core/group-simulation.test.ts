import { FakeClock, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { rangeAssignor } from '../../src/core/group/assignors/range-assignor.ts'
import { cooperativeStickyAssignor } from '../../src/core/group/assignors/sticky-assignor.ts'
import { SimulatedGroup, SimulatedMember } from '../support/simulated-group.ts'

/** Thirty seconds for a session, and as much for a rebalance that a member does not come to. */
const core = {
  sessionTimeoutMs: 10_000,
  heartbeatIntervalMs: 1000,
  maxPollIntervalMs: 20_000,
  autoCommitIntervalMs: 1000,
}

const protocols = { eager: rangeAssignor, cooperative: cooperativeStickyAssignor }

for (let seed = 1; seed <= 40; seed++) {
  const protocol = seed % 2 === 0 ? 'eager' : 'cooperative'
  test(`members come, go, die, dawdle and are cut off, and no promise is broken (${protocol}, seed ${seed})`, async (t) => {
    const random = seededRandom(seed)
    const clock = new FakeClock()
    const group = new SimulatedGroup({
      clock,
      random,
      partitions: someCount(random),
      recordsPerPartition: 60,
      core: { ...core, assignors: [protocols[protocol]] },
    })
    group.failureRate = 0.03
    const members: SimulatedMember[] = []
    let names = 0
    const alive = () => members.filter(({ isGone }) => !isGone)
    const add = () => {
      const member = new SimulatedMember(`consumer-${++names}`, group)
      // Once in a while a handler takes longer than maxPollIntervalMs.
      member.handlerMs = () => (group.chance(0.004) ? group.between(15_000, 30_000) : group.between(1, 150))
      members.push(member)
      member.start()
    }
    add()
    add()
    for (let round = 0; round < 12; round++) {
      await clock.advance(group.between(100, 8000))
      for (const member of alive()) member.isCutOff = group.chance(0.15)
      const count = alive().length
      if (count < 5 && (count === 0 || group.chance(0.4))) add()
      else if (count > 1 && group.chance(0.5)) alive()[group.between(0, count)]!.close(5000)
      else if (count > 1 && group.chance(0.3)) alive()[group.between(0, count)]!.die()
    }
    group.failureRate = 0
    for (const member of members) {
      member.handlerMs = () => 2
      member.isCutOff = false
    }
    if (alive().length === 0) add()
    // The bound: a session, a rebalance that waits for a member in vain, and a handler that dawdles, one after the other.
    await clock.advance(core.sessionTimeoutMs + 2 * core.maxPollIntervalMs + 10_000)
    t.is(group.owners.size, group.options.partitions, 'every partition has an owner')
    await clock.advanceUntil(() => group.everythingHandled && group.everythingCommitted, 300_000)
    t.true(group.deliveries >= group.options.partitions * 60)
    const staying = alive()
    for (const member of staying) member.close(5000)
    await clock.advance(6000)
    for (const member of staying) t.true(member.hasLeft, `${member.name} has left`)
    t.is(group.owners.size, 0)
    t.is(group.coordinator.members.size, 0)
  })
}

function someCount(random: () => number): number {
  return 1 + Math.floor(random() * 6)
}

for (const [protocol, assignor] of Object.entries(protocols))
  test(`without failures nothing is delivered twice, however often members come and go (${protocol})`, async (t) => {
    for (let seed = 100; seed < 106; seed++) {
      const random = seededRandom(seed)
      const clock = new FakeClock()
      const group = new SimulatedGroup({
        clock,
        random,
        partitions: 4,
        recordsPerPartition: 200,
        core: { ...core, assignors: [assignor] },
      })
      const members = ['a', 'b'].map((name) => new SimulatedMember(name, group))
      for (const member of members) member.start()
      for (let round = 0; round < 6; round++) {
        await clock.advance(group.between(500, 3000))
        const member = new SimulatedMember(`late-${round}`, group)
        members.push(member)
        member.start()
        await clock.advance(group.between(500, 3000))
        // A loop that ends between two records leaves nothing half done.
        const idle = members.find(({ isGone, core }) => !isGone && core.activity.phase === 'waiting')
        idle?.close(5000)
      }
      await clock.advanceUntil(() => group.everythingHandled && group.everythingCommitted, 300_000)
      t.is(group.deliveries, 800, `seed ${seed}`)
    }
  })
