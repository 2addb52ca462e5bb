// What a cluster knows, in as few records as can be: of all that was ever decided about a thing the last word alone.
import type { AdminRecord } from '../admin-state.ts'
import { ConfigResourceType } from '../config/config-source.ts'
import type { ClusterRecord } from './cluster-record.ts'
import type { ClusterState } from './cluster-state.ts'

/** Keeps of the records of a cluster those that bring the same state back, applied to a cluster that began in the same way. */
export class FoldedRecords {
  readonly #cluster: ClusterState
  /** By what they are about. Topics and their partitions are taken from the cluster. */
  readonly #last = new Map<string, AdminRecord>()
  /** What a cluster has from its beginning: where it was taken away, that is to be told. */
  readonly #initial = new Set<string>()

  /** `initial`: what the cluster was begun with, which is not kept. */
  constructor(cluster: ClusterState, initial: readonly AdminRecord[] = []) {
    this.#cluster = cluster
    for (const record of initial) this.#initial.add(keyOf(record))
  }

  /** Takes a record that the cluster has just applied. */
  add(record: ClusterRecord): void {
    if (!isAdminRecord(record)) return
    if (record.type === 'config-changed' && record.resourceType === ConfigResourceType.TOPIC) return
    const key = keyOf(record)
    const known = this.#last.get(key)
    // What comes back after it was taken away comes last.
    if (known !== undefined && (isRemoval(known) || isRemoval(record))) this.#last.delete(key)
    if (!isRemoval(record) || this.#isInitial(record, key)) this.#last.set(key, record)
  }

  #isInitial(record: AdminRecord, key: string): boolean {
    // A new cluster has configs for all brokers.
    return this.#initial.has(key) || (record.type === 'config-changed' && record.resourceName === '')
  }

  /** What is to be applied to a cluster that knows nothing yet. */
  *records(): Generator<ClusterRecord, undefined> {
    const { admin, nextProducerId, topics } = this.#cluster
    for (const record of this.#last.values()) {
      yield record.type === 'feature-level-changed' ? { ...record, epoch: admin.features.epoch } : record
    }
    for (const { topicId, name, partitions, configs } of topics.all()) {
      yield { type: 'topic-created', topicId, name, partitions: [...partitions], configs }
    }
    if (nextProducerId > 0n) yield { type: 'producer-id-given', nextProducerId }
  }
}

const ADMIN: ReadonlySet<string> = new Set<AdminRecord['type']>([
  'config-changed',
  'acl-created',
  'acl-deleted',
  'scram-credential-changed',
  'quota-changed',
  'feature-level-changed',
])

function isAdminRecord(record: ClusterRecord): record is AdminRecord {
  return ADMIN.has(record.type)
}

function isRemoval(record: AdminRecord): boolean {
  switch (record.type) {
    case 'config-changed':
    case 'quota-changed':
      return record.value === null
    case 'scram-credential-changed':
      return record.credential === null
    default:
      return record.type === 'acl-deleted'
  }
}

function keyOf(record: AdminRecord): string {
  switch (record.type) {
    case 'config-changed':
      return JSON.stringify(['config', record.resourceType, record.resourceName, record.name])
    case 'acl-created':
    case 'acl-deleted': {
      const { resourceType, resourceName, patternType, principal, host, operation, permissionType } = record
      return JSON.stringify([resourceType, resourceName, patternType, principal, host, operation, permissionType])
    }
    case 'scram-credential-changed':
      return JSON.stringify(['scram', record.user, record.mechanism])
    case 'quota-changed': {
      const entity = Object.entries(record.entity).sort(([left], [right]) => (left < right ? -1 : 1))
      return JSON.stringify(['quota', entity, record.key])
    }
    case 'feature-level-changed':
      return JSON.stringify(['feature', record.name])
  }
}
