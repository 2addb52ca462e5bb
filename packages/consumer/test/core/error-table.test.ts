import { AuthorizationError, BrokerError, ConnectionError, ErrorCode, FencedError, KafkaError } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { offsetCommitApi } from '@odradek/protocol/apis/offset-commit'
import { offsetFetchApi } from '@odradek/protocol/apis/offset-fetch'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import test from 'ava'
import { type Reaction, reactionTo, type Step, stepError } from '../../src/core/error-table.ts'
import { CoreHarness, ORDERS_ID, recordBytes } from '../support/core-harness.ts'

const codes = Object.entries(ErrorCode).filter(([name]) => name !== 'NONE')

interface Scene {
  readonly step: Step
  readonly api: { readonly name: string }
  /** Drives a consumer to where the request of the step is open. */
  prepare(harness: CoreHarness): void
  /** Answers that request with an error code. */
  answer(harness: CoreHarness, errorCode: number): void
}

function toListOffsets(harness: CoreHarness): void {
  harness.ask()
  harness.answerJoin()
  harness.answerSync()
  harness.answerOffsets(-1n)
}

function toHeartbeat(harness: CoreHarness): void {
  harness.becomeStable()
  harness.advance(3000)
}

function toCommit(harness: CoreHarness): void {
  harness.becomeStable()
  harness.answerFetch(recordBytes(0n, 3))
  harness.take()
  harness.askAfterHandling()
  harness.serve(4900)
  harness.advance(200)
}

const scenes: Scene[] = [
  {
    step: 'join',
    api: joinGroupApi,
    prepare: (harness) => harness.ask(),
    answer: (harness, errorCode) => harness.run.answer(joinGroupApi, { errorCode, memberId: 'given' }),
  },
  {
    step: 'sync',
    api: syncGroupApi,
    prepare(harness) {
      harness.ask()
      harness.answerJoin()
    },
    answer: (harness, errorCode) => harness.run.answer(syncGroupApi, { errorCode }),
  },
  {
    step: 'heartbeat',
    api: heartbeatApi,
    prepare: toHeartbeat,
    answer: (harness, errorCode) => harness.run.answer(heartbeatApi, { errorCode }),
  },
  {
    step: 'commit',
    api: offsetCommitApi,
    prepare: toCommit,
    answer: (harness, errorCode) => harness.answerCommit(errorCode),
  },
  {
    step: 'offset-fetch',
    api: offsetFetchApi,
    prepare(harness) {
      harness.ask()
      harness.answerJoin()
      harness.answerSync()
    },
    answer: (harness, errorCode) =>
      harness.run.answer(offsetFetchApi, { groups: [{ groupId: 'group', topics: [], errorCode }] }, 9),
  },
  {
    step: 'list-offsets',
    api: listOffsetsApi,
    prepare: toListOffsets,
    answer: (harness, errorCode) => harness.answerListOffsets(errorCode),
  },
  {
    step: 'fetch',
    api: fetchApi,
    prepare: (harness) => harness.becomeStable(),
    answer: (harness, errorCode) =>
      harness.run.answer(fetchApi, {
        responses: [
          {
            topicId: ORDERS_ID,
            partitions: [0, 1].map((partitionIndex) => ({ partitionIndex, errorCode, records: null })),
          },
        ],
      }),
  },
]

for (const scene of scenes) {
  test(`${scene.step}: after any error code the consumer reads on, or says out loud that it cannot`, (t) => {
    for (const [name, errorCode] of codes) {
      const harness = new CoreHarness()
      scene.prepare(harness)
      t.true(harness.pendingNames.includes(scene.api.name), `${name}: ${scene.api.name} is open`)
      scene.answer(harness, errorCode)
      harness.poll()
      harness.serve(10_000)
      const [failure] = harness.failures
      const readsOn = harness.state === 'stable' && harness.fetching.join() === 'orders-0,orders-1'
      t.true(readsOn || failure !== undefined, `${name}: ${harness.state}, fetching ${harness.fetching.join()}`)
      if (failure !== undefined) t.true(KafkaError.is(failure.error) && failure.error.message.length > 20, name)
      if (failure?.fatal && harness.state !== 'stable') t.is(harness.state, 'fatal', name)
    }
  })

  test(`${scene.step}: after an answer that never comes the consumer reads on`, (t) => {
    const harness = new CoreHarness()
    scene.prepare(harness)
    harness.run.fail(scene.api as never, new ConnectionError('the connection was lost'))
    harness.poll()
    harness.serve(10_000)
    t.deepEqual(harness.failures, [])
    t.is(harness.state, 'stable')
    t.deepEqual(harness.fetching, ['orders-0', 'orders-1'])
  })

  test(`${scene.step}: a failure that does not pass comes out of the iterator`, (t) => {
    const harness = new CoreHarness()
    scene.prepare(harness)
    const error = new ConnectionError('TLS is wanted here', { retriable: false })
    harness.run.fail(scene.api as never, error)
    harness.poll()
    const told = harness.failures.some((failure) => failure.error === error)
    const commitTold = harness.run.events.some((event) => event.type === 'commit-failed' && event.error === error)
    t.true(told || commitTold)
  })
}

const expectations: [Step, keyof typeof ErrorCode, Reaction][] = [
  ['join', 'MEMBER_ID_REQUIRED', 'use-member-id'],
  ['join', 'UNKNOWN_MEMBER_ID', 'rejoin-as-new'],
  ['join', 'COORDINATOR_LOAD_IN_PROGRESS', 'retry'],
  ['join', 'NOT_COORDINATOR', 'find-coordinator'],
  ['join', 'COORDINATOR_NOT_AVAILABLE', 'find-coordinator'],
  ['join', 'GROUP_MAX_SIZE_REACHED', 'fatal'],
  ['join', 'INCONSISTENT_GROUP_PROTOCOL', 'fatal'],
  ['join', 'INVALID_SESSION_TIMEOUT', 'fatal'],
  ['join', 'GROUP_AUTHORIZATION_FAILED', 'fatal'],
  ['join', 'FENCED_INSTANCE_ID', 'fatal'],
  ['sync', 'REBALANCE_IN_PROGRESS', 'rejoin'],
  ['sync', 'UNKNOWN_MEMBER_ID', 'rejoin-as-new'],
  ['sync', 'ILLEGAL_GENERATION', 'rejoin-lost'],
  ['heartbeat', 'REBALANCE_IN_PROGRESS', 'rejoin'],
  ['heartbeat', 'ILLEGAL_GENERATION', 'rejoin-lost'],
  ['heartbeat', 'UNKNOWN_MEMBER_ID', 'rejoin-as-new'],
  ['heartbeat', 'NOT_COORDINATOR', 'find-coordinator'],
  ['heartbeat', 'FENCED_INSTANCE_ID', 'fatal'],
  ['commit', 'UNKNOWN_TOPIC_OR_PARTITION', 'retry'],
  ['commit', 'COORDINATOR_LOAD_IN_PROGRESS', 'retry'],
  ['commit', 'OFFSET_METADATA_TOO_LARGE', 'reject'],
  ['commit', 'TOPIC_AUTHORIZATION_FAILED', 'reject'],
  ['commit', 'GROUP_AUTHORIZATION_FAILED', 'fatal'],
  ['offset-fetch', 'UNSTABLE_OFFSET_COMMIT', 'retry'],
  ['offset-fetch', 'NOT_COORDINATOR', 'find-coordinator'],
  ['offset-fetch', 'TOPIC_AUTHORIZATION_FAILED', 'reject'],
  ['list-offsets', 'NOT_LEADER_OR_FOLLOWER', 'refresh-metadata'],
  ['list-offsets', 'FENCED_LEADER_EPOCH', 'refresh-metadata'],
  ['list-offsets', 'TOPIC_AUTHORIZATION_FAILED', 'reject'],
  ['fetch', 'OFFSET_OUT_OF_RANGE', 'reset-offset'],
  ['fetch', 'NOT_LEADER_OR_FOLLOWER', 'refresh-metadata'],
  ['fetch', 'FENCED_LEADER_EPOCH', 'refresh-metadata'],
  ['fetch', 'UNKNOWN_LEADER_EPOCH', 'refresh-metadata'],
  ['fetch', 'UNKNOWN_TOPIC_OR_PARTITION', 'refresh-metadata'],
  ['fetch', 'UNKNOWN_TOPIC_ID', 'refresh-metadata'],
  ['fetch', 'INCONSISTENT_TOPIC_ID', 'refresh-metadata'],
  ['fetch', 'KAFKA_STORAGE_ERROR', 'refresh-metadata'],
  ['fetch', 'OFFSET_NOT_AVAILABLE', 'refresh-metadata'],
  ['fetch', 'TOPIC_AUTHORIZATION_FAILED', 'reject'],
  ['fetch', 'CORRUPT_MESSAGE', 'reject'],
]

for (const [step, name, reaction] of expectations) {
  test(`${step} answered with ${name}: ${reaction}`, (t) => {
    t.is(reactionTo(step, ErrorCode[name]), reaction)
  })
}

test('leaving is never held up by an error', (t) => {
  for (const [name, code] of codes) t.is(reactionTo('leave', code), 'none', name)
})

test('a code that is not known yet is no reason to go on as if nothing were wrong', (t) => {
  for (const { step } of scenes) t.true(['fatal', 'reject'].includes(reactionTo(step, 31_999)), step)
})

test('the class of an error says what to do about it', (t) => {
  const where = { groupId: 'billing', topic: 'orders', partition: 3 }
  t.true(AuthorizationError.is(stepError('join', ErrorCode.GROUP_AUTHORIZATION_FAILED, where)))
  t.regex(stepError('join', ErrorCode.GROUP_AUTHORIZATION_FAILED, where).message, /billing/)
  t.true(AuthorizationError.is(stepError('fetch', ErrorCode.TOPIC_AUTHORIZATION_FAILED, where)))
  t.regex(stepError('fetch', ErrorCode.TOPIC_AUTHORIZATION_FAILED, where).message, /orders/)
  t.true(FencedError.is(stepError('heartbeat', ErrorCode.FENCED_INSTANCE_ID, where)))
  const error = stepError('fetch', ErrorCode.OFFSET_OUT_OF_RANGE, where)
  t.true(BrokerError.is(error))
  t.regex(error.message, /Fetch.*orders-3.*OFFSET_OUT_OF_RANGE/)
})
