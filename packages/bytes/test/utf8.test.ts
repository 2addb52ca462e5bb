import test from 'ava'
import fc from 'fast-check'

import * as node from '../src/node/utf8.ts'
import * as plain from '../src/utf8.ts'

// One compliance suite for both twins; WHATWG's TextEncoder and TextDecoder judge.

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const lengths = [0, 1, 23, 24, 25, 200]
const samples = [
  ...lengths.map((length) => 'a'.repeat(length)),
  ...lengths.map((length) => 'a'.repeat(length) + 'é'),
  ...lengths.map((length) => 'é'.repeat(length) + '€😀'),
  '\0',
  '\u{feff}leading mark',
  '\u{2028}\u{2029}',
  '\u{d800}',
  'a\u{dc00}b',
  '\u{d800}\u{d800}\u{dc00}',
  '\u{dbff}\u{dfff}\u{10ffff}',
]
// Code units of any kind, lone surrogates among them.
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units))

for (const [name, utf8] of [
  ['plain', plain],
  ['node', node],
] as const) {
  const check = (
    t: { is: (a: unknown, b: unknown) => unknown; deepEqual: (a: unknown, b: unknown) => unknown },
    text: string,
  ): void => {
    const expected = encoder.encode(text)
    t.is(utf8.utf8Length(text), expected.length)
    t.deepEqual(new Uint8Array(utf8.encodeUtf8(text)), expected)
    const target = new Uint8Array(expected.length + 5).fill(0xaa)
    t.is(utf8.writeUtf8(text, target, 3), expected.length)
    t.deepEqual(target.subarray(3, -2), expected)
    t.deepEqual([...target.subarray(-2), ...target.subarray(0, 3)], [0xaa, 0xaa, 0xaa, 0xaa, 0xaa])
    t.is(utf8.decodeUtf8(target, 3, 3 + expected.length), decoder.decode(expected))
    t.is(utf8.decodeUtf8(expected), decoder.decode(expected))
  }

  test(`${name}: strings of all lengths and scripts become their UTF-8 bytes and come back`, (t) => {
    for (const sample of samples) check(t, sample)
    fc.assert(fc.property(anyText, (text) => check(t, text)))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => check(t, text)))
  })

  test(`${name}: a leading byte-order mark is data`, (t) => {
    t.is(utf8.decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), '\u{feff}a')
  })

  test(`${name}: malformed bytes read as replacement characters, as WHATWG says`, (t) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => t.is(utf8.decodeUtf8(bytes), decoder.decode(bytes))),
      { numRuns: 2000 },
    )
  })
}
