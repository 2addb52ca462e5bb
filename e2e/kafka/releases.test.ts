import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type Cluster, kafkaVersions, startCluster } from '@odradek/test-cluster'
import test from 'ava'

import { checkRelease, type ReleaseRow, releaseTable } from '../releases/release-row.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tableFile = join(root, 'docs/compatibility.md')

/** One of each kind; `npm run test:matrix` sets KAFKA_RELEASES to `all`. */
const quick = ['0.8.2.2', '0.10.2.2', '0.11.0.3', '2.8.2', '3.9.1', '4.3.1', '4.4.0']
const every = kafkaVersions.map(({ version }) => version).toReversed()
const wanted = process.env['KAFKA_RELEASES']
const releases = wanted === undefined ? quick : wanted === 'all' ? every : wanted.split(',')

/** Byte 16 of a segment's first entry is its format, in all formats. */
async function magicOnDisk(cluster: Cluster, topic: string): Promise<number> {
  const segment = join(dirname(cluster.logFile), 'data', `${topic}-0`, '00000000000000000000.log')
  const file = await open(segment)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(17) })
    return buffer[16]!
  } finally {
    await file.close()
  }
}

const rows: ReleaseRow[] = []

for (const release of releases) {
  test.serial(`Kafka ${release} gets what it can take, and errors name the release needed for the rest`, async (t) => {
    await using cluster = await startCluster({ version: release })
    const row = await checkRelease(
      { release, bootstrapServers: cluster.bootstrapServers },
      { magicOnDisk: (topic) => magicOnDisk(cluster, topic) },
    )
    rows.push(row)
    t.deepEqual(row.faults, [])
  })
}

test.serial('docs/compatibility.md has the table of this run', async (t) => {
  const table = releaseTable(rows)
  t.log(`\n${table}`)
  const squeezed = (line: string) => line.replaceAll(/ +/g, ' ').trim()
  const documented = (await readFile(tableFile, 'utf8')).split('\n').map(squeezed)
  for (const line of table.split('\n').slice(2)) t.true(documented.includes(squeezed(line)), line)
})
