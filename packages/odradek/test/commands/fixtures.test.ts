import { gzipSync } from 'node:zlib'

import { goldenPath, readGolden, readGoldenBytes } from '@odradek/test-kit'
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
  // Messages, legacy ones, frames, record batches, message sets of 0.7, keys, strings, 25 segments of 41 records, assignors, SCRAM.
  const total = 3640 + 595 + 382 + (239 + 22 + 159) + 42 + 2000 + 500 + 25 * 41 + 340 + 98
  t.is(Number(lines.at(-1)!.split(' ')[0]), total)
  t.is(lines.length, 1)
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
    { ...entry, kind: 'corrupt', batches: [], error: { stage: 'ensureValid', class: 'CorruptRecordException' } },
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
  const folder = temporaryFolder(t, {
    'later/a.jsonl': '{"something":"else"}\n',
  })
  const { exitCode, stdout } = await runInProcess(['fixtures', 'check', folder])
  t.is(stdout, 'not covered yet: later/a.jsonl (1 line)\n0 passed, 0 failed\n')
  t.is(exitCode, 0)
})

test('a wrong message, key or reading of SCRAM is found', async (t) => {
  const scram = readGolden('scram.jsonl') as Entry[]
  const exchange = scram.find(({ kind, tokenAuth }) => kind === 'exchange' && tokenAuth === false)!
  const parse = scram.find(({ kind, ok }) => kind === 'parse' && ok === true)!
  const columns = [
    'clientFirst',
    'clientFinal',
    'serverFirst',
    'serverFinal',
    'saltedPassword',
    'storedKey',
    'serverKey',
  ]
  const faulty = [
    ...columns.map((column) => ({ ...exchange, [column]: String(exchange[column]).replace('=', '=A') })),
    { ...parse, ok: false },
    { ...parse, nonce: 'other' },
  ]
  const { lines } = await check(t, 'scram.jsonl', jsonl(faulty))
  t.is(lines.at(-1), `0 passed, ${faulty.length} failed`)
})

test('every column of a key is compared', async (t) => {
  const entry = partitioners[5]!
  const columns = Object.keys(entry).filter((name) => !['base64', 'partitionCounts'].includes(name))
  t.is(columns.length, 11)
  const faulty = columns.map((column) => {
    const value = entry[column]
    return { ...entry, [column]: Array.isArray(value) ? value.with(2, -7) : Number(value) ^ 1 }
  })
  const { lines } = await check(t, 'partitioners/bytes.jsonl', jsonl(faulty))
  t.is(lines.at(-1), `0 passed, ${columns.length} failed`)
  for (const [i, column] of columns.entries()) t.true(lines[i]!.includes(`${column}`), lines[i])
})

test('a wrong hash code or partition of a string is found', async (t) => {
  const entry = readGolden('partitioners/strings.jsonl')[9]!
  const columns = ['hashCode', 'absPartition', 'maskPartition', 'mathAbsPartition']
  const faulty = columns.map((column) => {
    const value = entry[column]
    return { ...entry, [column]: Array.isArray(value) ? value.with(2, -7) : Number(value) ^ 1 }
  })
  const { lines } = await check(t, 'partitioners/strings.jsonl', jsonl([entry, ...faulty]))
  t.is(lines.at(-1), `1 passed, ${columns.length} failed`)
})

test('messages of magic 0 and 1 are read and written; a wrong offset, timestamp or value is found', async (t) => {
  const all = readGolden('records/records.jsonl').filter(({ magic }) => magic === 0 || magic === 1)
  const entry =
    all.find(({ name }) => name === 'v1-gzip-three') ?? all.find(({ compression }) => compression === 'gzip')!
  const faulty = ['offset', 'timestamp', 'value'].map((field) => {
    const copy = structuredClone(entry) as { batches: { records: Entry[] }[] }
    copy.batches[0]!.records[0]![field] = field === 'value' ? 'AAAA' : '12345'
    return copy
  })
  const { lines } = await check(t, 'records/records.jsonl', jsonl([...all, ...faulty]))
  t.is(lines.at(-1), `${all.length} passed, 3 failed`)
})

test('corrupt records have to be refused for the documented reason', async (t) => {
  const corrupt = readGolden('records/records-corrupt.jsonl').filter(({ kind }) => kind === 'corrupt')
  const checksum = corrupt.find(({ name }) => name === 'v2-crc-byte-0')!
  const error = checksum['error'] as Entry
  const faulty = [
    { ...checksum, error: { ...error, stage: 'batches' } },
    { ...checksum, error: { ...error, class: 'java.lang.Error' } },
    { ...checksum, error: null },
  ]
  const { lines } = await check(t, 'records/records-corrupt.jsonl', jsonl([...corrupt, ...faulty]))
  t.is(lines.at(-1), `${corrupt.length} passed, 3 failed`)
  t.true(lines[0]!.includes('expected malformed or unsupported, got checksum: '), lines[0])
  t.true(lines[1]!.includes('there is no kind of error for ensureValid Error'), lines[1])
})

test('message sets of Kafka 0.7 are compared: messages, payloads, valid bytes and errors', async (t) => {
  const sets = readGolden('kafka07.jsonl')
  const entry = sets.find(({ name }) => name === 'magic1-three')!
  const crc = sets.find(({ name }) => name === 'magic1-crc')!
  const bomb = sets.find(({ name }) => name === 'gzip-bomb-16mb')!
  const faulty = [
    { ...entry, validBytes: 1 },
    { ...entry, payloads: [] },
    { ...entry, messages: [] },
    { ...entry, error: 'crc' },
    { ...crc, error: 'length' },
    { ...crc, error: null },
    { ...bomb, decompressedBytes: 20_000_000 },
  ]
  const { lines } = await check(t, 'kafka07.jsonl', jsonl([...sets, ...faulty]))
  t.is(lines.at(-1), `${sets.length} passed, ${faulty.length} failed`)
  t.regex(lines[4]!, /expected malformed, got checksum/)
})

test('a segment is compared record by record, and has to end where its lines do', async (t) => {
  const name = 'segments/4.3.1-lz4'
  const records = readGolden(`${name}.jsonl`)
  const log = readGoldenBytes(`${name}.log`)
  const checkSegment = async (lines: readonly Entry[], bytes: Uint8Array | undefined) => {
    const files = { [`${name}.jsonl`]: jsonl(lines), ...(bytes !== undefined && { [`${name}.log`]: bytes }) }
    return (await runInProcess(['fixtures', 'check', temporaryFolder(t, files)])).stdout.trimEnd().split('\n')
  }
  t.deepEqual(await checkSegment(records, log), ['41 passed, 0 failed'])
  t.is((await checkSegment(records.slice(0, 40), log)).at(-1), '40 passed, 1 failed')
  t.is((await checkSegment(records, log.subarray(0, log.length - 1))).at(-1), '40 passed, 2 failed')
  t.is((await checkSegment(records.with(3, { ...records[3], payload: 'x' }), log)).at(-1), '40 passed, 1 failed')
  const [first] = await checkSegment(records, undefined)
  t.regex(first!, /there is no segment .*4\.3\.1-lz4\.log beside it/)
})

test('the assignments of the range assignor are compared, in whatever order the topics come', async (t) => {
  const range = readGolden('assignors.jsonl').filter(({ assignor, members }) => {
    return assignor === 'range' && (members as Entry[]).every(({ rackId }) => rackId === null)
  })
  const entry = range.find(({ assignment }) => Object.values(assignment as object).flat().length > 4)!
  const { lines } = await check(t, 'assignors.jsonl', jsonl([...range, { ...entry, assignment: {} }]))
  t.is(lines.at(-1), `${range.length} passed, 1 failed`)
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
