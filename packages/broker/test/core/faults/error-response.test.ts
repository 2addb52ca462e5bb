import { ByteReader, ByteWriter } from '@odradek/bytes'
import type { Api, MessageInput } from '@odradek/protocol'
import { allApis } from '@odradek/protocol/all-apis'
import test from 'ava'
import { errorResponse, withErrorCode } from '../../../src/core/faults/error-response.ts'

const TOPIC = {
  name: 't',
  topic: 't',
  topicName: 't',
  partitions: [],
  partitionIndexes: [7],
  partitionData: [{ index: 7 }],
}
const PARTITIONS = [{ partitionIndex: 7, partition: 7, offset: 1n }]
/** Requests that name something in each list in which an API takes it. */
const wishes: Readonly<Record<string, object>> = {
  Produce: { topicData: [TOPIC] },
  AddPartitionsToTxn: { v3AndBelowTopics: [{ name: 't', partitions: [7] }], transactions: [] },
  DeleteTopics: { topicNames: ['t'], topics: [{ name: 't' }] },
  CreateTopics: { topics: [{ name: 't' }] },
  CreatePartitions: { topics: [{ name: 't' }] },
  FindCoordinator: { coordinatorKeys: ['g'], key: 'g' },
  OffsetFetch: { topics: [{ name: 't', partitionIndexes: [7] }], groups: [{ groupId: 'g' }], groupId: 'g' },
  DescribeGroups: { groups: ['g'] },
  DeleteGroups: { groupsNames: ['g'] },
  ConsumerGroupDescribe: { groupIds: ['g'] },
  ShareGroupDescribe: { groupIds: ['g'] },
  StreamsGroupDescribe: { groupIds: ['g'] },
  DescribeShareGroupOffsets: { groups: [{ groupId: 'g' }] },
  DescribeTransactions: { transactionalIds: ['x'] },
  DescribeProducers: { topics: [{ name: 't', partitionIndexes: [7] }] },
  WriteTxnMarkers: { markers: [{ producerId: 1n, topics: [{ name: 't', partitionIndexes: [7] }] }] },
  CreateAcls: { creations: [{ resourceName: 'r' }] },
  DeleteAcls: { filters: [{}] },
  AlterClientQuotas: { entries: [{ entity: [{ entityType: 'user', entityName: 'u' }] }] },
  AlterUserScramCredentials: { deletions: [{ name: 'u', mechanism: 1 }] },
  AlterReplicaLogDirs: { dirs: [{ path: '/', topics: [{ name: 't', partitions: [7] }] }] },
  ElectLeaders: { topicPartitions: [{ topic: 't', partitions: [7] }] },
  DescribeConfigs: { resources: [{ resourceType: 2, resourceName: 't' }] },
  AlterConfigs: { resources: [{ resourceType: 2, resourceName: 't' }] },
  IncrementalAlterConfigs: { resources: [{ resourceType: 2, resourceName: 't' }] },
  Metadata: { topics: [{ name: 't' }] },
  DescribeTopicPartitions: { topics: [{ name: 't' }] },
}

/** APIs that clients call and whose responses have an error code. */
const CLIENT_APIS = allApis.filter(({ key }) => key <= 3 || (key >= 8 && key <= 51) || key === 57 || key >= 60)
const BETWEEN_BROKERS = new Set(['RaftVoter', 'ControllerRegistration', 'BrokerRegistration'])

for (const api of CLIENT_APIS) {
  if ([...BETWEEN_BROKERS].some((name) => api.name.includes(name))) continue
  for (let version = api.minVersion; version <= api.maxVersion; version += 1) {
    test(`${api.name} ${version}: an error of the whole request stands where its clients look`, (t) => {
      const request = decoded(api, version)
      if (request === undefined) return t.pass(`${api.name} ${version} has no such request`)
      const response = roundTrip(api, version, errorResponse(api.key, version, request, 42))
      t.true(errorCodes(response).includes(42))
      const changed = errorCodes(roundTrip(api, version, withErrorCode(api.key, version, response, 43)))
      t.true(changed.includes(43))
      t.false(changed.includes(42))
    })
  }
}

function decoded(api: Api<unknown, unknown>, version: number): object | undefined {
  const partitioned = { topics: [{ ...TOPIC, partitions: PARTITIONS }] }
  const full: object = { ...wishes[api.name], ...(wishes[api.name] === undefined ? partitioned : {}) }
  // Fields that a version lacks are left out, one by one.
  for (const wish of [full, ...Object.entries(full).map(([key, value]) => ({ [key]: value })), {}]) {
    try {
      const writer = new ByteWriter()
      api.request.encode(writer, wish as MessageInput<unknown>, version)
      return api.request.decode(new ByteReader(writer.bytes()), version) as object
    } catch {
      continue
    }
  }
  return undefined
}

function roundTrip(api: Api<unknown, unknown>, version: number, response: object): object {
  const writer = new ByteWriter()
  api.response.encode(writer, response as MessageInput<unknown>, version)
  return api.response.decode(new ByteReader(writer.bytes()), version) as object
}

function errorCodes(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, field]) =>
    /^(partitionE|e)rrorCode$/.test(key) ? [field as number] : errorCodes(field),
  )
}
