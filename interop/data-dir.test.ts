import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runKafkaTool } from '@odradek/test-cluster'
import test, { type ExecutionContext } from 'ava'
import { Broker, Producer } from 'odradek'

import { dumpDifferences, kafkaDump, ourDump } from './dump-log.ts'
import { runProgram } from './programs.ts'

// What a broker with a data directory writes, read by Kafka 4.3.1's own DumpLogSegments, before and after a restart.

const RECORDS = 4_000
const FINDINGS = /mismatch|corrupt|not found|invalid|out-of-order|duplicate|Exception|fail/i

function dataDir(t: ExecutionContext): string {
  const path = mkdtempSync(join(tmpdir(), 'odradek-data-'))
  t.teardown(() => rmSync(path, { recursive: true }))
  return path
}

function filesOf(folder: string): string[] {
  const known = /\.(log|index|timeindex|txnindex|snapshot)$/
  return readdirSync(folder)
    .filter((name) => known.test(name))
    .map((name) => join(folder, name))
    .sort()
}

async function fill(servers: string): Promise<void> {
  const lines = Array.from({ length: RECORDS }, (_, index) => `k${index % 100}:${index} ${'x'.repeat(1_000)}`)
  for (const codec of ['none', 'lz4']) {
    const kcat = ['-b', servers, '-P', '-t', 't', '-p', '0', '-K:', '-z', codec, '-X', 'enable.idempotence=true']
    await runProgram('kcat', kcat, { input: lines.join('\n') })
  }
  const size = ['--num-records', '500', '--record-size', '100', '--throughput', '20000', '--topic', 't']
  const transactions = ['--transactional-id', 'perf', '--transaction-duration-ms', '20']
  await runKafkaTool(servers, 'producer-perf-test', [...size, ...transactions])
  const producer = new Producer({ bootstrapServers: servers, transactionalId: 'aborted' })
  for (const count of [1, 2]) {
    await producer.beginTransaction()
    await producer.send({ topic: 't', partition: 0, value: `in vain ${count}` })
    await producer.abortTransaction()
  }
  await producer.close()
}

test.serial(
  "Kafka's DumpLogSegments finds nothing wrong in our data directory, and prints what ours prints",
  async (t) => {
    const path = dataDir(t)
    const options = { dataDir: path, topics: [{ name: 't', configs: { 'segment.bytes': '1048576' } }] }
    const folder = join(path, 't-0')
    for (const round of [1, 2]) {
      const broker = await Broker.start(options)
      await fill(broker.bootstrapServers)
      await broker.close()
      const files = filesOf(folder)
      const suffixes = new Set(files.map((name) => name.slice(name.lastIndexOf('.'))))
      t.deepEqual([...suffixes].sort(), ['.index', '.log', '.snapshot', '.timeindex', '.txnindex'])
      t.true(files.filter((name) => name.endsWith('.log')).length >= 4 * round)
      for (const flags of [['--deep-iteration'], ['--index-sanity-check']]) {
        const theirs = await kafkaDump(files, ...flags)
        t.deepEqual(
          theirs.filter((line) => FINDINGS.test(line)),
          [],
          flags[0],
        )
      }
      const shown = files.filter((name) => !name.endsWith('.snapshot'))
      t.deepEqual(
        dumpDifferences(await kafkaDump(shown, '--deep-iteration'), await ourDump(shown, '--deep-iteration')),
        [],
      )
    }
  },
)
