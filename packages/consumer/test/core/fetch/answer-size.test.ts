import test from 'ava'
import {
  AnswerSize,
  LEAST_ANSWER_BYTES,
  MOST_ANSWER_BYTES,
  USUAL_ANSWER_BYTES,
} from '../../../src/core/fetch/answer-size.ts'

const late = { isFull: true, hadRecords: true, hasRecords: false }
const early = { isFull: true, hadRecords: true, hasRecords: true }

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
  t.is(after(...times(100, busy)), LEAST_ANSWER_BYTES)
  const grown = times(4, { ...late, tookMs: 50 })
  t.is(after(...grown), 8 * USUAL_ANSWER_BYTES)
  t.is(after(...grown, busy), 7 * USUAL_ANSWER_BYTES)
})

test('it comes back to the usual size when the reader is quick again', (t) => {
  const small = times(100, { ...early, tookMs: 2 })
  t.true(after(...small, { ...late, tookMs: 2 }) > LEAST_ANSWER_BYTES)
  t.is(after(...small, ...times(100, { ...late, tookMs: 2 })), USUAL_ANSWER_BYTES)
})

test('answers that bring little, and the first one, say nothing of the way', (t) => {
  t.is(after(...times(100, { ...late, tookMs: 500, isFull: false })), USUAL_ANSWER_BYTES)
  t.is(after(...times(100, { ...late, tookMs: 500, hadRecords: false })), USUAL_ANSWER_BYTES)
})
