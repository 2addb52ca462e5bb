import { ErrorCode } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { describeClusterApi } from '@odradek/protocol/apis/describe-cluster'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { goldenPath } from '@odradek/test-kit'
import { readFileSync } from 'node:fs'
import test from 'ava'
import { brokerApis } from '../../../src/core/api-table.ts'
import { CoreHarness } from '../core-harness.ts'

const software = { clientSoftwareName: 'test', clientSoftwareVersion: '1.0' }

test('what is announced is what Apache Kafka 4.3.1 announces for these APIs', (t) => {
  const releases = JSON.parse(readFileSync(goldenPath('schemas/api-versions-by-release.json'), 'utf8')) as Record<
    string,
    number[][]
  >
  const kafka = new Map(releases['4.3.1']!.map(([key, min, max]) => [key, [min, max]]))
  for (let version = 0; version <= 4; version++) {
    const { apiKeys, errorCode } = new CoreHarness().get(apiVersionsApi, version, version >= 3 ? software : {})
    t.is(errorCode, 0)
    t.is(apiKeys.length, [...brokerApis.values()].filter(({ isHidden }) => isHidden !== true).length)
    for (const { apiKey, minVersion, maxVersion } of apiKeys)
      t.deepEqual([minVersion, maxVersion], kafka.get(apiKey), `API ${apiKey}`)
  }
})

test('ApiVersions wants to know the software from version 3 on', (t) => {
  const error = (clientSoftwareName: string, clientSoftwareVersion: string) =>
    new CoreHarness().get(apiVersionsApi, 3, { clientSoftwareName, clientSoftwareVersion }).errorCode
  t.is(error('librdkafka', 'v2.0.2-rc.1'), 0)
  for (const wrong of ['', '-a', 'a b', 'a\n'])
    t.is(error(wrong, '1'), ErrorCode.INVALID_REQUEST, JSON.stringify(wrong))
  t.is(error('a', ''), ErrorCode.INVALID_REQUEST)
})

test('each producer gets an id of its own', (t) => {
  const harness = new CoreHarness()
  for (let version = 0; version <= 5; version++) {
    const { errorCode, producerId, producerEpoch } = harness.get(initProducerIdApi, version, { transactionalId: null })
    t.deepEqual([errorCode, producerId, producerEpoch], [0, BigInt(version), 0])
  }
})

test('transactional producers have to find their coordinator first, and halves of an identity are refused', (t) => {
  const harness = new CoreHarness()
  const error = (input: object) => harness.get(initProducerIdApi, 3, { transactionalId: null, ...input }).errorCode
  t.is(error({ transactionalId: 'tx', transactionTimeoutMs: 1000 }), ErrorCode.NOT_COORDINATOR)
  t.is(error({ transactionalId: 'tx' }), ErrorCode.INVALID_TRANSACTION_TIMEOUT)
  t.is(error({ transactionalId: '' }), ErrorCode.INVALID_REQUEST)
  t.is(error({ producerId: 4n }), ErrorCode.INVALID_REQUEST)
  t.is(error({ producerEpoch: 4 }), ErrorCode.INVALID_REQUEST)
})

test('the cluster is this broker', (t) => {
  const harness = new CoreHarness({ nodeId: 7 })
  for (let version = 0; version <= 2; version++) {
    const response = harness.get(describeClusterApi, version, {})
    t.like(response, {
      errorCode: 0,
      clusterId: 'test-cluster',
      controllerId: 7,
      clusterAuthorizedOperations: -2147483648,
    })
    t.deepEqual(response.brokers, [{ brokerId: 7, host: 'localhost', port: 9092, rack: null, isFenced: false }])
  }
  const endpoint = (endpointType: number) => harness.get(describeClusterApi, 1, { endpointType }).errorCode
  t.is(endpoint(2), ErrorCode.MISMATCHED_ENDPOINT_TYPE)
  t.is(endpoint(3), ErrorCode.UNSUPPORTED_ENDPOINT_TYPE)
})
