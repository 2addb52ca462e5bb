import test from 'ava'
import {
  answerBody,
  findCoordinatorRequest,
  apiVersionsRequest,
  metadataRequest,
  notReadyReason,
  parseApiVersions,
  parseFindCoordinator,
  parseMetadata,
} from '../src/broker-probe.ts'

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')

// Written by hand from the protocol guide.
const apiVersionsBody = bytes('0000 00000002 0000 0003 000d 0003 0000 000d')
const metadataBody = bytes(
  `00000001  00000001 0009 3132372e302e302e31 00002384 ffff
   0016 4d6b55334f4542474e5463774e544a4545524532516b  00000001  00000000`,
)
const clusterId = 'MkU3OEBGNTcwNTJEERE2Qk'

test('the requests are complete frames with a client id', (t) => {
  t.deepEqual(apiVersionsRequest(), bytes('0000001e 0012 0000 00000007 0014 6f64726164656b2d746573742d636c7573746572'))
  t.deepEqual(
    metadataRequest(2),
    bytes('00000022 0003 0002 00000007 0014 6f64726164656b2d746573742d636c7573746572 00000000'),
  )
})

test('an answer is taken only when it is whole', (t) => {
  const answer = bytes('00000006 00000007 abcd')
  for (let length = 0; length < answer.length; length++) {
    t.is(answerBody(answer.subarray(0, length)), undefined)
  }
  t.deepEqual(answerBody(answer), bytes('abcd'))
  t.deepEqual(answerBody(Buffer.concat([answer, answer])), bytes('abcd'))
})

test('an answer with an impossible size or to another request is refused at once', (t) => {
  t.throws(() => answerBody(bytes('ffffffff')), { code: 'bad-answer' })
  t.throws(() => answerBody(bytes('00000003')), { code: 'bad-answer' })
  t.throws(() => answerBody(bytes('48545450')), { code: 'bad-answer', message: /announces 1213486160 bytes/ })
  t.throws(() => answerBody(bytes('00000004 00000008')), { code: 'bad-answer' })
})

test('ApiVersions is read', (t) => {
  t.deepEqual(parseApiVersions(apiVersionsBody), [
    { apiKey: 0, minimum: 3, maximum: 13 },
    { apiKey: 3, minimum: 0, maximum: 13 },
  ])
})

test('ApiVersions with an error code is refused', (t) => {
  t.throws(() => parseApiVersions(bytes('0023 00000000')), { code: 'bad-answer', message: /error 35/ })
})

test('Metadata is read', (t) => {
  t.deepEqual(parseMetadata(metadataBody, 2), {
    brokers: [{ nodeId: 1, host: '127.0.0.1', port: 9092 }],
    clusterId,
    controllerId: 1,
  })
})

test('Metadata of brokers before 0.10.1 has no cluster id, and before 0.10 no controller', (t) => {
  const version1 = bytes('00000001  00000001 0009 3132372e302e302e31 00002384 ffff 00000001 00000000')
  const brokers = [{ nodeId: 1, host: '127.0.0.1', port: 9092 }]
  t.deepEqual(parseMetadata(version1, 1), { brokers, clusterId: undefined, controllerId: 1 })
  const version0 = bytes('00000001  00000001 0009 3132372e302e302e31 00002384 00000000')
  const view = parseMetadata(version0, 0)
  t.deepEqual(view, { brokers, clusterId: undefined, controllerId: undefined })
  const expected = { port: 9092, clusterId: undefined, peers: [], metadataVersion: 0, hasApiVersions: false } as const
  t.is(notReadyReason(undefined, view, expected), undefined)
})

test('FindCoordinator is asked for a group and read to its error code', (t) => {
  t.regex(findCoordinatorRequest().toString('hex'), /^00000034000a000000000007/)
  t.is(parseFindCoordinator(bytes('000f ffffffff 0000 ffffffff')), 15)
})

test('every truncation of both answers is refused', (t) => {
  for (let length = 0; length < apiVersionsBody.length; length++) {
    t.throws(() => parseApiVersions(apiVersionsBody.subarray(0, length)), { code: 'bad-answer' }, `${length} bytes`)
  }
  const lastRead = metadataBody.length - 4 // the empty list of topics at the end is not looked at
  for (let length = 0; length < lastRead; length++) {
    t.throws(() => parseMetadata(metadataBody.subarray(0, length), 2), { code: 'bad-answer' }, `${length} bytes`)
  }
})

test('a list that announces more elements than there are bytes is refused', (t) => {
  t.throws(() => parseApiVersions(bytes('0000 7fffffff')), { code: 'bad-answer', message: /2147483647 elements/ })
  t.throws(() => parseMetadata(bytes('ffffffff'), 2), { code: 'bad-answer' })
})

test('a broker is ready only when its own cluster has a controller and lists it', (t) => {
  const versions = parseApiVersions(apiVersionsBody)
  const view = parseMetadata(metadataBody, 2)
  const expected = { port: 9092, clusterId, peers: [], metadataVersion: 2, hasApiVersions: true } as const
  t.is(notReadyReason(versions, view, expected), undefined)
  t.regex(notReadyReason([], view, expected) ?? '', /does not offer Metadata/)
  t.regex(notReadyReason(versions, { ...view, controllerId: -1 }, expected) ?? '', /no controller/)
  t.regex(notReadyReason(versions, { ...view, brokers: [] }, expected) ?? '', /not registered/)
  t.regex(notReadyReason(versions, view, { ...expected, port: 9093 }) ?? '', /not registered/)
  t.regex(notReadyReason(versions, view, { ...expected, peers: [9094] }) ?? '', /broker on port 9094 yet/)
  t.regex(notReadyReason(versions, view, { ...expected, clusterId: 'other' }) ?? '', /another cluster/)
})
