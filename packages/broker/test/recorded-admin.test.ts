// What a broker of Apache Kafka 4.3.1 answered to a sequence of administrators' requests, recorded; this broker is to answer the same.
import { readFileSync } from 'node:fs'
import type { Api } from '@odradek/protocol'
import test from 'ava'
import { brokerApis } from '../src/core/api-table.ts'
import { CoreHarness } from './core/core-harness.ts'

interface Recorded {
  /** The API's name and the version. */
  readonly api: string
  readonly request: unknown
  readonly answer: unknown
}

const recorded = readFileSync(new URL('recorded/admin-answers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded)

const BIGINTS = ['maxLifetimeMs', 'renewPeriodMs', 'expiryTimePeriodMs']
const BYTES = ['hmac', 'salt', 'saltedPassword']

/** Bytes and long numbers lie in the recording as base64, as Node prints a Buffer, and as text. */
function revive(value: unknown, key = ''): unknown {
  if (BIGINTS.includes(key)) return BigInt(value as string)
  if (BYTES.includes(key)) {
    return Uint8Array.from(
      typeof value === 'string' ? Buffer.from(value, 'base64') : (value as { data: number[] }).data,
    )
  }
  if (Array.isArray(value)) return value.map((one) => revive(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revive(one, name)]))
}

/** Ids are given anew each time, and Kafka's lists come in any order but for those that say what goes before what. */
function comparable(value: unknown, key = ''): unknown {
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Uint8Array) return [...value].length
  if (BYTES.includes(key)) return (value as { data: number[] }).data.length
  if (Array.isArray(value)) {
    const list = value.map((one) => comparable(one))
    if (key === 'synonyms') return list
    return list.map((one) => JSON.stringify(one)).sort()
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => name !== 'topicId')
  return Object.fromEntries(entries.map(([name, one]) => [name, comparable(one, name)]).sort())
}

test("administrators' requests are answered as Apache Kafka 4.3.1 answered them", (t) => {
  const harness = new CoreHarness({ groupInitialRebalanceDelayMs: 0 })
  t.true(recorded.length > 250)
  for (const { api: name, request, answer } of recorded) {
    const [apiName, version] = name.split(' ')
    const api = [...brokerApis.values()].find((entry) => entry.api.name === apiName)!.api as unknown as Api<
      object,
      object
    >
    const response = harness.get(api, Number(version), revive(request) as object)
    t.deepEqual(comparable(response), comparable(answer), `${name} ${JSON.stringify(request)}`)
  }
})
