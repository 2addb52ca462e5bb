import test from 'ava'
import fc from 'fast-check'

import { DecodeError } from '@odradek/bytes'
import { ApiKey, ConnectionError, encodeResponseFrame, UnsupportedVersionError } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { produceApi } from '@odradek/protocol/apis/produce'

import { chooseVersion, readApiVersionsAnswer } from '../../src/core/version-negotiation.ts'

const answer = (version: number, response: object) =>
  encodeResponseFrame(apiVersionsApi as never, version, 7, response as never).subarray(4)

test('the answers of real brokers are read: error 35 with an empty list leads to version 0', (t) => {
  // As Kafka 0.10 to 2.3 answer version 3 and above: 10 bytes, correlation id, error 35, an empty array.
  const frame = Uint8Array.of(0, 0, 0, 7, 0, 35, 0, 0, 0, 0)
  t.deepEqual(readApiVersionsAnswer(frame, 4), { askAgainWith: 0 })
})

test('the answers of real brokers are read: error 35 with a range leads to its upper end', (t) => {
  // As Kafka 2.4 to 3.8 answer version 4: ApiVersions 0 to 3.
  const frame = Uint8Array.of(0, 0, 0, 7, 0, 35, 0, 0, 0, 1, 0, 18, 0, 0, 0, 3)
  t.deepEqual(readApiVersionsAnswer(frame, 4), { askAgainWith: 3 })
})

test('a broker that refuses the very version it names is asked with a lower one each time, until it is given up', (t) => {
  const frame = answer(0, { errorCode: 35, apiKeys: [{ apiKey: 18, minVersion: 0, maxVersion: 4 }] })
  for (let asked = 4; asked > 0; asked--) t.deepEqual(readApiVersionsAnswer(frame, asked), { askAgainWith: asked - 1 })
  t.throws(() => readApiVersionsAnswer(frame, 0), { instanceOf: ConnectionError, message: /UNSUPPORTED_VERSION/ })
})

test('every cut of an answer is a DecodeError', (t) => {
  const frame = answer(3, { apiKeys: [{ apiKey: 0, minVersion: 0, maxVersion: 9 }] })
  for (let end = 0; end < frame.length; end++) {
    t.throws(() => readApiVersionsAnswer(frame.subarray(0, end), 3), { instanceOf: DecodeError })
  }
})

test('any bytes give an outcome, a DecodeError or a ConnectionError', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.integer({ min: 0, max: 4 }), (bytes, version) => {
      try {
        const outcome = readApiVersionsAnswer(bytes, version)
        return outcome.versions !== undefined || outcome.askAgainWith < version
      } catch (error) {
        return error instanceof DecodeError || error instanceof ConnectionError
      }
    }),
  )
  t.pass()
})

test('Kafka 4 announces Produce from 0 on and takes it from 3 on', (t) => {
  const kafka4 = answer(4, {
    apiKeys: [
      { apiKey: ApiKey.Produce, minVersion: 0, maxVersion: 13 },
      { apiKey: ApiKey.Fetch, minVersion: 4, maxVersion: 18 },
    ],
  })
  const { versions } = readApiVersionsAnswer(kafka4, 4)
  t.deepEqual(versions?.get(ApiKey.Produce), { min: 3, max: 13 })
  t.throws(() => chooseVersion(produceApi, versions!, { maxVersion: 2 }, 'a:1'), {
    instanceOf: UnsupportedVersionError,
    message: 'the broker at a:1 has Produce versions 3 to 13; this client needs versions 0 to 2: upgrade this client',
  })
  const kafka3 = answer(3, {
    apiKeys: [
      { apiKey: ApiKey.Produce, minVersion: 0, maxVersion: 9 },
      { apiKey: ApiKey.Fetch, minVersion: 0, maxVersion: 13 },
    ],
  })
  t.deepEqual(readApiVersionsAnswer(kafka3, 3).versions?.get(ApiKey.Produce), { min: 0, max: 9 })
})

test('the version is the highest that both sides and the limits allow', (t) => {
  const range = fc
    .tuple(fc.nat({ max: 25 }), fc.nat({ max: 25 }))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
  fc.assert(
    fc.property(range, fc.option(range, { nil: undefined }), (broker, limits) => {
      const fits = (version: number) =>
        version >= broker.min &&
        version <= broker.max &&
        version >= fetchApi.minVersion &&
        version <= fetchApi.maxVersion &&
        (limits === undefined
          ? version <= fetchApi.latestStableVersion
          : version >= limits.min && version <= limits.max)
      const expected = Array.from({ length: 26 }, (_, version) => version)
        .filter(fits)
        .at(-1)
      const given = limits === undefined ? {} : { minVersion: limits.min, maxVersion: limits.max }
      try {
        return chooseVersion(fetchApi, new Map([[fetchApi.key, broker]]), given, 'a:1') === expected
      } catch (error) {
        return error instanceof UnsupportedVersionError && expected === undefined
      }
    }),
  )
  t.pass()
})
