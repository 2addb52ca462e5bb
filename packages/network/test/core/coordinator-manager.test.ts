import test from 'ava'

import { CoordinatorManager } from '@odradek/network/internal'
import { AuthorizationError, BrokerError, ConnectionError, ErrorCode } from '@odradek/protocol'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { CoreRunner } from '@odradek/test-kit'

function setUp(keyType: 'group' | 'transaction' = 'group') {
  const manager = new CoordinatorManager({
    keyType,
    key: 'billing',
    requestTimeoutMs: 30_000,
    retryBackoffMs: 100,
    retryBackoffMaxMs: 1000,
    random: () => 0.5,
  })
  return { manager, runner: new CoreRunner(manager) }
}

const found = (nodeId: number) => ({ coordinators: [{ key: 'billing', nodeId, host: 'a', port: 9092 }] })
const failed = (errorCode: number) => ({ coordinators: [{ key: 'billing', nodeId: -1, errorCode }] })

for (const version of [0, 1, 3, 4, 6]) {
  test(`the coordinator is found with version ${version}`, (t) => {
    const { manager, runner } = setUp()
    const changes: (number | undefined)[] = []
    manager.onChange((nodeId) => changes.push(nodeId))
    runner.poll()
    const request = runner.request(findCoordinatorApi, version)
    t.deepEqual(version >= 4 ? request.coordinatorKeys : [request.key], ['billing'])
    t.is(request.keyType, 0)
    runner.answer(findCoordinatorApi, version >= 4 ? found(3) : { nodeId: 3, host: 'a', port: 9092 }, version)
    t.is(manager.nodeId, 3)
    t.deepEqual(changes, [3])
    runner.advance(1_000_000)
    t.is(runner.pending.length, 0)
  })
}

test('a transactional id is asked for as such, from version 1 on', (t) => {
  const { runner } = setUp('transaction')
  runner.poll()
  t.is(runner.pending[0]?.minVersion, 1)
  t.is(runner.request(findCoordinatorApi, 1).keyType, 1)
})

test('nothing is asked while the coordinator is not wanted', (t) => {
  const { manager, runner } = setUp()
  manager.wanted = false
  runner.advance(10_000)
  t.is(runner.pending.length, 0)
  manager.wanted = true
  runner.poll()
  t.is(runner.pending.length, 1)
})

test('errors that pass and lost connections are tried again with back-off', (t) => {
  const { manager, runner } = setUp()
  runner.poll()
  runner.answer(findCoordinatorApi, failed(ErrorCode.COORDINATOR_NOT_AVAILABLE))
  t.true(BrokerError.is(manager.lastError))
  runner.advance(99)
  t.is(runner.pending.length, 0)
  runner.advance(1)
  runner.fail(findCoordinatorApi, new ConnectionError('lost'))
  runner.advance(199)
  t.is(runner.pending.length, 0)
  runner.advance(1)
  runner.answer(findCoordinatorApi, found(1))
  t.is(manager.nodeId, 1)
  t.is(manager.lastError, undefined)
  t.is(manager.fatalError, undefined)
})

test('an answer that leaves the key out is tried again', (t) => {
  const { manager, runner } = setUp()
  runner.poll()
  runner.answer(findCoordinatorApi, { coordinators: [] })
  t.is(manager.nodeId, undefined)
  runner.advance(100)
  t.is(runner.pending.length, 1)
})

test('a coordinator that turned out to be another one is looked for again, not faster than the back-off', (t) => {
  const { manager, runner } = setUp()
  const changes: (number | undefined)[] = []
  manager.onChange((nodeId) => changes.push(nodeId))
  runner.poll()
  runner.answer(findCoordinatorApi, found(1))
  manager.markUnknown(0)
  t.is(manager.nodeId, undefined)
  runner.advance(99)
  t.is(runner.pending.length, 0)
  runner.advance(1)
  runner.answer(findCoordinatorApi, found(2))
  t.deepEqual(changes, [1, undefined, 2])
})

for (const [keyType, errorCode, what] of [
  ['group', ErrorCode.GROUP_AUTHORIZATION_FAILED, 'group'],
  ['transaction', ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED, 'transactional id'],
] as const) {
  test(`a ${what} that may not be used: asking ends with an AuthorizationError, until markUnknown`, (t) => {
    const { manager, runner } = setUp(keyType)
    let told = 0
    manager.onChange(() => told++)
    runner.poll()
    runner.answer(findCoordinatorApi, failed(errorCode))
    t.true(AuthorizationError.is(manager.fatalError))
    t.is(manager.fatalError?.message, `this client may not use the ${what} billing: add an ACL that allows it`)
    t.is(told, 1)
    runner.advance(1_000_000)
    t.is(runner.pending.length, 0)
    manager.markUnknown(runner.nowMs)
    runner.poll()
    t.is(runner.pending.length, 1)
  })
}
