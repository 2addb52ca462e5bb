import test from 'ava'
import { readFileSync } from 'node:fs'
import { goldenPath } from '@odradek/test-kit'
import { ErrorCode, errorMessage, errorName, isRetriableErrorCode } from '../src/generated/error-codes.ts'

const expected = JSON.parse(readFileSync(goldenPath('schemas/errors.json'), 'utf8')) as {
  readonly code: number
  readonly name: keyof typeof ErrorCode
  readonly retriable: boolean
}[]

test("every error code has Kafka's name and says whether a retry can help", (t) => {
  t.is(expected.length, 135)
  t.is(Object.keys(ErrorCode).length, expected.length)
  for (const { code, name, retriable } of expected) {
    t.is<number, number>(ErrorCode[name], code)
    t.is(errorName(code), name)
    t.is(isRetriableErrorCode(code), retriable, name)
  }
})

test('every error code has one sentence of its own', (t) => {
  const sentences = expected.map(({ code }) => errorMessage(code))
  for (const sentence of sentences) t.regex(sentence, /^(?:[A-Z]|acks|delete).{15,150}\.$/)
  t.is(new Set(sentences).size, sentences.length)
})

test('a code that is not known has a name and a sentence, and is not retriable', (t) => {
  t.is(errorName(4711), 'UNKNOWN_ERROR_4711')
  t.regex(errorMessage(4711), /4711/)
  t.false(isRetriableErrorCode(4711))
})
