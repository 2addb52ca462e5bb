import { gzipSync } from 'node:zlib'

import { goldenPath, readGolden } from '@odradek/test-kit'
import test from 'ava'

import { runInProcess } from '../support/run-in-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Entry = Record<string, unknown>

const jsonl = (entries: readonly unknown[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
const messages = readGolden('messages/OffsetCommitRequest.jsonl')
const keys = readGolden('messages/OffsetCommitKey.jsonl')
const frames = readGolden('frames.jsonl')
const batches = readGolden('records/records.jsonl').filter(
  ({ magic, compression }) => magic === 2 && compression === 'none',
)
const partitioners = readGolden('partitioners/bytes.jsonl').slice(0, 20)

/** The entry with its bytes, in hex, changed at one place. */
function flipHex(entry: Entry, field: string, at: number): Entry {
  const hex = String(entry[field])
  const digit = hex[at] === '0' ? '1' : '0'
  return { ...entry, [field]: hex.slice(0, at) + digit + hex.slice(at + 1) }
}

/** Runs the check over one file and gives the lines that were printed. */
async function check(t: Parameters<typeof temporaryFolder>[0], file: string, content: string | Uint8Array) {
  const folder = temporaryFolder(t, { [file]: content })
  const run = await runInProcess(['fixtures', 'check', folder])
  return { ...run, lines: run.stdout.trimEnd().split('\n') }
}

test('the whole golden corpus passes', async (t) => {
  const { exitCode, stdout, stderr } = await runInProcess(['fixtures', 'check', goldenPath()])
  const lines = stdout.trimEnd().split('\n')
  t.regex(lines.at(-1)!, /^\d+ passed, 0 failed$/)
  // 3,640 messages, 595 legacy ones, 382 frames, 2,000 keys, and the record batches that there are codecs for.
  t.true(Number(lines.at(-1)!.split(' ')[0]) > 3640 + 595 + 382 + 2000)
  t.regex(lines.at(-2)!, /^not covered yet: .*scram\.jsonl \(98 lines\)/)
  t.is(lines.length, 2)
  t.is(stderr, '')
  t.is(exitCode, 0)
})

test('good lines of every kind pass, gzipped or not', async (t) => {
  const folder = temporaryFolder(t, {
    'messages/OffsetCommitRequest.jsonl': jsonl(messages),
    'messages/OffsetCommitKey.jsonl.gz': gzipSync(jsonl(keys)),
    'frames.jsonl': jsonl(frames),
    'records/records.jsonl.gz': gzipSync(jsonl(batches)),
    'partitioners/bytes.jsonl': jsonl(partitioners),
  })
  const { exitCode, stdout } = await runInProcess(['fixtures', 'check', folder])
  const total = messages.length + keys.length + frames.length + batches.length + partitioners.length
  t.is(stdout.trimEnd().split('\n').at(-1), `${total} passed, 0 failed`)
  t.is(exitCode, 0)
})

test('a message whose JSON says something else than its bytes is found, with its place and what differs', async (t) => {
  const faulty = messages.map((entry) => structuredClone(entry))
  ;(faulty[6]!['json'] as Entry)['groupId'] = 'another group'
  const { exitCode, lines } = await check(t, 'messages/OffsetCommitRequest.jsonl', jsonl(faulty))
  t.is(lines.length, 2)
  t.true(lines[0]!.startsWith('messages/OffsetCommitRequest.jsonl:7: OffsetCommitRequest version '), lines[0])
  t.true(lines[0]!.includes('decoded json: groupId: expected "another group", got '), lines[0])
  t.true(lines[0]!.includes('encoded hex: at byte '), lines[0])
  t.is(lines[1], `${messages.length - 1} passed, 1 failed`)
  t.is(exitCode, 1)
})

test('one changed digit in a message is found wherever it is', async (t) => {
  const entry = messages.find(({ version, case: name }) => version === 9 && name === 'dense')!
  const { length } = String(entry['hex'])
  const faulty = Array.from({ length }, (_, at) => flipHex(entry, 'hex', at))
  const { lines } = await check(t, 'messages/a.jsonl', jsonl(faulty))
  t.is(lines.at(-1), `0 passed, ${length} failed`)
})

test('facts beside the content are compared too: type, API key, flexible, header version', async (t) => {
  const entry = messages[0]!
  const faulty = [
    { ...entry, type: 'response' },
    { ...entry, apiKey: 9 },
    { ...entry, flexible: !entry['flexible'] },
    { ...entry, headerVersion: 7 },
  ]
  const { lines } = await check(t, 'messages/a.jsonl', jsonl(faulty))
  t.is(lines.at(-1), '0 passed, 4 failed')
})

test('a wrong prefix of a stored form is found', async (t) => {
  const { lines } = await check(t, 'messages/a.jsonl', jsonl([flipHex(keys[1]!, 'prefixedHex', 3)]))
  t.true(lines[0]!.includes('encoded prefixedHex: at byte 1 '), lines[0])
})

test('a frame with a wrong size, correlation id, client id or body is found', async (t) => {
  const entry = frames.find(({ clientId }) => typeof clientId === 'string' && clientId !== '')!
  const faulty = [
    flipHex(entry, 'hex', 7),
    { ...entry, correlationId: 1 },
    { ...entry, clientId: 'other' },
    flipHex(entry, 'hex', String(entry['hex']).length - 1),
    { ...entry, headerVersion: 0 },
  ]
  const { lines } = await check(t, 'frames.jsonl', jsonl(faulty))
  t.is(lines.at(-1), '0 passed, 5 failed')
})

test('a batch that says something else than its JSON, and a corrupt one that is none, are found', async (t) => {
  const entry = batches.find(({ kind, recordsRead }) => kind === 'valid' && Number(recordsRead) > 1)!
  const wrongValue = structuredClone(entry) as { batches: { records: Entry[] }[] }
  wrongValue.batches[0]!.records[1]!['value'] = 'AAAA'
  const broken = Buffer.from(String(entry['base64']), 'base64')
  broken[broken.length - 1]! ^= 1
  const faulty = [
    wrongValue,
    { ...entry, base64: broken.toString('base64') },
    { ...entry, kind: 'corrupt', batches: [] },
    { ...entry, trailingBytes: 5 },
  ]
  const { lines } = await check(t, 'records/records.jsonl', jsonl(faulty))
  t.is(lines.at(-1), '0 passed, 4 failed')
  t.true(lines[0]!.includes('[0].records[1].value: expected "AAAA"'), lines[0])
  t.true(lines[0]!.includes('encoded batch at 0: at byte '), lines[0])
  t.regex(lines[1]!, /refused: .*CRC/)
  t.true(lines[2]!.includes('expected to be refused, was read'), lines[2])
})

test('a wrong hash, checksum or partition of a key is found', async (t) => {
  const entry = partitioners[5]!
  const wrongPartition = structuredClone(entry) as { murmur2Partition: number[] }
  wrongPartition.murmur2Partition[3]! += 1
  const faulty = [{ ...entry, murmur2: 1 }, { ...entry, crc32: 1 }, { ...entry, crc32c: 1 }, wrongPartition]
  const { lines } = await check(t, 'partitioners/bytes.jsonl', jsonl(faulty))
  t.is(lines.at(-1), '0 passed, 4 failed')
  t.true(lines[3]!.includes('murmur2Partition[3]: expected '), lines[3])
})

test('what there is no codec for is named before the last line, and not passed', async (t) => {
  const magic0 = readGolden('records/records.jsonl').filter(({ magic }) => magic === 0)
  const folder = temporaryFolder(t, {
    'records/records.jsonl': jsonl(magic0.slice(0, 3)),
    'later/a.jsonl': '{"something":"else"}\n',
  })
  const { exitCode, stdout } = await runInProcess(['fixtures', 'check', folder])
  t.is(stdout, 'not covered yet: later/a.jsonl (1 line); records of magic 0 (3 lines)\n0 passed, 0 failed\n')
  t.is(exitCode, 0)
})

test('lines that are not JSON, or lack what they need, fail with their place and do not end the check', async (t) => {
  const content = [
    JSON.stringify(messages[0]),
    '{"name":"OffsetCommitRequest","version":9,"hex":',
    '[]',
    '',
    JSON.stringify({ ...messages[0], hex: 'abc' }),
    JSON.stringify({ ...messages[0], hex: 17 }),
    JSON.stringify({ ...messages[0], json: undefined }),
    JSON.stringify({ ...messages[0], name: 'NoSuchRequest' }),
    JSON.stringify({ ...messages[0], version: 99 }),
    JSON.stringify({ ...messages[0], version: '9' }),
    JSON.stringify({ ...messages[0], hex: '' }),
    JSON.stringify(messages[1]),
  ].join('\n')
  const { lines } = await check(t, 'a.jsonl', content)
  t.is(lines.at(-1), '2 passed, 9 failed')
  t.regex(lines[0]!, /^a\.jsonl:2: not JSON: /)
  t.is(lines[1], 'a.jsonl:3: a JSON object is needed, one a line')
  t.regex(lines[2]!, /^a\.jsonl:5: .*whole bytes in lower-case hex/)
  t.regex(lines[4]!, /the field json is missing/)
  t.regex(lines[5]!, /there is no message NoSuchRequest/)
})

test('--json prints one document with every mismatch, and the last line on standard error', async (t) => {
  const folder = temporaryFolder(t, { 'a.jsonl': jsonl([messages[0], { ...messages[1], hex: '00' }]) })
  const { exitCode, stdout, stderr } = await runInProcess(['fixtures', 'check', folder, '--json'])
  const result = JSON.parse(stdout) as { mismatches: Entry[] }
  t.like(result, { ok: false, passed: 1, failed: 1, notCovered: {} })
  t.like(result.mismatches[0], { file: 'a.jsonl', line: 2 })
  t.is(stderr, '1 passed, 1 failed\n')
  t.is(exitCode, 1)
})

test('a folder that is missing, empty or a file is a wrong call', async (t) => {
  const folder = temporaryFolder(t, { 'notes.txt': 'x' })
  for (const [dir, message] of [
    [`${folder}/gone`, 'there is no folder'],
    [folder, 'holds no .jsonl or .jsonl.gz file'],
    [`${folder}/notes.txt`, 'is not a folder'],
  ] as const) {
    const { exitCode, stdout, stderr } = await runInProcess(['fixtures', 'check', dir])
    t.is(exitCode, 2)
    t.is(stdout, '')
    t.true(stderr.includes(message), stderr)
    t.false(stderr.includes('    at '), stderr)
  }
})

test('a gzip file that is damaged is named', async (t) => {
  const folder = temporaryFolder(t, { 'a.jsonl.gz': gzipSync(jsonl(messages)).subarray(0, 200) })
  const { exitCode, stderr } = await runInProcess(['fixtures', 'check', folder])
  t.is(exitCode, 1)
  t.regex(stderr, /a\.jsonl\.gz cannot be read: /)
})
