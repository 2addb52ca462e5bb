import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { decodeRecordBatches, type RecordBatch } from '@odradek/records'
import { type Cluster, startCluster } from '@odradek/test-cluster'
import test from 'ava'
import { Producer } from 'odradek'

import { cleanableRange } from '../../packages/broker/src/core/log/cleaner/cleanable-range.ts'
import { cleanLog } from '../../packages/broker/src/core/log/cleaner/log-cleaner.ts'
import { logConfigOf } from '../../packages/broker/src/core/log/log-config.ts'
import { openLog } from '../../packages/broker/src/core/log/log-recovery.ts'
import type { PartitionLog } from '../../packages/broker/src/core/log/partition-log.ts'
import { topicConfigRules } from '../../packages/broker/src/core/topics/topic-config.ts'
import { NodeLogFolder } from '../../packages/broker/src/storage/node-log-folder.ts'
import { until } from '../until.ts'

// The reference broker compacts folders that Apache Kafka 4.3.1 wrote, and leaves what Kafka's own cleaner leaves of them.

const DELETE_RETENTION_MS = 2_000
const config = {
  ...logConfigOf((name) => topicConfigRules[name]!.default),
  ...{ segmentBytes: 1_048_576, deleteRetentionMs: DELETE_RETENTION_MS },
  ...{ compact: true, delete: false, minCleanableDirtyRatio: 0.001 },
}

/** A topic of Kafka's, whose cleaner works when it is told to. */
class KafkaTopic {
  readonly #cluster: Cluster
  readonly #folder: string
  readonly #copies: string
  #count = 0

  constructor(cluster: Cluster, copies: string) {
    this.#cluster = cluster
    this.#copies = copies
    this.#folder = join(dirname(cluster.logFile), 'data', 'c-0')
  }

  async create(): Promise<void> {
    const configs = ['segment.bytes=1048576', `delete.retention.ms=${DELETE_RETENTION_MS}`, 'cleanup.policy=delete']
    const args = ['--create', '--topic', 'c', '--partitions', '1']
    await this.#cluster.runTool('topics', [...args, ...configs.flatMap((one) => ['--config', one])])
  }

  async alter(configs: string): Promise<void> {
    const entity = ['--entity-type', 'topics', '--entity-name', 'c']
    await this.#cluster.runTool('configs', ['--alter', ...entity, '--add-config', configs])
  }

  /** Batches of all kinds: plain, compressed, with tombstones, of committed and aborted transactions. */
  async fill(): Promise<void> {
    const { bootstrapServers } = this.#cluster
    for (const [compressionType, batches, size] of [
      ['none', 60, 10],
      ['gzip', 15, 7],
    ] as const) {
      const producer = new Producer({ bootstrapServers, compressionType })
      for (let index = 0; index < batches; index++) await producer.sendBatch('c', this.#records(size))
      await producer.close()
    }
    const transactional = new Producer({ bootstrapServers, transactionalId: 'compaction' })
    for (let index = 0; index < 24; index++) {
      await transactional.beginTransaction()
      await transactional.sendBatch('c', this.#records(8))
      await (index % 3 === 0 ? transactional.abortTransaction() : transactional.commitTransaction())
    }
    await transactional.close()
    const last = new Producer({ bootstrapServers })
    for (let index = 0; index < 60; index++) await last.sendBatch('c', this.#records(12))
    await last.close()
  }

  #records(size: number) {
    return Array.from({ length: size }, () => {
      const count = this.#count++
      return { key: `k${(count * 7) % 61}`, value: count % 11 === 0 ? null : `${count} ${'x'.repeat(1_500)}` }
    })
  }

  /** Up to where Kafka has compacted; -1 before it has. */
  get cleanedUpTo(): number {
    const checkpoint = join(dirname(this.#folder), 'cleaner-offset-checkpoint')
    const [, offset] = (existsSync(checkpoint) && /^c 0 (\d+)$/m.exec(readFileSync(checkpoint, 'utf8'))) || []
    return offset === undefined ? -1 : Number(offset)
  }

  /** Lets Kafka compact; gives up to where it has then. */
  async clean(): Promise<number> {
    const before = this.cleanedUpTo
    await this.alter('cleanup.policy=compact,min.cleanable.dirty.ratio=0.001')
    await until('a round of compaction', () => this.cleanedUpTo !== before)
    await this.alter('min.cleanable.dirty.ratio=1')
    return this.cleanedUpTo
  }

  copy(name: string): NodeLogFolder {
    const path = join(this.#copies, name)
    cpSync(this.#folder, path, { recursive: true })
    return new NodeLogFolder(path)
  }
}

function open(folder: NodeLogFolder): PartitionLog {
  return openLog({ folder, config: () => config, nowMs: Date.now(), wasClosed: false })
}

/** All of the batches before an offset but the times of delete horizons, and what compression makes of the same records. */
function batchesOf(log: PartitionLog, endOffset: number): string[] {
  const found: string[] = []
  for (const { bytes, baseOffset } of log.batchesFrom(0)) {
    if (baseOffset >= endOffset) break
    const [batch] = decodeRecordBatches(bytes) as Iterable<RecordBatch>
    batch!.ensureValid()
    const { lastOffset, producerId, producerEpoch, baseSequence, attributes, maxTimestamp, compressionType } = batch!
    const isExact = batch!.deleteHorizonMs === undefined && compressionType === 'none'
    const header = [baseOffset, lastOffset, producerId, producerEpoch, baseSequence, attributes, maxTimestamp]
    const records = Array.from(batch!.records(), ({ offset, key, timestamp, value }) => {
      return `${offset}@${timestamp} ${String(key)} ${value?.length}`
    })
    found.push([...header, isExact ? batch!.crc : '', ...records].join(' '))
  }
  return found
}

test("what Kafka's cleaner leaves of its log, ours leaves of a copy, round after round", async (t) => {
  t.timeout(180_000)
  const copies = mkdtempSync(join(tmpdir(), 'odradek-compaction-'))
  t.teardown(() => rmSync(copies, { recursive: true }))
  const cluster = await startCluster({ properties: { 'log.cleaner.backoff.ms': '300' } })
  t.teardown(() => cluster.stop())
  const topic = new KafkaTopic(cluster, copies)
  await topic.create()
  let cleanedUpTo: number | undefined
  for (const round of [1, 2, 3]) {
    await topic.fill()
    // What was given a horizon in the round before has passed it.
    await sleep(round === 1 ? 0 : DELETE_RETENTION_MS + 500)
    const ours = open(topic.copy(`before-${round}`))
    const sizeBefore = ours.sizeInBytes
    const endOffset = await topic.clean()
    const theirs = open(topic.copy(`after-${round}`))
    const nowMs = Date.now()
    t.is(cleanLog(ours, cleanableRange(ours, cleanedUpTo, nowMs), nowMs), endOffset)
    const batches = batchesOf(ours, endOffset)
    t.deepEqual(batches, batchesOf(theirs, endOffset))
    t.true(batches.length > 30 && ours.sizeInBytes < sizeBefore)
    const bases = (log: PartitionLog) => log.segments.all.map(({ baseOffset }) => baseOffset)
    t.deepEqual(bases(ours), bases(theirs))
    cleanedUpTo = endOffset
  }
})
