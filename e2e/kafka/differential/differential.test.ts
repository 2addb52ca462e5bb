// The same requests to Apache Kafka 4.3.1 and to the reference broker; the answers must be the same, but for the differences that are listed.
import { readFileSync } from 'node:fs'

import { type Api, ApiKey, type MessageInput } from '@odradek/protocol'
import { allApis } from '@odradek/protocol/all-apis'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { startCluster } from '@odradek/test-cluster'
import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { Broker } from 'odradek'

import { askAgain, type Patience } from '../../until.ts'
import { adminSteps } from './admin-steps.ts'
import { Asked, type RawAnswer } from './ask-both.ts'
import { defaultSteps } from './default-steps.ts'
import { endSteps } from './end-steps.ts'
import { fetchSteps } from './fetch-steps.ts'
import { groupSteps } from './groups-steps.ts'
import { knownDifferences } from './known-differences.ts'
import { differences, normalise } from './normalise.ts'
import { produceSteps } from './produce-steps.ts'
import { NO_ID, type Step } from './step.ts'
import { untilChanged } from './topic-changes.ts'
import { topicSteps } from './topics-steps.ts'
import { transactionSteps } from './transaction-steps.ts'

const SEED = 1
/** What was changed is known to a real broker a moment after its controller has answered: these APIs are asked again. */
const ONLY_READS = /^(Describe|List)|Describe$|^(Metadata|FindCoordinator|OffsetFetch|OffsetForLeaderEpoch)$/
const READ_PATIENCE: Patience = { limitMs: 10_000, pauseMs: 100 }

/** The settings that both brokers get. */
const properties = {
  'group.initial.rebalance.delay.ms': '0',
  'offsets.topic.num.partitions': '1',
  'transaction.state.log.num.partitions': '1',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
}

const apis = new Map(allApis.map((api) => [api.name, api as Api<unknown, unknown>]))

test('the reference broker answers what Apache Kafka 4.3.1 answers', async (t) => {
  t.timeout(600_000)
  await using kafka = await startCluster({ version: '4.3.1', properties })
  await using broker = await Broker.start({ offsetsTopicNumPartitions: 1, transactionStateLogNumPartitions: 1 })
  const both = { kafka: new Asked(kafka.bootstrapServers), ours: new Asked(broker.bootstrapServers) }
  const versions = await spoken(both.ours)
  const steps = [
    ...topicSteps,
    ...produceSteps,
    ...fetchSteps,
    ...groupSteps,
    ...transactionSteps,
    ...adminSteps,
    ...defaultSteps(versions, seededRandom(SEED)),
    ...endSteps,
  ].filter(([name]) => versions.has(apis.get(name)!.key))
  const found: string[] = []
  for (const step of steps) found.push(...(await compare(both, step)))
  both.kafka.close()
  both.ours.close()
  const unknown = found.filter((line) => !isKnown(line))
  t.log(
    `${steps.length} requests of ${new Set(steps.map(([api]) => api)).size} APIs; ${found.length} known differences`,
  )
  t.deepEqual(unknown, [])
  t.true(new Set(steps.map(([api]) => api)).size >= 60)
  for (const apiKey of versions.keys())
    t.true(
      steps.some(([api]) => apis.get(api)!.key === apiKey),
      `API ${apiKey}`,
    )
})

test('every version that is announced is one that Apache Kafka 4.3.1 announces', async (t) => {
  await using broker = await Broker.start()
  const asked = new Asked(broker.bootstrapServers)
  const ours = await spoken(asked)
  asked.close()
  const path = new URL('../../../fixtures/schemas/api-versions-by-release.json', import.meta.url)
  const releases = JSON.parse(readFileSync(path, 'utf8')) as Record<string, [number, number, number][]>
  const theirs = new Map(releases['4.3.1']!.map(([key, min, max]) => [key, `${min}-${max}`]))
  for (const [key, [min, max]] of ours) t.is(`${min}-${max}`, theirs.get(key)!, `API ${key}`)
})

async function spoken(ours: Asked): Promise<Map<number, readonly [number, number]>> {
  const answer = await ours.ask(apiVersionsApi as Api<unknown, unknown>, 0, {})
  const { apiKeys } = answer as { apiKeys: { apiKey: number; minVersion: number; maxVersion: number }[] }
  return new Map(apiKeys.map(({ apiKey, minVersion, maxVersion }) => [apiKey, [minVersion, maxVersion]]))
}

/** The differences of the answers to one request, each with the request in front. */
async function compare({ kafka, ours }: { kafka: Asked; ours: Asked }, step: Step): Promise<string[]> {
  const [name, version, request, ending] = step
  const api = apis.get(name)!
  const ask = (asked: Asked) => asked.ask(api, version, request as MessageInput<unknown>, ending)
  const theirs = await ask(kafka)
  await untilChanged(kafka, name, request, theirs)
  const mine = await ask(ours)
  const ownIds = new Set([NO_ID])
  const shown = `${name} ${version} ${JSON.stringify(request, shorten)}`
  const plain = (answer: unknown) => (api.key === ApiKey.ApiVersions ? withoutApis(answer) : answer)
  const compared = (answer: RawAnswer) =>
    differences(normalise(plain(answer), ownIds), normalise(plain(mine), ownIds)).map((line) => `${shown}\n    ${line}`)
  const found = compared(theirs)
  if (!ONLY_READS.test(name) || found.every(isKnown)) return found
  return askAgain(
    async () => compared(await ask(kafka)),
    (lines) => lines.every(isKnown),
    READ_PATIENCE,
  )
}

/** Which APIs are spoken has a test of its own. */
function withoutApis(answer: unknown): unknown {
  return typeof answer === 'object' ? { ...answer, apiKeys: [] } : answer
}

function shorten(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (value instanceof Uint8Array) return `<${value.length} bytes>`
  return typeof value === 'string' && value.length > 40 ? `${value.slice(0, 20)}... (${value.length})` : value
}

function isKnown(text: string): boolean {
  const name = text.slice(0, text.indexOf(' '))
  const line = text.slice(text.indexOf('\n    ') + 5)
  return knownDifferences.some(({ api, line: pattern }) => {
    return (typeof api === 'string' ? api === name : api.test(name)) && pattern.test(line)
  })
}
