import { AuthorizationError, BrokerError, ErrorCode, TimeoutError } from '@odradek/protocol'
import { deleteGroupsApi } from '@odradek/protocol/apis/delete-groups'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import type { DeleteGroupsRequest } from '@odradek/protocol/messages/delete-groups-request'
import test from 'ava'

import { makeAdmin } from '../support/make-admin.ts'

const deleted =
  (errorCode = 0) =>
  ({ groupsNames }: DeleteGroupsRequest) => ({
    results: groupsNames.map((groupId) => ({ groupId, errorCode })),
  })

test('coordinators are found in one request, and each is asked once for all its groups', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(findCoordinatorApi, ({ coordinatorKeys }) => ({
    coordinators: coordinatorKeys.map((key) => ({ key, nodeId: key === 'c' ? 3 : 2, host: 'broker', port: 1 })),
  }))
  network.on(deleteGroupsApi, deleted())
  await until(admin.deleteGroups(['a', 'b', 'c']))
  t.is(network.brokers.flatMap((broker) => broker.received(findCoordinatorApi)).length, 1)
  t.deepEqual(
    network.brokers.map((broker) => broker.received(deleteGroupsApi).flatMap(({ request }) => request.groupsNames)),
    [[], ['a', 'b'], ['c']],
  )
})

test('brokers before Kafka 3.0 are asked for one coordinator at a time', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  for (const broker of network.brokers) broker.limitVersions(findCoordinatorApi, { min: 0, max: 3 })
  network.on(deleteGroupsApi, deleted())
  await until(admin.deleteGroups(['a', 'b']))
  const keys = network.brokers.flatMap((broker) =>
    broker.received(findCoordinatorApi).map(({ request }) => request.key),
  )
  t.deepEqual(keys.sort(), ['a', 'b'])
})

test('a coordinator that moves is looked for anew', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.coordinatorId = 1
  network.broker(1).on(deleteGroupsApi, (request) => {
    network.cluster.coordinatorId = 2
    return deleted(ErrorCode.NOT_COORDINATOR)(request)
  })
  network.broker(2).on(deleteGroupsApi, deleted())
  await until(admin.deleteGroups(['a']))
  t.is(network.broker(2).received(deleteGroupsApi).length, 1)
})

test('a coordinator that is still loading is asked again, without being looked for', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.broker(1).once(deleteGroupsApi, deleted(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS))
  network.broker(1).once(deleteGroupsApi, deleted(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS))
  network.broker(1).on(deleteGroupsApi, deleted())
  await until(admin.deleteGroups(['a']))
  t.is(network.broker(1).received(deleteGroupsApi).length, 3)
  t.is(network.brokers.flatMap((broker) => broker.received(findCoordinatorApi)).length, 1)
  const [first, second, third] = network.broker(1).received(deleteGroupsApi)
  t.true(second!.atMs - first!.atMs >= 80)
  t.true(third!.atMs - second!.atMs >= 160)
})

test('no coordinator: the call waits until its time limit', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.coordinatorId = undefined
  const error = await t.throwsAsync(until(admin.deleteGroups(['a'], { timeoutMs: 4000 })), { instanceOf: TimeoutError })
  t.regex(error!.message, /COORDINATOR_NOT_AVAILABLE/)
})

test('a group that may not be seen fails alone', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(findCoordinatorApi, ({ coordinatorKeys }) => ({
    coordinators: coordinatorKeys.map((key) =>
      key === 'secret'
        ? { key, errorCode: ErrorCode.GROUP_AUTHORIZATION_FAILED, nodeId: -1 }
        : { key, nodeId: 1, host: 'broker', port: 1 },
    ),
  }))
  network.on(deleteGroupsApi, deleted(ErrorCode.NON_EMPTY_GROUP))
  const [mine, secret] = await until(admin.deleteGroups(['mine', 'secret']).settled())
  t.true(BrokerError.is(mine?.error))
  t.regex(mine!.error!.message, /NON_EMPTY_GROUP.*group mine/)
  t.true(AuthorizationError.is(secret?.error))
  t.is((secret!.error as AuthorizationError).resource, 'group secret')
})
