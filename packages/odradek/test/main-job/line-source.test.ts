import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import test, { type ExecutionContext } from 'ava'

import { fileInput, LineSource, streamInput } from '../../src/main-job/line-source.ts'

function folder(t: ExecutionContext, files: Record<string, string | Uint8Array>): string {
  const path = mkdtempSync(join(tmpdir(), 'odradek-lines-'))
  t.teardown(() => rmSync(path, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

async function linesOf(source: LineSource): Promise<[string, number, string][]> {
  const lines: [string, number, string][] = []
  for await (const chunk of source.chunks()) {
    for (const { lineNumber, value } of chunk.lines) lines.push([chunk.name, lineNumber, Buffer.from(value).toString()])
  }
  return lines
}

test('files are read one after the other, each line with its file and number', async (t) => {
  const path = folder(t, { a: 'one\ntwo', b: '', c: 'drei\r\n' })
  const inputs = await Promise.all(['a', 'b', 'c'].map((name) => fileInput(name, join(path, name))))
  const source = new LineSource(inputs, 100)
  t.is(await source.countLines(), 3)
  t.deepEqual(await linesOf(source), [
    ['a', 1, 'one'],
    ['a', 2, 'two'],
    ['c', 1, 'drei'],
  ])
  t.deepEqual(source.counts, { lines: 3, bytes: 10, invalidUtf8: 0, skipped: 0, skippedLines: [] })
})

test('the lines of a stream are read without being counted beforehand', async (t) => {
  const stdin = Readable.from([Buffer.from('a\nb'), Buffer.from('c\n')])
  const source = new LineSource([streamInput('stdin', stdin)], 100)
  t.is(await source.countLines(), undefined)
  t.deepEqual(await linesOf(source), [
    ['stdin', 1, 'a'],
    ['stdin', 2, 'bc'],
  ])
})

test('lines that are not UTF-8 are counted and handed out, lines that are too long are counted and not', async (t) => {
  const path = folder(t, { a: Buffer.from([0xff, 0x0a, 0x61, 0x62, 0x63, 0x0a, 0x64]) })
  const source = new LineSource([await fileInput('a', join(path, 'a'))], 2)
  t.is((await linesOf(source)).length, 2)
  t.is(source.counts.invalidUtf8, 1)
  t.deepEqual(source.counts.skippedLines, [{ name: 'a', lineNumber: 2, sizeInBytes: 3 }])
})

test('a missing file and a folder are wrong calls that are named', async (t) => {
  const path = folder(t, {})
  await t.throwsAsync(fileInput('gone.txt', join(path, 'gone.txt')), { message: 'there is no file gone.txt' })
  await t.throwsAsync(fileInput('docs/', path), { message: 'docs/ is a folder' })
})

test('a file that goes away before its turn is named', async (t) => {
  const path = folder(t, { a: 'x\n' })
  const source = new LineSource([await fileInput('a', join(path, 'a'))], 100)
  rmSync(join(path, 'a'))
  await t.throwsAsync(linesOf(source), { message: 'there is no file a' })
})

test('a large file passes through in chunks', async (t) => {
  const line = 'x'.repeat(99)
  const path = folder(t, { a: `${line}\n`.repeat(20_000) })
  const source = new LineSource([await fileInput('a', join(path, 'a'))], 100)
  let chunks = 0
  let lines = 0
  for await (const chunk of source.chunks()) {
    chunks++
    lines += chunk.lines.length
    t.true(chunk.lines.length < 1000)
  }
  t.is(lines, 20_000)
  t.true(chunks > 20)
})
