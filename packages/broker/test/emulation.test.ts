import { readFileSync } from 'node:fs'

import { systemEnvironment } from '@odradek/network'
import { ErrorCode, UsageError } from '@odradek/protocol'
import { addRaftVoterApi } from '@odradek/protocol/apis/add-raft-voter'
import { removeRaftVoterApi } from '@odradek/protocol/apis/remove-raft-voter'
import { addPartitionsToTxnApi } from '@odradek/protocol/apis/add-partitions-to-txn'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { initProducerIdApi } from '@odradek/protocol/apis/init-producer-id'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { txnOffsetCommitApi } from '@odradek/protocol/apis/txn-offset-commit'
import { decodeResponseFrame, encodeRequestFrame } from '@odradek/protocol'
import { gzipCodec } from '@odradek/compression'
import { encodeUtf8 } from '@odradek/bytes'
import { MessageSetBuilder, readRecords } from '@odradek/records'
import test, { type ExecutionContext } from 'ava'
import { brokerApis } from '../src/core/api-table.ts'
import { releases } from '../src/core/emulation/release-versions.ts'
import { Broker } from '../src/broker.ts'
import type { BrokerOptions } from '../src/options.ts'
import { batchOf } from './core/batches.ts'
import { RawClient } from './raw-client.ts'

const ID = 'AAAAAAAAAAAAAAAAAAAABQ'
const corpus = JSON.parse(
  readFileSync(new URL('../../../fixtures/schemas/api-versions-by-release.json', import.meta.url), 'utf8'),
) as Record<string, [number, number, number][] | null>

async function connect(t: ExecutionContext, options: BrokerOptions) {
  const broker = await Broker.start({ topics: ['t'], ...options })
  const client = new RawClient(systemEnvironment().transport, { host: broker.host, port: broker.port })
  await client.opened
  t.teardown(async () => {
    client.close()
    await broker.close()
  })
  return client
}

for (const release of releases.filter((name) => corpus[name] !== null && corpus[name] !== undefined)) {
  test(`${release} announces its own versions of what is there`, async (t) => {
    const client = await connect(t, { emulate: release })
    const { apiKeys, errorCode } = await client.ask(apiVersionsApi, 0, {})
    t.is(errorCode, 0)
    const expected = corpus[release]!.filter(([key]) => brokerApis.get(key) !== undefined)
    t.deepEqual(
      apiKeys.map(({ apiKey, minVersion, maxVersion }) => [apiKey, minVersion, maxVersion]),
      expected.filter(([key]) => brokerApis.get(key)!.isHidden !== true),
    )
  })
}

test('all that Kafka 4.3.1 announces is announced, and no more', async (t) => {
  const { apiKeys } = await (await connect(t, {})).ask(apiVersionsApi, 0, {})
  t.deepEqual(
    apiKeys.map(({ apiKey, minVersion, maxVersion }) => [apiKey, minVersion, maxVersion]),
    corpus['4.3.1'],
  )
})

test('controllers are not changed, in Kafka’s words', async (t) => {
  const client = await connect(t, { clusterId: 'star' })
  const voter = { voterId: 2, voterDirectoryId: ID, timeoutMs: 1000, listeners: [] }
  t.like(await client.ask(addRaftVoterApi, 1, { clusterId: 'star', ...voter }), {
    errorCode: ErrorCode.UNSUPPORTED_VERSION,
    errorMessage: "Cluster doesn't support adding voter because the kraft.version feature is 0",
  })
  t.like(await client.ask(removeRaftVoterApi, 0, { clusterId: 'moon', ...voter }), {
    errorCode: ErrorCode.INCONSISTENT_CLUSTER_ID,
    errorMessage: 'The given id "moon" doesn\'t match the cluster id "star"',
  })
})

/** What comes first: an answer, or the end. */
async function outcome(client: RawClient, frame: Uint8Array): Promise<Uint8Array | undefined> {
  client.write(frame)
  return client.frame()
}

const versionsRequest = (version: number) => encodeRequestFrame(apiVersionsApi, version, 7, 'raw', {})

test('0.8 closes the connection on ApiVersions', async (t) => {
  const client = await connect(t, { emulate: '0.8.2' })
  t.is(await outcome(client, versionsRequest(0)), undefined)
})

test('0.9 forgets ApiVersions, and answers what comes after it', async (t) => {
  const client = await connect(t, { emulate: '0.9' })
  client.write(versionsRequest(0))
  t.is((await client.ask(metadataApi, 0, { topics: [] })).topics[0]!.name, 't')
})

test('0.8 and 0.9 take a version that they do not know for one that they do', async (t) => {
  for (const emulate of ['0.8.2', '0.9.0']) {
    const client = await connect(t, { emulate })
    const frame = encodeRequestFrame(metadataApi, 0, 9, 'raw', { topics: [] })
    frame[7] = 99
    const answer = decodeResponseFrame(metadataApi, 0, (await outcome(client, frame))!)
    t.is(answer.response.brokers.length, 1)
  }
})

test('ApiVersions of an unknown version names the known ones from 2.4 on', async (t) => {
  for (const [emulate, count] of [
    ['0.10.0', 0],
    ['2.0', 0],
    ['2.4', 1],
    ['3.9', 1],
  ] as const) {
    const client = await connect(t, { emulate })
    const frame = encodeRequestFrame(apiVersionsApi, 3, 7, 'raw', {
      clientSoftwareName: 'x',
      clientSoftwareVersion: '1',
    })
    frame[7] = 99
    const { response } = decodeResponseFrame(apiVersionsApi, 0, (await outcome(client, frame))!)
    t.is(response.errorCode, ErrorCode.UNSUPPORTED_VERSION)
    t.is(response.apiKeys.length, count, emulate)
  }
})

test('a version that the release does not take closes the connection', async (t) => {
  const client = await connect(t, { emulate: '0.10.2' })
  await t.throwsAsync(client.ask(metadataApi, 3, { topics: null }))
})

test('Kafka 4 takes Produce from 3 on, though it announces 0', async (t) => {
  const client = await connect(t, { emulate: '4.0' })
  await t.throwsAsync(client.ask(produceApi, 2, { acks: 1, timeoutMs: 1, topicData: [] }))
})

test('single versions can be capped, and APIs taken away', async (t) => {
  const client = await connect(t, { maxApiVersions: { Fetch: 11, DescribeCluster: -1 } })
  const { apiKeys } = await client.ask(apiVersionsApi, 0, {})
  t.like(
    apiKeys.find(({ apiKey }) => apiKey === 1)!,
    { minVersion: 4, maxVersion: 11 },
  )
  t.is(
    apiKeys.find(({ apiKey }) => apiKey === 60),
    undefined,
  )
  await t.throwsAsync(Broker.start({ maxApiVersions: { Fetsch: 1 } }), { instanceOf: UsageError })
  await t.throwsAsync(Broker.start({ emulate: '5.0' }), { instanceOf: UsageError, message: /0\.8\.2\.2/ })
})

function messageSet(magic: 0 | 1, values: readonly string[], compressed: boolean): Uint8Array {
  const builder = new MessageSetBuilder({ magic, ...(compressed && { compression: gzipCodec }) })
  values.forEach((value, index) => builder.append(magic === 0 ? -1 : 1000 + index, null, encodeUtf8(value)))
  return builder.build()
}

function read(records: Uint8Array | null) {
  return [...readRecords(records!)].flatMap((batch) =>
    [...batch.records()].map((record) => [batch.magic, Number(record.offset), new TextDecoder().decode(record.value!)]),
  )
}

async function produceAndFetch(client: RawClient, produceVersion: number, fetchVersion: number, records: Uint8Array) {
  const topicData = [{ name: 't', partitionData: [{ index: 0, records }] }]
  const { responses } = await client.ask(produceApi, produceVersion, { acks: 1, timeoutMs: 1000, topicData })
  const partitions = [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1_000_000 }]
  const request = { replicaId: -1, maxWaitMs: 0, minBytes: 0, topics: [{ topic: 't', partitions }] }
  const fetched = await client.ask(fetchApi, fetchVersion, fetchVersion < 3 ? request : { ...request, maxBytes: 1e6 })
  const { errorCode, records: read_ } = fetched.responses[0]!.partitions[0]!
  return { produced: responses[0]!.partitionResponses[0]!, errorCode, records: read_ }
}

for (const [emulate, produceVersion, fetchVersion, sent, stored] of [
  ['0.8.2', 0, 0, 0, 0],
  ['0.9.0', 1, 1, 0, 0],
  ['0.10.0', 2, 2, 1, 1],
  ['0.10.2', 2, 3, 0, 1],
  ['0.10.2', 2, 1, 1, 0],
  ['2.8', 1, 3, 0, 1],
  ['3.9', 2, 4, 1, 2],
] as const) {
  for (const compressed of [false, true]) {
    const how = `${compressed ? 'compressed ' : ''}message sets of magic ${sent}`
    test(`${emulate}: Produce ${produceVersion} takes ${how}, and Fetch ${fetchVersion} gives magic ${stored}`, async (t) => {
      const client = await connect(t, { emulate })
      const records = messageSet(sent, ['a', 'b', 'c'], compressed)
      const result = await produceAndFetch(client, produceVersion, fetchVersion, records)
      t.like(result.produced, { errorCode: 0, baseOffset: 0n })
      t.deepEqual(read(result.records), [
        [stored, 0, 'a'],
        [stored, 1, 'b'],
        [stored, 2, 'c'],
      ])
      const again = await produceAndFetch(client, produceVersion, fetchVersion, records)
      t.is(again.produced.baseOffset, 3n)
    })
  }
}

test('a damaged message set is refused', async (t) => {
  const client = await connect(t, { emulate: '0.9.0' })
  const records = messageSet(0, ['a'], false)
  records[records.length - 1]! ^= 1
  t.is((await produceAndFetch(client, 0, 0, records)).produced.errorCode, ErrorCode.CORRUPT_MESSAGE)
})

test('ListOffsets 0 gives a list of offsets', async (t) => {
  const client = await connect(t, { emulate: '0.9.0' })
  await produceAndFetch(client, 0, 0, messageSet(0, ['a', 'b'], false))
  const ask = async (timestamp: bigint, maxNumOffsets: number) => {
    const partitions = [{ partitionIndex: 0, timestamp, maxNumOffsets }]
    const answer = await client.ask(listOffsetsApi, 0, { replicaId: -1, topics: [{ name: 't', partitions }] })
    return answer.topics[0]!.partitions[0]!.oldStyleOffsets
  }
  t.deepEqual(await ask(-1n, 10), [2n, 0n])
  t.deepEqual(await ask(-1n, 1), [2n])
  t.deepEqual(await ask(-2n, 1), [0n])
})

/** As nodes of these releases announced and answered. */
const transactionalReleases = [
  {
    emulate: '3.3',
    finalized: ['metadata.version 7'],
    produce: [9],
    commit: [3],
    records: 0,
    offsets: 0,
    verified: undefined,
  },
  {
    emulate: '3.6',
    finalized: ['metadata.version 14'],
    produce: [9],
    commit: [3],
    records: 48,
    offsets: 0,
    verified: 48,
  },
  {
    emulate: '3.9',
    finalized: ['metadata.version 21'],
    produce: [10],
    commit: [3],
    records: 48,
    offsets: 48,
    verified: 120,
  },
  {
    emulate: '3.9',
    finalized: ['metadata.version 21'],
    produce: [11],
    commit: [4],
    records: 120,
    offsets: 120,
    verified: 120,
  },
] as const

for (const { emulate, finalized, produce, commit, records, offsets, verified } of transactionalReleases) {
  test(`${emulate}: a transaction without its partitions by Produce ${produce[0]} and TxnOffsetCommit ${commit[0]}`, async (t) => {
    const client = await connect(t, { emulate, topics: ['t'] })
    const software = { clientSoftwareName: 'raw', clientSoftwareVersion: '1' }
    const { finalizedFeatures } = await client.ask(apiVersionsApi, 3, software)
    t.deepEqual(
      finalizedFeatures.map(({ name, maxVersionLevel }) => `${name} ${maxVersionLevel}`),
      finalized as unknown as string[],
    )
    await client.ask(findCoordinatorApi, 3, { keyType: 1, key: 'tx' })
    await client.ask(findCoordinatorApi, 3, { keyType: 0, key: 'g' })
    const transaction = { transactionalId: 'tx', transactionTimeoutMs: 60_000 }
    const { producerId, producerEpoch } = await client.ask(initProducerIdApi, 4, transaction)
    const batch = batchOf(['a'], { producerId, producerEpoch, baseSequence: 0, isTransactional: true })
    const topicData = [{ name: 't', partitionData: [{ index: 0, records: batch }] }]
    const produced = await client.ask(produceApi, produce[0], {
      transactionalId: 'tx',
      acks: -1,
      timeoutMs: 1000,
      topicData,
    })
    t.is(produced.responses[0]!.partitionResponses[0]!.errorCode, records)
    const topics = [{ name: 't', partitions: [{ partitionIndex: 0, committedOffset: 1n }] }]
    const offsetCommit = { transactionalId: 'tx', groupId: 'g', producerId, producerEpoch, topics }
    const committed = await client.ask(txnOffsetCommitApi, commit[0], offsetCommit)
    t.is(committed.topics[0]!.partitions[0]!.errorCode, offsets)
    if (verified === undefined) return
    const asked = {
      transactionalId: 'tx',
      producerId,
      producerEpoch,
      verifyOnly: true,
      topics: [{ name: 't', partitions: [0] }],
    }
    const { resultsByTransaction } = await client.ask(addPartitionsToTxnApi, 4, { transactions: [asked] })
    t.is(resultsByTransaction[0]!.topicResults[0]!.resultsByPartition[0]!.partitionErrorCode, verified)
  })
}

test('the releases of Kafka 4 have the features that they finalize', async (t) => {
  for (const [emulate, absent] of [
    ['4.0', ['eligible.leader.replicas.version', 'share.version', 'streams.version']],
    ['4.1', ['share.version', 'streams.version']],
    ['4.2', []],
  ] as const) {
    const client = await connect(t, { emulate })
    const software = { clientSoftwareName: 'raw', clientSoftwareVersion: '1' }
    const { finalizedFeatures } = await client.ask(apiVersionsApi, 3, software)
    const names = finalizedFeatures.map(({ name }) => name)
    for (const name of absent) t.false(names.includes(name), `${emulate} ${name}`)
    t.true(names.includes('transaction.version'))
    t.is(names.length, 6 - absent.length)
  }
})
