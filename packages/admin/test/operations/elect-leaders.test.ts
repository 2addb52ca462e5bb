import { AuthorizationError, type BrokerError, ErrorCode } from '@odradek/protocol'
import { electLeadersApi } from '@odradek/protocol/apis/elect-leaders'
import test from 'ava'

import { makeAdmin } from '../support/make-admin.ts'

const place = (topic: string, partition: number) => ({ topic, partition })
const results = (topic: string, ...codes: readonly (readonly [number, number])[]) => ({
  topic,
  partitionResult: codes.map(([partitionId, errorCode]) => ({ partitionId, errorCode })),
})

test('results are in the order of the partitions, one for each, whatever the order of the answer', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(electLeadersApi, () => ({
    replicaElectionResults: [
      results('b', [1, ErrorCode.ELECTION_NOT_NEEDED]),
      results('a', [1, ErrorCode.NONE], [0, ErrorCode.PREFERRED_LEADER_NOT_AVAILABLE]),
    ],
  }))
  const partitions = [place('a', 0), place('b', 1), place('a', 1), place('a', 2)]
  const settled = await until(admin.electLeaders('PREFERRED', { partitions }).settled())
  t.deepEqual(
    settled.map(({ item, value }) => [item, value?.isElected]),
    [
      [partitions[0], undefined],
      [partitions[1], false],
      [partitions[2], true],
      [partitions[3], undefined],
    ],
  )
  t.is((settled[0]!.error as BrokerError).errorName, 'PREFERRED_LEADER_NOT_AVAILABLE')
  t.regex(settled[3]!.error!.message, /its answer leaves out .*"a".*2/)
})

test('without partitions the results are those that were tried', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.on(electLeadersApi, ({ topicPartitions }) => {
    t.is(topicPartitions, null)
    return { replicaElectionResults: [results('a', [3, ErrorCode.NONE])] }
  })
  t.deepEqual(await until(admin.electLeaders('UNCLEAN')), [{ topic: 'a', partition: 3, isElected: true }])
})

test('a controller that moves is asked anew, and an error of the whole answer is that of each partition', async (t) => {
  const { network, admin, until } = makeAdmin(t)
  network.cluster.controllerId = 1
  network.broker(1).on(electLeadersApi, () => {
    network.cluster.controllerId = 2
    return { errorCode: ErrorCode.NOT_CONTROLLER }
  })
  network.broker(2).on(electLeadersApi, () => ({ errorCode: ErrorCode.CLUSTER_AUTHORIZATION_FAILED }))
  for (const options of [{}, { partitions: [place('a', 0)] }]) {
    network.cluster.controllerId = 1
    await t.throwsAsync(until(admin.electLeaders('PREFERRED', options)), { instanceOf: AuthorizationError })
  }
  t.true(network.broker(2).received(electLeadersApi).length >= 2)
})
