import test from 'ava'
import { writeErrors } from '../../generator/write-errors.ts'

const errors = [
  { code: -1, name: 'ODD', retriable: false },
  { code: 7, name: 'LATE', retriable: true },
]

test('every error has its code, its text and whether a retry can help', (t) => {
  const text = writeErrors(errors, { ODD: "It's odd.", LATE: 'It is late.' })
  t.true(text.includes("  [-1]: ['ODD', false, 'It\\'s odd.'],\n  7: ['LATE', true, 'It is late.'],\n"))
  t.true(text.includes('  /** It is late. Retriable. */\n  LATE: 7,\n'))
})

test('an error without a text, and a text without an error, are refused', (t) => {
  t.throws(() => writeErrors(errors, { ODD: 'Odd.' }), { message: 'LATE has no text' })
  t.throws(() => writeErrors(errors, { ODD: 'Odd.', LATE: 'Late.', GONE: 'Gone.' }), {
    message: /no such errors: GONE/,
  })
})
