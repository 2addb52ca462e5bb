import { seededRandom } from '@odradek/test-kit'
import test from 'ava'
import { ClusterJournal, clusterRecordToJson } from '../../../src/core/cluster/cluster-journal.ts'
import type { ClusterRecord } from '../../../src/core/cluster/cluster-record.ts'
import { ClusterState } from '../../../src/core/cluster/cluster-state.ts'
import { FoldedRecords } from '../../../src/core/cluster/folded-records.ts'
import { newPartition } from '../../../src/core/cluster/partition-registration.ts'
import type { AdminRecord } from '../../../src/core/admin-state.ts'
import { countingUuids } from '../core-harness.ts'
import { MemoryLogFolder } from '../log/memory-log-folder.ts'

const ACL = { resourceType: 2, patternType: 3, principal: 'User:a', host: '*', operation: 3, permissionType: 3 }
const INITIAL: AdminRecord[] = [
  { type: 'feature-level-changed', name: 'transaction.version', level: 2 },
  { type: 'acl-created', ...ACL, resourceName: 'given' },
]

/** A cluster whose records are kept in a folder. */
class Kept {
  readonly cluster = new ClusterState({ clusterId: 'c', newUuid: countingUuids(), random: seededRandom(1) })
  readonly journal: ClusterJournal
  readonly folded: FoldedRecords

  constructor(folder: MemoryLogFolder, maxBytes: number) {
    this.journal = new ClusterJournal(folder, 0, maxBytes)
    for (const record of INITIAL) this.cluster.apply(record)
    this.folded = new FoldedRecords(this.cluster, INITIAL)
    this.cluster.subscribe((record) => this.folded.add(record))
    for (const record of this.journal.records()) this.cluster.apply(record)
    this.journal.fold(() => this.folded.records(), 0)
    this.cluster.subscribe((record) => this.journal.append(record, 0))
  }

  apply(...records: ClusterRecord[]): void {
    for (const record of records) this.cluster.apply(record)
  }

  /** All that the cluster knows, as text. */
  state(): string[] {
    const { admin, nextProducerId, topics } = this.cluster
    const known = [
      [...topics.all()].map(({ topicId, name, configs, partitions }) => ({ topicId, name, configs, partitions })),
      [2, 4, 16, 32].map((type) =>
        admin.configs
          .names(type)
          .sort()
          .map((name) => [name, ...admin.configs.get(type, name)]),
      ),
      [...admin.acls.ofType(2)],
      admin.scram.users().map((user) => [user, ...admin.scram.ofUser(user)!]),
      [...admin.quotas.all()].map(({ entity, values }) => [entity, ...values]),
      [admin.features.finalized(), admin.features.epoch],
      nextProducerId,
    ]
    return known.map((one) => clusterRecordToJson(one as never))
  }
}

function sizeOf(folder: MemoryLogFolder): number {
  return [...folder.stored.values()].reduce((size, { bytes }) => size + bytes.length, 0)
}

function topic(topicId: string, name: string): ClusterRecord {
  return { type: 'topic-created', topicId, name, partitions: [newPartition([1, 2])], configs: { 'retention.ms': '1' } }
}

function config(resourceType: number, resourceName: string, name: string, value: string | null): ClusterRecord {
  return { type: 'config-changed', resourceType, resourceName, name, value }
}

/** A little of everything that can happen, of which most is undone again; `round` makes it differ. */
function alterations(round: number): ClusterRecord[] {
  const credential = { salt: 'YQ==', storedKey: `${round}`, serverKey: 'YQ==', iterations: 4096 }
  const acl = { ...ACL, resourceName: `t${round}` }
  return [
    topic(`id${round}`, `t${round}`),
    config(2, 't', 'retention.ms', String(round)),
    config(2, 't', 'segment.ms', round % 2 === 0 ? '1' : null),
    config(4, '', 'min.insync.replicas', round % 2 === 0 ? null : '2'),
    config(4, '1', 'log.retention.ms', String(round)),
    config(32, `g${round}`, 'share.record.lock.duration.ms', '1'),
    config(32, `g${round}`, 'share.record.lock.duration.ms', null),
    { type: 'partition-changed', topicId: 'id', partition: 0, leader: 1 + (round % 2) },
    { type: 'acl-created', ...acl },
    { type: 'acl-deleted', ...acl },
    { type: 'acl-deleted', ...ACL, resourceName: 'given' },
    { type: 'acl-created', ...ACL, resourceName: 'kept' },
    { type: 'scram-credential-changed', user: 'alice', mechanism: 1, credential },
    { type: 'scram-credential-changed', user: `u${round}`, mechanism: 1, credential },
    { type: 'scram-credential-changed', user: `u${round}`, mechanism: 1, credential: null },
    { type: 'quota-changed', entity: { user: 'a', 'client-id': null }, key: 'producer_byte_rate', value: round },
    { type: 'quota-changed', entity: { user: `u${round}` }, key: 'producer_byte_rate', value: 1 },
    { type: 'quota-changed', entity: { user: `u${round}` }, key: 'producer_byte_rate', value: null },
    { type: 'feature-level-changed', name: 'group.version', level: round % 2 },
    { type: 'producer-id-given', nextProducerId: BigInt(round) },
    { type: 'topic-deleted', topicId: `id${round}` },
  ]
}

test('however much is altered, little is kept, in memory and on disk, and a restart finds it', (t) => {
  const folder = new MemoryLogFolder()
  const kept = new Kept(folder, 20_000)
  kept.apply(topic('id', 't'), { type: 'partitions-created', topicId: 'id', partitions: [newPartition([2])] })
  let [mostOnDisk, mostInMemory] = [0, 0]
  for (let round = 1; round <= 500; round++) {
    kept.apply(...alterations(round))
    mostOnDisk = Math.max(mostOnDisk, sizeOf(folder))
    mostInMemory = Math.max(mostInMemory, [...kept.folded.records()].length)
  }
  t.true(mostOnDisk < 30_000, `${mostOnDisk} bytes`)
  t.true(mostInMemory < 15, `${mostInMemory} records`)
  t.deepEqual(
    folder.files().filter((name) => name.endsWith('.deleted')),
    [],
  )
  const again = new Kept(folder, 20_000)
  t.deepEqual(again.state(), kept.state())
  // And what comes after the restart is kept as well.
  again.apply(...alterations(501))
  t.deepEqual(new Kept(folder, 20_000).state(), again.state())
})

test('a long log is folded when it is opened', (t) => {
  const folder = new MemoryLogFolder()
  const kept = new Kept(folder, 1 << 24)
  kept.apply(topic('id', 't'))
  for (let round = 1; round <= 100; round++) kept.apply(...alterations(round))
  const before = sizeOf(folder)
  const again = new Kept(folder, 1 << 24)
  t.true(sizeOf(folder) < before / 20)
  t.deepEqual(again.state(), kept.state())
})

test('a crash at any step of making a snapshot loses nothing', (t) => {
  const folder = new MemoryLogFolder()
  const kept = new Kept(folder, 1 << 24)
  kept.apply(topic('id', 't'))
  for (let round = 1; round <= 3; round++) kept.apply(...alterations(round))
  const expected = kept.state()
  const old = new Map([...folder.stored].map(([name, file]) => [name, { ...file, bytes: file.bytes.slice() }]))
  const folding = new Kept(folder, 1)
  t.deepEqual(folding.state(), expected)
  const [snapshot] = folder.files().filter((name) => name.endsWith('.checkpoint'))
  const made = folder.stored.get(snapshot!)!
  // The snapshot is there: of the log all is left, or nothing.
  for (const left of [old, new Map<string, typeof made>()]) {
    const crashed = new MemoryLogFolder()
    for (const [name, file] of left) crashed.stored.set(name, { ...file, bytes: file.bytes.slice() })
    crashed.stored.set(snapshot!, { ...made })
    const found = new Kept(crashed, 1 << 24)
    t.deepEqual(found.state(), expected)
    found.apply(...alterations(4))
    t.deepEqual(new Kept(crashed, 1 << 24).state(), found.state())
  }
})

test('a snapshot that is damaged is no start', (t) => {
  const folder = new MemoryLogFolder()
  new Kept(folder, 1).apply(topic('id', 't'))
  const [snapshot] = folder.files().filter((name) => name.endsWith('.checkpoint'))
  const file = folder.stored.get(snapshot!)!
  const { bytes } = file
  file.bytes = bytes.slice(0, -80)
  t.throws(() => new Kept(folder, 1), { name: 'DecodeError' })
  file.bytes = bytes.map((byte, index) => (index === 150 ? byte ^ 1 : byte))
  t.throws(() => new Kept(folder, 1), { name: 'DecodeError' })
})
