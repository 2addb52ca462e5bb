import { ConnectionError, ErrorCode, UnsupportedVersionError } from '@odradek/protocol'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import test from 'ava'
import { CorruptRecordError } from '../../../src/corrupt-record-error.ts'
import { reactionTo } from '../../../src/core/error-table.ts'
import { holdOf } from '../../../src/share/share-record.ts'
import { recordBytes } from '../../support/core-harness.ts'
import { LOCK_MS, ShareHarness } from '../../support/share-harness.ts'

const codes = Object.entries(ErrorCode).filter(([name]) => name !== 'NONE')

test('a member joins with epoch 0, tells only changes after that, and fetches what it is assigned', (t) => {
  const harness = new ShareHarness()
  harness.ask()
  t.like(harness.run.request(shareGroupHeartbeatApi), { memberEpoch: 0, subscribedTopicNames: ['orders'] })
  harness.answerHeartbeat()
  t.is(harness.state, 'stable')
  const { shareSessionEpoch, maxRecords, topics } = harness.run.request(shareFetchApi)
  t.deepEqual([shareSessionEpoch, maxRecords, topics.length], [0, 500, 1])
  harness.run.advance(5000)
  t.like(harness.run.request(shareGroupHeartbeatApi), { memberEpoch: 1, subscribedTopicNames: null })
})

test('what was said goes with the next fetch, in runs, and the session names nothing twice', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  harness.answerFetch(10n, 6)
  const records = harness.takeAll()
  for (const record of records.slice(0, 3)) record.accept()
  records[3]!.release()
  records[4]!.reject()
  records[5]!.accept()
  harness.ask()
  t.deepEqual(harness.told(shareFetchApi), ['10-12 1', '13-13 2', '14-14 3', '15-15 1'])
  t.is(harness.run.request(shareFetchApi).shareSessionEpoch, 1)
  harness.answerFetch(16n, 1)
  t.true(records.every((record) => holdOf(record).state === 'settled'))
  harness.takeAll()[0]!.accept()
  harness.ask()
  harness.answerPartition({})
  t.deepEqual(harness.run.request(shareFetchApi).topics, [])
})

test('while nobody asks for records, what was said goes by itself', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  harness.answerFetch(0n, 2)
  const [a, b] = harness.takeAll()
  a!.accept()
  b!.accept()
  harness.run.poll()
  t.deepEqual(harness.told(shareAcknowledgeApi), ['0-1 1'])
  harness.answerAcknowledge()
  t.is(harness.core.acknowledgements.counts.accept, 2)
})

test('offsets without a record are told as gaps, records of others in the batch are passed over', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  const acquiredRecords = [
    { firstOffset: 2n, lastOffset: 3n, deliveryCount: 4 },
    { firstOffset: 5n, lastOffset: 12n, deliveryCount: 1 },
  ]
  harness.answerPartition({ records: recordBytes(0n, 8), acquiredRecords })
  const records = harness.takeAll()
  t.deepEqual(
    records.map(({ offset, deliveryCount }) => [offset, deliveryCount]),
    [
      [2n, 4],
      [3n, 4],
      [5n, 1],
      [6n, 1],
      [7n, 1],
    ],
  )
  t.deepEqual(harness.told(shareAcknowledgeApi), ['8-12 0'])
})

test('a batch that cannot be read is rejected and said; what follows is read', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  const records = recordBytes(0n, 3, 3)
  records[70] = records[70]! ^ 1
  harness.answerFetch(0n, 6, { records })
  t.throws(() => harness.takeAll(), { instanceOf: CorruptRecordError, message: /orders-0 at offset 0/ })
  t.deepEqual(
    harness.takeAll().map(({ offset }) => offset),
    [3n, 4n, 5n],
  )
  t.deepEqual(harness.told(shareAcknowledgeApi), ['0-2 3'])
})

test('an answer that locks more than can be does not take the memory for it', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  const acquiredRecords = [{ firstOffset: 0n, lastOffset: 2n ** 62n, deliveryCount: 1 }]
  harness.answerPartition({ records: recordBytes(0n, 3), acquiredRecords })
  t.is(harness.takeAll().length, 3)
  t.deepEqual(harness.told(shareAcknowledgeApi), [`3-${2n ** 62n} 0`])
})

test('what waits to be given out keeps its lock; brokers that cannot renew let it end', (t) => {
  for (const canRenew of [true, false]) {
    const harness = new ShareHarness()
    harness.becomeStable()
    harness.answerFetch(0n, 3)
    harness.core.buffer.next(harness.run.nowMs)!.accept()
    harness.core.buffer.isWanted = false
    harness.run.poll()
    harness.answerAcknowledge()
    harness.run.advance(LOCK_MS / 2)
    t.true(harness.run.request(shareAcknowledgeApi).isRenewAck)
    t.deepEqual(harness.told(shareAcknowledgeApi), ['1-2 4'])
    if (canRenew) harness.answerAcknowledge()
    else harness.run.fail(shareAcknowledgeApi, new UnsupportedVersionError('ShareAcknowledge 2 is too new'))
    harness.core.activity.asks++
    harness.run.advance(LOCK_MS / 2 - 1000)
    t.is(harness.core.buffer.count, 2)
    harness.run.advance(2000)
    t.is(harness.core.buffer.count, canRenew ? 2 : 0)
    t.is(harness.ofType('locks-lost').length, canRenew ? 0 : 1)
  }
})

test('a lost connection ends the session: what is in hand lapses, and whoever commits hears of it', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  harness.answerFetch(0n, 2)
  const [a, b] = harness.takeAll()
  a!.accept()
  const errors: unknown[] = []
  harness.core.acknowledgements.commit(harness.core.fetcher.decided(), (error) => errors.push(error))
  harness.run.poll()
  harness.run.fail(shareAcknowledgeApi, new ConnectionError('the connection was lost'))
  harness.run.poll()
  t.true(ConnectionError.is(errors[0]))
  t.is(holdOf(b!).state, 'lapsed')
  t.is(harness.ofType('acknowledge-failed').length, 1)
  b!.accept()
  harness.core.acknowledgements.commit([], (error) => errors.push(error))
  t.is((errors[1] as { errorName: string }).errorName, 'INVALID_RECORD_STATE')
  harness.ask()
  harness.run.advance(200)
  t.is(harness.run.request(shareFetchApi).shareSessionEpoch, 0)
})

test('closing tells what was said with the epoch that ends the session, then leaves', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  harness.answerFetch(0n, 2)
  const [a, b] = harness.takeAll()
  a!.accept()
  harness.core.activity.phase = 'away'
  harness.core.membership.leave(harness.run.nowMs + 30_000)
  harness.run.poll()
  t.is(harness.run.request(shareAcknowledgeApi).shareSessionEpoch, -1)
  t.deepEqual(harness.told(shareAcknowledgeApi), ['0-0 1'])
  harness.answerAcknowledge()
  t.is(holdOf(b!).state, 'lapsed')
  t.is(harness.run.request(shareGroupHeartbeatApi).memberEpoch, -1)
  harness.run.answer(shareGroupHeartbeatApi, {})
  harness.run.poll()
  t.is(harness.state, 'unsubscribed')
  t.true(harness.run.events.some(({ type }) => type === 'left'))
})

test('closing ends in time when no broker answers', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  harness.core.membership.leave(harness.run.nowMs + 30_000)
  harness.core.activity.phase = 'away'
  harness.run.advance(3000)
  t.is(harness.state, 'unsubscribed')
})

test('share-heartbeat: after any error code the member reads on, or says out loud that it cannot', (t) => {
  for (const [name, errorCode] of codes) {
    const harness = new ShareHarness()
    harness.ask()
    harness.answerHeartbeat(errorCode)
    if (reactionTo('share-heartbeat', errorCode) === 'fatal') {
      t.is(harness.state, 'fatal', name)
      t.is(harness.failures.length, 1, name)
      continue
    }
    harness.run.advance(2000)
    harness.answerHeartbeat()
    harness.answerFetch(0n, 1)
    t.is(harness.takeAll().length, 1, name)
  }
})

test('share-heartbeat: a stable member goes on reading while it joins anew', (t) => {
  for (const errorCode of [ErrorCode.UNKNOWN_MEMBER_ID, ErrorCode.FENCED_MEMBER_EPOCH]) {
    const harness = new ShareHarness()
    harness.becomeStable()
    harness.answerFetch(0n, 1)
    harness.run.advance(5000)
    harness.answerHeartbeat(errorCode)
    t.is(harness.run.request(shareGroupHeartbeatApi).memberEpoch, 0)
    t.is(harness.takeAll().length, 1)
    harness.answerHeartbeat()
    t.is(harness.state, 'stable')
  }
})

test('share-fetch: after any error code the consumer reads on, or says out loud that it cannot', (t) => {
  for (const [name, errorCode] of codes) {
    const harness = new ShareHarness()
    harness.becomeStable()
    harness.run.answer(shareFetchApi, { errorCode })
    harness.run.advance(1000)
    const reaction = reactionTo('share-fetch', errorCode)
    t.is(harness.failures.length, reaction === 'fatal' || reaction === 'reject' ? 1 : 0, name)
    if (reaction === 'fatal') {
      t.is(harness.state, 'fatal', name)
      continue
    }
    harness.answerFetch(0n, 1)
    t.is(harness.takeAll().length, 1, name)
  }
})

test('share-partition: after any error code the consumer reads on, and asks for metadata where that helps', (t) => {
  for (const [name, errorCode] of codes) {
    const harness = new ShareHarness()
    harness.becomeStable()
    harness.answerPartition({ errorCode })
    const reaction = reactionTo('share-partition', errorCode)
    t.is(harness.failures.length, reaction === 'reject' ? 1 : 0, name)
    t.is(harness.metadataRequests > 0, reaction === 'refresh-metadata', name)
    harness.run.advance(1000)
    harness.answerFetch(0n, 1)
    t.is(harness.takeAll().length, 1, name)
  }
})

test('share-acknowledge: after any error code of a partition the word is told again, or its failure is', (t) => {
  for (const [name, errorCode] of codes) {
    const harness = new ShareHarness()
    harness.becomeStable()
    harness.answerFetch(0n, 1)
    harness.takeAll()[0]!.accept()
    const results: unknown[] = []
    harness.core.acknowledgements.commit(harness.core.fetcher.decided(), (error) => results.push(error))
    harness.run.poll()
    harness.answerAcknowledge(errorCode)
    if (reactionTo('share-acknowledge', errorCode) === 'retry') {
      t.deepEqual(results, [], name)
      harness.run.advance(200)
      harness.answerAcknowledge()
      t.deepEqual(results, [undefined], name)
    } else {
      t.true(results[0] instanceof Error, name)
      t.is(harness.ofType('acknowledge-failed').length, 1, name)
    }
  }
})

test('share-acknowledge: after any error code of the whole request the consumer reads on, or says that it cannot', (t) => {
  for (const [name, errorCode] of codes) {
    const harness = new ShareHarness()
    harness.becomeStable()
    harness.answerFetch(0n, 1)
    harness.takeAll()[0]!.accept()
    harness.run.poll()
    harness.run.answer(shareAcknowledgeApi, { errorCode })
    harness.run.advance(200)
    const reaction = reactionTo('share-acknowledge', errorCode)
    if (reaction === 'retry') harness.answerAcknowledge()
    else t.is(harness.ofType('acknowledge-failed').length, 1, name)
    if (reaction === 'fatal') {
      t.is(harness.state, 'fatal', name)
      continue
    }
    harness.ask()
    harness.answerFetch(1n, 1)
    t.is(harness.takeAll().length, 1, name)
  }
})

test('brokers without share groups: a word on what to change', (t) => {
  const harness = new ShareHarness()
  harness.ask()
  harness.run.fail(shareGroupHeartbeatApi, new UnsupportedVersionError('no ShareGroupHeartbeat'))
  harness.run.poll()
  t.is(harness.state, 'fatal')
  t.regex((harness.failures[0] as { error: Error }).error.message, /Kafka 4\.1 with the feature share\.version/)
})

test('a leader that moves: its locks lapse in their time, and the new leader is read', (t) => {
  const harness = new ShareHarness()
  harness.becomeStable()
  harness.answerPartition({ errorCode: ErrorCode.NOT_LEADER_OR_FOLLOWER })
  t.is(harness.metadataRequests, 1)
  harness.metadata = {
    ...harness.metadata,
    version: 2,
    brokers: new Map([1, 2].map((id) => [id, { id, host: 'broker', port: 9092, rack: null }])),
    topics: new Map([
      [
        'orders',
        {
          ...harness.metadata.topics.get('orders')!,
          partitions: [{ ...harness.metadata.topics.get('orders')!.partitions[0]!, leader: 2 }],
        },
      ],
    ]),
  }
  harness.run.poll()
  const [request] = harness.run.pending.filter(({ api }) => api.key === shareFetchApi.key)
  t.deepEqual(request!.destination, { nodeId: 2, channel: 'fetch' })
})
