import test from 'ava'
import { parseDefinition, type RawMessage } from '../../generator/parse-definition.ts'
import { writeApiKeys } from '../../generator/write-api-keys.ts'
import { pairApis, writeAllApis, writeAllMessages, writeApi } from '../../generator/write-apis.ts'

function message(name: string, type: string, more: Partial<RawMessage> = {}) {
  const raw = { name, type, apiKey: 500, validVersions: '0-4', flexibleVersions: '3+', fields: [], ...more }
  return parseDefinition(raw)
}

const request = message('PartyRequest', 'request')
const response = message('PartyResponse', 'response')
const key = {
  apiKey: 500,
  name: 'Party',
  hasValidVersion: true,
  oldestVersion: 1,
  latestVersion: 4,
  latestStableVersion: 3,
  listeners: [],
}

test('a request and a response of one API key make an API', (t) => {
  const text = writeApi(pairApis([response, request], [key])[0]!)
  t.true(text.includes('export const partyApi: Api<PartyRequest, PartyResponse> = {'))
  t.true(text.includes('latestStableVersion: 3,'))
  t.true(text.includes('requestHeaderVersion: (version) => (version >= 3 ? 2 : 1),'))
  t.true(text.includes('responseHeaderVersion: (version) => (version >= 3 ? 1 : 0),'))
})

test('an API without flexible versions has one header', (t) => {
  const never = { flexibleVersions: 'none' }
  const [api] = pairApis(
    [message('PartyRequest', 'request', never), message('PartyResponse', 'response', never)],
    [key],
  )
  t.true(writeApi(api!).includes('requestHeaderVersion: () => 1,'))
  t.true(writeApiKeys([api!]).includes("['Party', 0, 4, 3, [1, 4], undefined],"))
})

test('the table of API keys says what Kafka 4.3 takes, and nothing where it has dropped the API', (t) => {
  t.true(writeApiKeys(pairApis([request, response], [key])).includes("['Party', 0, 4, 3, [1, 4], 3],"))
  const dropped = { apiKey: 500, name: 'Party', hasValidVersion: false, listeners: [] }
  t.true(writeApiKeys(pairApis([request, response], [dropped])).includes("['Party', 0, 4, 4, undefined, 3],"))
})

test('a request without a response, without a key or of other versions is refused', (t) => {
  t.throws(() => pairApis([request], [key]), { message: /PartyRequest has no response/ })
  t.throws(() => pairApis([request, response], []), { message: /not listed/ })
  const longer = message('PartyResponse', 'response', { validVersions: '0-5' })
  t.throws(() => pairApis([request, longer], [key]), { message: /do not have the same versions/ })
})

test('the lists import what they list', (t) => {
  const all = writeAllApis(pairApis([request, response], [key]))
  t.true(all.includes("import { partyApi } from './apis/party.ts'"))
  t.true(writeAllMessages([request]).includes("import { partyRequest } from './messages/party-request.ts'"))
})
