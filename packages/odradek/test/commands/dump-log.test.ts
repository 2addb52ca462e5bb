import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { encodeProducerSnapshot, encodeTransactionIndex, RecordBatchBuilder } from '@odradek/records'
import { goldenPath, readGolden, readGoldenBytes } from '@odradek/test-kit'
import test from 'ava'

import { kafkaSegment } from '../support/kafka-segment.ts'
import { runInProcess } from '../support/run-in-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

// That the text is Kafka's is for interop/dump-log.test.ts and e2e/kafka/segments.test.ts to say, which run Kafka's own program.

const segment = readGoldenBytes('segments/4.3.1-zstd.log')
const LOG = '00000000000000000000.log'

const dump = (cwd: string, ...args: string[]) => runInProcess(['dump-log', ...args], { cwd })
const linesOf = (text: string) => text.trimEnd().split('\n')

test('each segment of the corpus is printed whole, with every key and value', async (t) => {
  const names = readdirSync(goldenPath('segments/')).filter((name) => name.endsWith('.log'))
  t.true(names.length >= 25)
  for (const name of names) {
    const { exitCode, stdout, stderr } = await dump(goldenPath('segments/'), '--print-data-log', name)
    t.is(stderr, '', name)
    t.is(exitCode, 0, name)
    const records = linesOf(stdout).filter((line) => line.startsWith('| offset: '))
    const expected = readGolden<{ offset: number; key: string; payload: string | null }>(
      `segments/${name.replace('.log', '.jsonl')}`,
    )
    t.is(records.length, expected.length, name)
    for (const [i, { offset, key, payload }] of expected.entries()) {
      t.true(records[i]!.startsWith(`| offset: ${offset} `), records[i])
      t.true(records[i]!.endsWith(payload === null ? ` key: ${key}` : ` key: ${key} payload: ${payload}`), records[i])
    }
  }
})

test('the files beside a log are printed, and agree with it', async (t) => {
  const folder = temporaryFolder(t, kafkaSegment())
  const names = readdirSync(folder).sort()
  const { exitCode, stdout, stderr } = await dump(folder, ...names)
  t.is(stderr, '')
  t.is(exitCode, 0)
  t.regex(stdout, /^Dumping 00000000000000000000\.index\noffset: \d+ position: \d+\n/m)
  t.regex(stdout, /^timestamp: \d{13} offset: \d+$/m)
  t.regex(stdout, /^Dumping leader-epoch-checkpoint\nepoch: 0 startOffset: 0$/m)
})

test('keys and values are shown as text, hex or base64', async (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(1000, Uint8Array.of(0, 0xff), 'é')
  const folder = temporaryFolder(t, { [LOG]: builder.build({}) })
  const formats = ['--print-data-log', '--key-format', 'hex', '--value-format', 'base64']
  t.regex((await dump(folder, ...formats, LOG)).stdout, /keySize: 2 valueSize: 2 .* key: 00ff payload: w6k=\n/)
  t.regex((await dump(folder, '--print-data-log', LOG)).stdout, / key: \0\ufffd payload: é\n/)
  t.notRegex((await dump(folder, '--deep-iteration', LOG)).stdout, / key: /)
  t.is((await dump(folder, '--value-format', 'octal', LOG)).exitCode, 2)
})

test('--max-messages stops after so many records, or batches', async (t) => {
  const folder = temporaryFolder(t, { [LOG]: segment })
  const deep = linesOf((await dump(folder, '--deep-iteration', '--max-messages', '17', LOG)).stdout)
  t.is(deep.filter((line) => line.startsWith('| offset: ')).length, 17)
  const shallow = linesOf((await dump(folder, '--max-messages', '2', LOG)).stdout)
  t.is(shallow.filter((line) => line.startsWith('baseOffset: ')).length, 2)
})

test('a batch whose CRC is wrong is told with its position, its records are not read, and the rest is', async (t) => {
  const damaged = new Uint8Array(segment)
  // In the second batch.
  damaged[338 + 100]! ^= 1
  const folder = temporaryFolder(t, { [LOG]: damaged })
  const { exitCode, stdout, stderr } = await dump(folder, '--deep-iteration', LOG)
  t.is(exitCode, 1)
  t.regex(stderr, new RegExp(`^odradek: ${LOG}: at position 338: the batch's CRC is \\d+, its bytes give \\d+\n`))
  const batches = linesOf(stdout).filter((line) => line.startsWith('baseOffset: '))
  t.deepEqual(
    batches.map((line) => /isvalid: (\w+)$/.exec(line)![1]),
    ['true', 'false', 'true', 'true'],
  )
  t.is(linesOf(stdout).filter((line) => line.startsWith('| offset: ')).length, 41 - 15)
  t.regex(stderr, /Non-consecutive offsets: 14 is followed by 30\n/)
  const unchecked = await dump(folder, '--no-verify-crc', LOG)
  t.is(unchecked.exitCode, 0)
  t.regex(unchecked.stdout, /isvalid: unchecked\n/)
})

test('a tail that is cut off is told with its position, at whatever byte it ends', async (t) => {
  // Where the second batch begins; each cut within it leaves the first one whole.
  const start = 338
  for (const end of [start + 1, start + 8, start + 16, start + 17, start + 61, start + 324]) {
    const folder = temporaryFolder(t, { [LOG]: segment.subarray(0, end) })
    const { exitCode, stdout, stderr } = await dump(folder, LOG)
    t.is(exitCode, 1, String(end))
    t.is(stderr, `odradek: ${LOG}: at position ${start}: a batch that is cut off\n`)
    t.is(linesOf(stdout).at(-1), `Found ${end - start} invalid bytes at the end of ${LOG}`)
  }
})

test('what is no batch ends the file there, and the next file is printed', async (t) => {
  const noise = new Uint8Array(200).fill(0x5a)
  const negative = new Uint8Array(200)
  const folder = temporaryFolder(t, {
    '1.log': Buffer.concat([segment, noise]),
    '2.log': Buffer.concat([segment, negative]),
    '3.log': segment,
  })
  const { exitCode, stdout, stderr } = await dump(folder, '1.log', '2.log', '3.log')
  t.is(exitCode, 1)
  t.regex(
    stderr,
    /^odradek: 1\.log: at position 1004: magic 90 is not known\nodradek: 2\.log: at position 1004: a batch length of 0/,
  )
  t.is(stdout.match(/^baseOffset: 40 /gm)!.length, 3)
})

test('a length that no file holds does not make the program allocate it', async (t) => {
  const huge = new Uint8Array(segment.subarray(0, 400))
  new DataView(huge.buffer).setInt32(8, 0x7fffffff)
  const { exitCode, stderr } = await dump(temporaryFolder(t, { [LOG]: huge }), LOG)
  t.is(exitCode, 1)
  t.regex(stderr, /at position 0: a batch that is cut off/)
})

test('records that cannot be read are told with the position of their batch', async (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(1000, 'a', 'b')
  const bytes = new Uint8Array(builder.build({}))
  const view = new DataView(bytes.buffer)
  view.setInt32(57, 2) // two records are declared, one is there
  const folder = temporaryFolder(t, { [LOG]: bytes })
  const { exitCode, stderr } = await dump(folder, '--no-verify-crc', '--deep-iteration', LOG)
  t.is(exitCode, 1)
  t.regex(stderr, /at position 0: the batch's records cannot be read: record 1 of the batch/)
})

test('an index that points elsewhere than its log says is told', async (t) => {
  const files = kafkaSegment()
  const index = new Uint8Array(files['00000000000000000000.index']!)
  index[7]! ^= 1
  const folder = temporaryFolder(t, { ...files, '00000000000000000000.index': index })
  const { exitCode, stderr } = await dump(folder, '00000000000000000000.index')
  t.is(exitCode, 1)
  t.regex(stderr, /Index offset: \d+, /)
})

test('of an index that is damaged, what comes before is printed', async (t) => {
  const index = Buffer.alloc(27)
  for (const [i, offset] of [5, 9, 7].entries()) index.writeInt32BE(offset, i * 8)
  const folder = temporaryFolder(t, { '00000000000000000100.index': index })
  const { exitCode, stdout, stderr } = await dump(folder, '00000000000000000100.index')
  t.deepEqual(linesOf(stdout).slice(1), ['offset: 105 position: 0', 'offset: 109 position: 0'])
  t.regex(stderr, /at position 16: offset 107 after 109/)
  t.is(exitCode, 1)
})

test('transactions and producers are printed, open transactions and sequences that wrapped included', async (t) => {
  const aborted = encodeTransactionIndex([{ producerId: 7n, firstOffset: 1n, lastOffset: 5n, lastStableOffset: 6n }])
  const producer = {
    producerId: 9n,
    producerEpoch: 1,
    lastOffset: 40n,
    offsetDelta: 4,
    timestamp: 1234,
    coordinatorEpoch: 2,
  }
  const snapshot = encodeProducerSnapshot([
    { ...producer, lastSequence: 1, currentTxnFirstOffset: 36n },
    { ...producer, lastSequence: -1, currentTxnFirstOffset: -1n },
  ])
  const folder = temporaryFolder(t, { '0.txnindex': aborted, '00000000000000000041.snapshot': snapshot })
  const { exitCode, stdout } = await dump(folder, '0.txnindex', '00000000000000000041.snapshot')
  t.is(exitCode, 0)
  t.is(
    stdout,
    [
      'Dumping 0.txnindex',
      'version: 0 producerId: 7 firstOffset: 1 lastOffset: 5 lastStableOffset: 6',
      'Dumping 00000000000000000041.snapshot',
      'producerId: 9 producerEpoch: 1 coordinatorEpoch: 2 currentTxnFirstOffset: 36 lastTimestamp: 1234 ' +
        'firstSequence: 2147483645 lastSequence: 1 lastOffset: 40 offsetDelta: 4 timestamp: 1234',
      'producerId: 9 producerEpoch: 1 coordinatorEpoch: 2 currentTxnFirstOffset: OptionalLong.empty lastTimestamp: 1234',
      '',
    ].join('\n'),
  )
})

test('--json is one document, with batches, records, entries and faults', async (t) => {
  const damaged = new Uint8Array(segment)
  damaged[338 + 100]! ^= 1
  const folder = temporaryFolder(t, { ...kafkaSegment(), '7.log': damaged })
  const run = await dump(folder, '--json', '--print-data-log', '7.log', '00000000000000000000.index')
  t.is(run.exitCode, 1)
  const { files, ok } = JSON.parse(run.stdout) as { ok: boolean; files: Record<string, unknown>[] }
  t.false(ok)
  const [log, index] = files as [Record<string, unknown>, Record<string, unknown>]
  t.like(log, { file: '7.log', kind: 'log', baseOffset: '7' })
  const batches = log['batches'] as Record<string, unknown>[]
  t.is(batches.length, 4)
  t.like(batches[0], {
    baseOffset: '0',
    lastOffset: '14',
    count: 15,
    position: 0,
    magic: 2,
    compression: 'zstd',
    isValid: true,
  })
  const [record] = batches[0]!['records'] as Record<string, unknown>[]
  t.like(record, { offset: '0', key: 'key-1', headerKeys: ['h1', 'h1', 'empty'] })
  t.deepEqual(batches[1]!['records'], [])
  t.is((log['problems'] as { position: number }[])[0]!.position, 338)
  t.like(index, { kind: 'offset-index', problems: [] })
  t.true((index['entries'] as unknown[]).length > 30)
  const empty = await dump(temporaryFolder(t, { [LOG]: '' }), '--json', LOG)
  t.deepEqual(JSON.parse(empty.stdout), {
    files: [{ file: LOG, kind: 'log', baseOffset: '0', batches: [], problems: [] }],
    ok: true,
  })
})

test('--table shows a row for each batch, or for each record', async (t) => {
  const folder = temporaryFolder(t, { [LOG]: segment })
  const batches = await dump(folder, '--table', LOG)
  t.is(batches.exitCode, 0)
  t.regex(batches.stdout, /│ 338 +│ 325 +│ 15-29 +│ 15 +│ 2 +│ zstd +│/)
  const records = await dump(folder, '--table', '--print-data-log', LOG)
  t.is(records.stdout.match(/│ key-\d+ +│/g)!.length, 40)
  t.is((await dump(folder, '--table', '--json', LOG)).exitCode, 2)
})

test('unknown files are left out by name; a missing one, a folder, or nothing else is a wrong call', async (t) => {
  const folder = temporaryFolder(t, { [LOG]: segment, 'partition.metadata': 'version: 0\n', [`x/${LOG}`]: segment })
  const mixed = await dump(folder, LOG, 'partition.metadata')
  t.is(mixed.exitCode, 0)
  t.is(mixed.stderr, 'Ignoring unknown file partition.metadata\n')
  for (const [name, message] of [
    ['gone.log', /there is no file gone\.log/],
    ['x', /x is a folder\n {2}Give its files/],
    ['partition.metadata', /there is nothing to dump/],
  ] as const) {
    const { exitCode, stdout, stderr } = await dump(folder, name)
    t.is(exitCode, 2)
    t.is(stdout, '')
    t.regex(stderr, message)
  }
  t.regex((await dump(folder, `${join(folder, 'x', LOG)}`)).stdout, /^baseOffset: 40 /m)
})
