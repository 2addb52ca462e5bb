import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { type AnyRecordBatch, readRecords } from '@odradek/records'
import { startCluster } from '@odradek/test-cluster'
import anyTest, { type TestFn } from 'ava'

import { dumpDifferences, kafkaDump, ourDump } from '../../interop/dump-log.ts'
import { until } from '../until.ts'

// Segments that a real Kafka 4.3.1 has just written: by kcat (librdkafka) in each codec, by Java's console producer, and in transactions
// that were committed and aborted. The broker was shut down before its files were copied.

const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const
const RECORDS = 2000

/** What kcat's JSON says of a record. */
interface ConsumedRecord {
  readonly offset: number
  readonly tstype: string
  readonly ts: number
  readonly headers?: readonly (string | null)[]
  readonly key: string | null
  readonly payload: string | null
}

interface Context {
  /** A copy of the broker's data folder. */
  readonly folder: string
  /** What kcat read, by topic. */
  readonly consumed: ReadonlyMap<string, readonly ConsumedRecord[]>
}

const test = anyTest as TestFn<Context>

test.before(async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'odradek-segments-'))
  t.context = { folder, consumed: new Map() }
  const properties = { 'log.index.interval.bytes': '200', 'log.message.timestamp.type': 'CreateTime' }
  const cluster = await startCluster({ version: '4.3.1', properties })
  try {
    const { bootstrapServers } = cluster
    for (const codec of CODECS) await produceWithKcat(bootstrapServers, `kcat-${codec}`, codec)
    for (const codec of CODECS) {
      const args = ['--topic', `java-${codec}`, '--compression-codec', codec]
      const format = ['--reader-property', 'parse.key=true', '--reader-property', 'key.separator=:']
      await cluster.runTool('console-producer', [...args, ...format], { input: lines(RECORDS) })
    }
    await produceTransactions(bootstrapServers, 'transactions')
    const topics = [...CODECS.flatMap((codec) => [`kcat-${codec}`, `java-${codec}`]), 'transactions']
    const consumed = new Map<string, readonly ConsumedRecord[]>()
    for (const topic of topics) consumed.set(topic, await consumeWithKcat(bootstrapServers, topic))
    process.kill(cluster.pid, 'SIGTERM')
    await cluster.died
    cpSync(join(dirname(cluster.logFile), 'data'), folder, { recursive: true })
    t.context = { folder, consumed }
  } finally {
    await cluster.stop()
  }
})

test.after.always((t) => {
  rmSync(t.context.folder, { recursive: true, force: true })
})

/** `key-i:value` lines of many lengths. */
function lines(count: number): string {
  return Array.from({ length: count }, (_, i) => `key-${i % 50}:value ${i} ${'some text '.repeat(i % 13)}\n`).join('')
}

/** Runs kcat to its end. Its input may be left unread where it fails: what it printed then says more than the broken pipe. */
function kcat(args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile('kcat', args, { timeout: 60_000, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`, { cause: error }))
      else resolve(stdout)
    })
    child.stdin!.on('error', () => {}).end(input)
  })
}

async function produceWithKcat(bootstrapServers: string, topic: string, codec: string): Promise<void> {
  const headers = ['-H', 'h1=v1', '-H', 'h1=v2', '-H', 'empty=']
  const args = ['-b', bootstrapServers, '-P', '-t', topic, '-z', codec, '-K', ':', ...headers]
  // Small batches, so that the indexes have entries.
  await kcat([...args, '-X', 'batch.num.messages=40', '-X', 'enable.idempotence=true'], lines(RECORDS))
  await kcat(['-b', bootstrapServers, '-P', '-t', topic, '-Z', '-K', ':'], 'tombstone:\n')
}

/** One transaction is committed, one aborted because its producer died and was fenced, one more committed. */
async function produceTransactions(bootstrapServers: string, topic: string): Promise<void> {
  const args = (id: string) => ['-b', bootstrapServers, '-P', '-t', topic, '-K', ':', '-X', `transactional.id=${id}`]
  await kcat(args('committed'), lines(10))
  const dying = spawn('kcat', args('dying'), { stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = once(dying, 'exit')
  // kcat reads its input in large pieces, and may die before it has read all.
  dying.stdin.on('error', () => {}).write(lines(60_000))
  await until(
    'records of a transaction',
    () => endOffset(bootstrapServers, topic),
    (offset) => offset > 11,
  )
  dying.kill('SIGKILL')
  await ended
  await kcat(args('dying'), lines(10))
}

/** Also of what is in a transaction that is open: by default kcat is told of what comes before it. */
async function endOffset(bootstrapServers: string, topic: string): Promise<number> {
  const output = await kcat([
    '-b',
    bootstrapServers,
    '-Q',
    '-t',
    `${topic}:0:-1`,
    '-X',
    'isolation.level=read_uncommitted',
  ])
  return Number(/offset (\d+)/.exec(output)![1])
}

async function consumeWithKcat(bootstrapServers: string, topic: string): Promise<ConsumedRecord[]> {
  const args = ['-b', bootstrapServers, '-C', '-t', topic, '-o', 'beginning', '-e', '-q', '-J']
  const stdout = await kcat([...args, '-X', 'isolation.level=read_uncommitted'])
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ConsumedRecord)
}

/** The files of a topic's only partition, whose names end so. */
function filesOf({ folder }: Context, topic: string, ...suffixes: string[]): string[] {
  const partition = join(folder, `${topic}-0`)
  return readdirSync(partition)
    .filter((name) => suffixes.some((suffix) => name.endsWith(suffix)))
    .sort()
    .map((name) => join(partition, name))
}

const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString())

function describe(batch: AnyRecordBatch): ConsumedRecord[] {
  batch.ensureValid()
  return Array.from(batch.records(), ({ offset, timestamp, headers, key, value }) => ({
    offset: Number(offset),
    tstype: 'create',
    ts: timestamp,
    headers: headers.flatMap((header) => [header.key, text(header.value)]),
    key: text(key),
    payload: text(value),
  }))
}

for (const codec of CODECS) {
  for (const client of ['kcat', 'java']) {
    test.serial(`a segment that ${client} filled with ${codec} reads back whole, as kcat read it`, (t) => {
      const topic = `${client}-${codec}`
      const [file] = filesOf(t.context, topic, '.log')
      const batches = readRecords(readFileSync(file!))
      const read = [...batches].flatMap(describe)
      const consumed = t.context.consumed.get(topic)!
      t.deepEqual(
        read,
        consumed.map(({ offset, tstype, ts, headers = [], key, payload }) => ({
          offset,
          tstype,
          ts,
          headers,
          key,
          payload,
        })),
      )
      t.is(read.length, client === 'kcat' ? RECORDS + 1 : RECORDS)
      t.is(batches.validBytes, batches.bytes.length)
      t.true(Array.from(batches, (batch) => batch.compressionType).includes(codec))
    })
  }
}

test.serial('a segment with committed and aborted transactions reads back, markers left out, as kcat read it', (t) => {
  const [file] = filesOf(t.context, 'transactions', '.log')
  const batches = [...readRecords(readFileSync(file!))]
  const read = batches.filter(({ isControl }) => !isControl).flatMap(describe)
  t.deepEqual(
    read.map(({ offset, key, payload }) => ({ offset, key, payload })),
    t.context.consumed.get('transactions')!.map(({ offset, key, payload }) => ({ offset, key, payload })),
  )
  t.is(batches.filter(({ isControl }) => isControl).length, 3)
})

for (const options of [[], ['--print-data-log']]) {
  test.serial(`dump-log ${options.join(' ')} prints fresh files as Kafka's program does`, async (t) => {
    const topics = [...t.context.consumed.keys()]
    const suffixes = ['.log', '.index', '.timeindex', '.txnindex', '.snapshot']
    const files = topics.flatMap((topic) => filesOf(t.context, topic, ...suffixes))
    const expected = await kafkaDump(files, ...options)
    t.deepEqual(dumpDifferences(expected, await ourDump(files, ...options)), [])
    for (const suffix of suffixes)
      t.true(
        files.some((file) => file.endsWith(suffix)),
        suffix,
      )
    for (const part of [/^offset: \d+ position: \d+$/, /^timestamp: /, /^version: 0 producerId: /, /^producerId: /]) {
      t.true(
        expected.some((line) => part.test(line)),
        String(part),
      )
    }
    t.log(`${expected.length} lines of ${files.length} files`)
  })
}

test.serial("the control records of KRaft's metadata log are printed as Kafka's program prints them", async (t) => {
  const { folder } = t.context
  const metadata = filesOf(t.context, '__cluster_metadata', '.log', '.checkpoint')
  const files = [join(folder, 'bootstrap.checkpoint'), ...metadata]
  const expected = await kafkaDump(files, '--deep-iteration')
  t.deepEqual(dumpDifferences(expected, await ourDump(files, '--deep-iteration')), [])
  for (const name of ['LeaderChange', 'SnapshotHeader', 'SnapshotFooter']) {
    t.true(
      expected.some((line) => line.includes(name)),
      name,
    )
  }
})
