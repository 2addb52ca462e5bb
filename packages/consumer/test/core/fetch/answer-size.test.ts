import test from 'ava'
import {
  AnswerSize,
  LEAST_ANSWER_BYTES,
  LEAST_ANSWER_RECORDS,
  MOST_ANSWER_BYTES,
  USUAL_ANSWER_BYTES,
} from '../../../src/core/fetch/answer-size.ts'

const late = { isFull: true, sizeInBytes: 1_000_000, records: 1000, hadRecords: true, hasRecords: false }
const early = { ...late, hasRecords: true }

function after(...answers: Parameters<AnswerSize['onAnswer']>[0][]): number {
  const size = new AnswerSize()
  for (const answer of answers) size.onAnswer(answer)
  return size.bytes
}

const times = <T>(count: number, item: T) => new Array<T>(count).fill(item)

test('a broker that is far away is asked for more and more, up to a bound', (t) => {
  t.is(after({ ...late, tookMs: 50 }), USUAL_ANSWER_BYTES, 'one slow answer may be an accident')
  t.is(after(...times(2, { ...late, tookMs: 50 })), 2 * USUAL_ANSWER_BYTES)
  t.is(after(...times(3, { ...late, tookMs: 50 })), 4 * USUAL_ANSWER_BYTES)
  t.is(after(...times(100, { ...late, tookMs: 50 })), MOST_ANSWER_BYTES)
})

test('a broker near by is asked for the usual size, however quick the reader is', (t) => {
  t.is(after(...times(100, { ...late, tookMs: 2 })), USUAL_ANSWER_BYTES)
})

test('a reader that is busy when answers come has less and less waiting, down to a bound', (t) => {
  const busy = { ...early, tookMs: 50 }
  t.true(after(busy) < USUAL_ANSWER_BYTES)
  t.is(after(...times(100, busy)), LEAST_ANSWER_BYTES.max)
  const grown = times(4, { ...late, tookMs: 50 })
  t.is(after(...grown), 8 * USUAL_ANSWER_BYTES)
  t.is(after(...grown, busy), 7 * USUAL_ANSWER_BYTES)
})

test('records that are small on the wire make for smaller answers, down to a bound', (t) => {
  const ofRecords = (records: number) => after(...times(100, { ...early, tookMs: 2, records }))
  t.is(ofRecords(10), LEAST_ANSWER_BYTES.max)
  t.is(ofRecords(20_000), 50 * LEAST_ANSWER_RECORDS)
  t.is(ofRecords(100_000), LEAST_ANSWER_BYTES.min)
  t.is(ofRecords(0), USUAL_ANSWER_BYTES, 'an answer without records is nothing to be busy with')
})

test('two answers wait behind the one that is read, one where reading it takes long', (t) => {
  const size = new AnswerSize()
  t.is(size.ahead, 2)
  for (let i = 0; i < 100; i++) size.onAnswer({ ...early, tookMs: 2 })
  t.is(size.ahead, 2)
  for (let i = 0; i < 100; i++) size.onAnswer({ ...early, tookMs: 2, records: 50_000 })
  t.is(size.ahead, 1)
})

test('it comes back to the usual size when the reader is quick again', (t) => {
  const small = times(100, { ...early, tookMs: 2 })
  t.true(after(...small, { ...late, tookMs: 2 }) > LEAST_ANSWER_BYTES.max)
  t.is(after(...small, ...times(100, { ...late, tookMs: 2 })), USUAL_ANSWER_BYTES)
})

test('answers that bring little, and the first one, say nothing of the way', (t) => {
  t.is(after(...times(100, { ...late, tookMs: 500, isFull: false })), USUAL_ANSWER_BYTES)
  t.is(after(...times(100, { ...late, tookMs: 500, hadRecords: false })), USUAL_ANSWER_BYTES)
})
