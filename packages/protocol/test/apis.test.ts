import test from 'ava'
import { readFileSync } from 'node:fs'
import { goldenPath } from '@odradek/test-kit'
import { allApis } from '../src/generated/all-apis.ts'
import { ApiKey, apiKeyFacts, apiName } from '../src/generated/api-keys.ts'
import { requestHeaderVersion, responseHeaderVersion } from '../src/request-header.ts'

interface KafkaApi {
  readonly apiKey: number
  readonly name: string
  readonly hasValidVersion: boolean
  readonly oldestVersion: number
  readonly latestVersion: number
  readonly latestStableVersion: number
  readonly requestHeaderVersions: readonly number[]
  readonly responseHeaderVersions: readonly number[]
}

const expected = JSON.parse(readFileSync(goldenPath('schemas/api-keys.json'), 'utf8')) as KafkaApi[]

test('every API of Kafka 4.3, and those it has dropped, are there with their names and versions', (t) => {
  t.is(allApis.length, 93)
  t.deepEqual(
    allApis.map(({ key, name }) => [key, name]),
    expected.map(({ apiKey, name }) => [apiKey, name]),
  )
  for (const { apiKey, name, hasValidVersion, oldestVersion, latestVersion, latestStableVersion } of expected) {
    const facts = apiKeyFacts.get(apiKey)!
    t.is(apiName(apiKey), facts.name)
    t.is(facts.name as string, name)
    t.deepEqual(facts.kafka43Versions, hasValidVersion ? [oldestVersion, latestVersion] : undefined)
    if (hasValidVersion) t.is(facts.latestStableVersion, latestStableVersion)
  }
})

test('the table of API keys says the same as the APIs themselves', (t) => {
  for (const api of allApis) {
    const facts = apiKeyFacts.get(api.key)!
    t.is(ApiKey[facts.name], api.key as never)
    t.deepEqual(
      [facts.minVersion, facts.maxVersion, facts.latestStableVersion, facts.flexibleFrom],
      [api.minVersion, api.maxVersion, api.latestStableVersion, api.request.flexibleFrom],
    )
    t.is(api.request.flexibleFrom, api.response.flexibleFrom, api.name)
    for (let version = api.minVersion; version <= api.maxVersion; version++) {
      t.is(requestHeaderVersion(api.key, version), api.requestHeaderVersion(version), `${api.name} ${version}`)
      t.is(responseHeaderVersion(api.key, version), api.responseHeaderVersion(version), `${api.name} ${version}`)
    }
  }
})

test("header versions are Kafka's", (t) => {
  for (const {
    apiKey,
    name,
    hasValidVersion,
    oldestVersion,
    requestHeaderVersions,
    responseHeaderVersions,
  } of expected) {
    if (!hasValidVersion) continue
    requestHeaderVersions.forEach((header, i) => t.is(requestHeaderVersion(apiKey, oldestVersion + i), header, name))
    responseHeaderVersions.forEach((header, i) => t.is(responseHeaderVersion(apiKey, oldestVersion + i), header, name))
  }
})

test('an API key that is not known has no name and no header', (t) => {
  t.is(apiName(4711), undefined)
  t.is(requestHeaderVersion(4711, 0), undefined)
  t.is(responseHeaderVersion(4711, 0), undefined)
})

test('a version that may still change is not the latest stable one', (t) => {
  const facts = apiKeyFacts.get(ApiKey.InitProducerId)!
  t.is(facts.maxVersion, 6)
  t.is(facts.latestStableVersion, 5)
})
