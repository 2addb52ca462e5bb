import test from 'ava'

import { ErrorCode } from '@odradek/protocol'
import { allApis } from '@odradek/protocol/all-apis'
import { brokerApis } from '../../../src/core/api-table.ts'
import { AclOperation, ResourceType } from '../../../src/core/security/acl.ts'
import { authorizationRules } from '../../../src/core/security/authorization-rules.ts'
import type { AuthorizationContext, Verdict } from '../../../src/core/security/rules/authorization-context.ts'

const { READ, DESCRIBE, DELETE } = AclOperation
const { GROUP, TOPIC } = ResourceType
const { GROUP_AUTHORIZATION_FAILED, TOPIC_AUTHORIZATION_FAILED } = ErrorCode

/** Kafka asks its authorizer for nothing here, or the broker refuses all in any case. */
const FREE = [
  ...['ApiVersions', 'SaslHandshake', 'SaslAuthenticate', 'GetTelemetrySubscriptions', 'PushTelemetry'],
  ...['CreateDelegationToken', 'RenewDelegationToken', 'ExpireDelegationToken', 'DescribeDelegationToken'],
  ...['StreamsGroupHeartbeat', 'StreamsGroupDescribe'],
]

test('no API is free for all but those that are meant to be', (t) => {
  const free = [...brokerApis.values()].map(({ api }) => api).filter(({ key }) => !authorizationRules.has(key))
  t.deepEqual(free.map(({ name }) => name).sort(), FREE.sort())
})

/** What the rule of an API says to a client that may do only this; topic ids are names in capitals. */
function judge(apiName: string, body: object, allowed: readonly (readonly [number, number, string])[]): Verdict {
  const rule = authorizationRules.get(allApis.find(({ name }) => name === apiName)!.key)!
  const may = (...wanted: readonly [number, number, string]) =>
    allowed.some((one) => one.every((value, i) => value === wanted[i]))
  const state = { topics: { byId: (id: string) => ({ name: id.toLowerCase() }) } }
  return rule({ body, version: 1, state, may } as unknown as AuthorizationContext)
}

const partitions = [{ partitionIndex: 0, startOffset: 1n }]
const byId = { groupId: 'g', topics: ['MINE', 'YOURS'].map((topicId) => ({ topicId, partitions })) }
const byName = { groupId: 'g', topics: ['mine', 'yours'].map((topicName) => ({ topicName, partitions })) }
const asks = ['mine', 'yours'].map((topicName) => ({ topicName, partitions: [0] }))

for (const [api, operation, body] of [
  ['ShareFetch', READ, byId],
  ['ShareAcknowledge', READ, byId],
  ['AlterShareGroupOffsets', READ, byName],
  ['DeleteShareGroupOffsets', DELETE, byName],
] as const) {
  test(`${api} needs the group, and READ for each topic`, (t) => {
    const other = operation === DELETE ? READ : DESCRIBE
    const refused = judge(api, body, [
      [other, GROUP, 'g'],
      [operation, GROUP, 'another'],
      [READ, TOPIC, 'mine'],
    ])
    t.like(refused.refuse, { errorCode: GROUP_AUTHORIZATION_FAILED, errorMessage: 'Group authorization failed.' })
    const partly = judge(api, body, [
      [operation, GROUP, 'g'],
      [READ, TOPIC, 'mine'],
    ])
    t.is(partly.refuse, undefined)
    t.deepEqual((partly.body as typeof body).topics, [body.topics[0]!] as never)
    const { responses } = partly.finish!({ responses: [] }) as {
      responses: { errorCode?: number; partitions?: { errorCode: number }[] }[]
    }
    t.deepEqual(
      responses.map(({ errorCode, partitions: [partition] = [] }) => errorCode ?? partition?.errorCode),
      [TOPIC_AUTHORIZATION_FAILED],
    )
  })
}

test('what a share session still has of a topic is kept back once the topic is no longer allowed', (t) => {
  const { finish } = judge('ShareFetch', { groupId: 'g', topics: [] }, [[READ, GROUP, 'g']])
  const records = new Uint8Array(3)
  const answered = finish!({ responses: [{ topicId: 'YOURS', partitions: [{ partitionIndex: 2, records }] }] })
  const [topic] = (answered as { responses: { partitions: { errorCode: number; records?: Uint8Array }[] }[] }).responses
  t.is(topic!.partitions[0]!.errorCode, TOPIC_AUTHORIZATION_FAILED)
  t.is(topic!.partitions[0]!.records, undefined)
})

test('DescribeShareGroupOffsets needs DESCRIBE for groups and topics, and does not tell of topics nobody named', (t) => {
  const groups = [
    { groupId: 'g', topics: asks },
    { groupId: 'all', topics: null },
    { groupId: 'hidden', topics: null },
  ]
  const { body, finish } = judge('DescribeShareGroupOffsets', { groups }, [
    [DESCRIBE, GROUP, 'g'],
    [DESCRIBE, GROUP, 'all'],
    [DESCRIBE, TOPIC, 'mine'],
  ])
  t.deepEqual(body as object, {
    groups: [
      { groupId: 'g', topics: [asks[0]] },
      { groupId: 'all', topics: null },
    ],
  })
  const found = {
    groups: ['g', 'all'].map((groupId) => ({ groupId, topics: groupId === 'g' ? asks.slice(0, 1) : asks })),
  }
  const answer = finish!(found) as {
    groups: { groupId: string; errorCode?: number; topics: { topicName: string }[] }[]
  }
  t.deepEqual(
    answer.groups.map(({ groupId, errorCode, topics }) => [
      groupId,
      errorCode,
      topics.map(({ topicName }) => topicName),
    ]),
    [
      ['g', undefined, ['mine', 'yours']],
      ['all', undefined, ['mine']],
      ['hidden', GROUP_AUTHORIZATION_FAILED, []],
    ],
  )
})
