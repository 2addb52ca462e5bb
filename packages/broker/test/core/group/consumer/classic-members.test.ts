// Members of consumer groups that take part by the classic protocol.
import assert from 'node:assert/strict'
import { ErrorCode } from '@odradek/protocol'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import test from 'ava'
import fc from 'fast-check'
import { Member } from './consumer-harness.ts'
import {
  assertShared,
  CLASSIC_REBALANCE_MS,
  CLASSIC_SESSION_MS,
  ClassicMember,
  mixed,
  numbersOf,
  reelect,
  settle,
  twoClassic,
} from './migration-harness.ts'

for (const isCooperative of [false, true]) {
  const kind = isCooperative ? 'cooperative' : 'eager'

  test(`no partition has two owners while ${kind} and new members come and go in any order, and who reads the records has the same group`, (t) => {
    const step = fc.record({ who: fc.nat(3), what: fc.constantFrom('step', 'step', 'step', 'step', 'leave', 'join') })
    t.notThrows(() => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
          const { harness, members } = twoClassic({}, [{ isCooperative }, { isCooperative }])
          const classic: (ClassicMember | undefined)[] = [...members]
          const consumers: (Member | undefined)[] = [new Member(harness, 'new', ['t']), undefined]
          consumers[0]!.beat()
          steps.forEach(({ who, what }, run) => {
            // A classic group is led by its members: here only what the broker gives out is looked at.
            if (harness.type !== 'consumer') return
            const index = who % 2
            if (who < 2) {
              if (what === 'leave') classic[index]?.leave()
              if (what === 'leave') classic[index] = undefined
              if (what === 'join' && classic[index] === undefined) {
                const member = new ClassicMember(harness, { isCooperative })
                member.join()
                if (member.joined() !== undefined) member.sync()
                member.synced()
                classic[index] = member
              }
              if (what === 'step') classic[index]?.step()
            } else {
              if (what === 'leave') consumers[index]?.leave()
              if (what === 'leave') consumers[index] = undefined
              if (what === 'join') consumers[index] ??= new Member(harness, `c${run}`, ['t'])
              if (what !== 'leave') consumers[index]?.beat()
            }
            if (harness.type !== 'consumer') return
            const shares = [
              ...classic.map((member) => member?.owned ?? []),
              ...consumers.map((member) => (member === undefined ? [] : numbersOf(member))),
            ].flat()
            if (new Set(shares).size !== shares.length) throw new Error(`a partition is owned twice: ${shares.join()}`)
          })
          const before = harness.type === 'consumer' ? harness.describe() : undefined
          reelect(harness)
          if (before !== undefined) assert.deepEqual(harness.describe(), before)
        }),
        { numRuns: 60 },
      )
    })
  })
}

test('classic members come into a consumer group, with its assignor, and commit with their generation', (t) => {
  const { harness, members, newcomer } = mixed()
  const late = new ClassicMember(harness)
  t.like(late.join().response, {
    errorCode: 0,
    protocolType: 'consumer',
    protocolName: 'range',
    leader: '',
    members: [],
  })
  late.joined()
  late.sync()
  late.synced()
  settle([...members, late], [newcomer])
  t.deepEqual(
    [...members.flatMap(({ owned }) => owned), ...late.owned, ...numbersOf(newcomer)].sort(),
    [0, 1, 2, 3, 4, 5],
  )
  const commit = (generationIdOrMemberEpoch: number) => {
    const partitions = [{ partitionIndex: late.owned[0]!, committedOffset: 1n }]
    const topics = [{ name: 't', partitions }]
    const body = { groupId: 'g', memberId: late.memberId, generationIdOrMemberEpoch, topics }
    return harness.get(offsetCommitApi, 8, body).topics[0]!.partitions[0]!.errorCode
  }
  t.is(commit(late.generation), ErrorCode.NONE)
  t.is(commit(late.generation + 1), ErrorCode.ILLEGAL_GENERATION)
})

test('a classic member is refused what it may not ask of a consumer group', (t) => {
  const { harness, first, newcomer } = mixed()
  const stranger = new ClassicMember(harness, { protocol: 'sticky' })
  t.is(stranger.join().response!.errorCode, ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  t.is(
    new ClassicMember(harness).join({ protocolType: 'connect' }).response!.errorCode,
    ErrorCode.INCONSISTENT_GROUP_PROTOCOL,
  )
  stranger.memberId = 'nobody'
  t.is(stranger.heartbeat(), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(stranger.leave(), ErrorCode.UNKNOWN_MEMBER_ID)
  stranger.memberId = newcomer.memberId
  t.is(stranger.heartbeat(newcomer.epoch), ErrorCode.UNKNOWN_MEMBER_ID)
  t.is(first.heartbeat(first.generation + 1), ErrorCode.ILLEGAL_GENERATION)
  const sync = (input: { generationId?: number; protocolType?: string; protocolName?: string }) => {
    const body = { groupId: 'g', memberId: first.memberId, generationId: first.generation, protocolType: 'consumer' }
    return harness.get(syncGroupApi, 5, { ...body, protocolName: 'range', ...input }).errorCode
  }
  t.is(sync({}), ErrorCode.NONE)
  t.is(sync({ generationId: 99 }), ErrorCode.ILLEGAL_GENERATION)
  t.is(sync({ protocolType: 'connect' }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  t.is(sync({ protocolName: 'sticky' }), ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
  new Member(harness, 'newer', ['t']).beat()
  t.is(sync({}), ErrorCode.REBALANCE_IN_PROGRESS)
})

test('a classic member that is silent for its session, does not join again or does not sync is taken out', (t) => {
  const silent = mixed()
  silent.harness.advance(CLASSIC_SESSION_MS - 1)
  t.true(silent.harness.group.members.has(silent.first.memberId))
  silent.second.heartbeat()
  silent.harness.advance(1)
  t.false(silent.harness.group.members.has(silent.first.memberId))
  t.true(silent.harness.group.members.has(silent.second.memberId))

  const idle = twoClassic()
  new Member(idle.harness, 'new', ['t']).beat()
  for (let passed = 0; passed < CLASSIC_REBALANCE_MS; passed += 5000) {
    t.is(idle.first.heartbeat(), ErrorCode.REBALANCE_IN_PROGRESS)
    idle.second.step()
    idle.harness.advance(5000)
  }
  t.false(idle.harness.group.members.has(idle.first.memberId))
  t.true(idle.harness.group.members.has(idle.second.memberId))

  const lazy = twoClassic()
  new Member(lazy.harness, 'new', ['t']).beat()
  lazy.first.join()
  lazy.first.joined()
  for (let passed = 0; passed < CLASSIC_REBALANCE_MS; passed += 5000) {
    t.is(lazy.first.heartbeat(), ErrorCode.NONE)
    lazy.second.step()
    lazy.harness.advance(5000)
  }
  t.false(lazy.harness.group.members.has(lazy.first.memberId))
})

test('a classic member that leaves gives its partitions to the others', (t) => {
  const { members, first, second, newcomer } = mixed()
  t.is(second.leave(), ErrorCode.NONE)
  settle(members.slice(0, 1), [newcomer])
  assertShared(t, [first], [newcomer])
})

test('an administrator takes a classic static member out of a consumer group by its instance id', (t) => {
  const { harness, first, second, newcomer } = mixed({}, [{ instanceId: 'a' }, {}])
  const administrator = new ClassicMember(harness, { instanceId: 'a' })
  t.is(administrator.leave(), ErrorCode.NONE)
  t.is(administrator.leave(), ErrorCode.UNKNOWN_MEMBER_ID)
  t.false(harness.group.members.has(first.memberId))
  settle([second], [newcomer])
  assertShared(t, [second], [newcomer])
})
