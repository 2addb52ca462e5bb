import test from 'ava'
import fc from 'fast-check'

import { LineSplitter, type LongLine } from '../../src/main-job/line-splitter.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

function split(chunks: readonly (string | Uint8Array)[], maxLineBytes = 1000): { lines: string[]; long: LongLine[] } {
  const long: LongLine[] = []
  const splitter = new LineSplitter(maxLineBytes, (line) => long.push(line))
  const lines = chunks.flatMap((chunk) => splitter.push(Buffer.from(chunk)).map(({ value }) => text(value)))
  return { lines: [...lines, ...splitter.end().map(({ value }) => text(value))], long }
}

test('a line ends with LF or CRLF, and a CR elsewhere is data', (t) => {
  t.deepEqual(split(['a\nb\r\nc\rd\n\r\n\n']).lines, ['a', 'b', 'c\rd', '', ''])
})

test('bytes after the last line end are a line, and an empty input has none', (t) => {
  t.deepEqual(split(['a\nb']).lines, ['a', 'b'])
  t.deepEqual(split(['a\n']).lines, ['a'])
  t.deepEqual(split([]).lines, [])
  t.deepEqual(split(['', '']).lines, [])
  t.deepEqual(split(['last\r']).lines, ['last'])
})

test('a CRLF and a character that are cut between two chunks stay whole', (t) => {
  const bytes = Buffer.from('Ω one\r\n日本語\nend')
  for (let cut = 0; cut <= bytes.length; cut++) {
    t.deepEqual(split([bytes.subarray(0, cut), bytes.subarray(cut)]).lines, ['Ω one', '日本語', 'end'], `cut at ${cut}`)
  }
})

test('bytes that are not UTF-8 stay as they are', (t) => {
  const splitter = new LineSplitter(100, () => t.fail())
  const [line] = splitter.push(Uint8Array.of(0xff, 0xfe, 0x00, 0x80, 0x0a))
  t.deepEqual(line, { lineNumber: 1, value: Uint8Array.of(0xff, 0xfe, 0x00, 0x80) })
})

test('a line over the limit is left out with its number and size, and the next ones are not', (t) => {
  const { lines, long } = split(['12345\n123456\n12345\r\n', '123', '4567', '890\nafter\n', '123456'], 5)
  t.deepEqual(lines, ['12345', '12345', 'after'])
  t.deepEqual(long, [
    { lineNumber: 2, sizeInBytes: 6 },
    { lineNumber: 4, sizeInBytes: 10 },
    { lineNumber: 6, sizeInBytes: 6 },
  ])
})

test('lines are numbered from 1, left out ones counted', (t) => {
  const splitter = new LineSplitter(3, () => {})
  const numbers = splitter.push(Buffer.from('a\ntoo long\nb\n')).map(({ lineNumber }) => lineNumber)
  t.deepEqual(numbers, [1, 3])
})

test('however the input is cut into chunks, the lines are the same', (t) => {
  const piece = fc.constantFrom('a', 'Ω', '\n', '\r\n', '\r', '', 'longer than some')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(60), { maxLength: 5 }), (pieces, cuts) => {
      const bytes = Buffer.from(pieces.join(''))
      const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
      const chunks = at.slice(1).map((end, i) => bytes.subarray(at[i]!, end))
      const expected = bytes.toString('utf8').split('\n')
      if (expected.at(-1) === '') expected.pop()
      t.deepEqual(
        split(chunks).lines,
        expected.map((line) => line.replace(/\r$/, '')),
      )
    }),
  )
})
