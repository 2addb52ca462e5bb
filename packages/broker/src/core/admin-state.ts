// What administrators set for a whole cluster: configs, ACLs, SCRAM users, quotas and feature levels.
import { type ConfigChanged, ConfigStore } from './config/config-store.ts'
import { type FeatureLevelChanged, FeatureStore, type SupportedFeature } from './features/feature-store.ts'
import { type QuotaChanged, QuotaStore } from './quota/quota-store.ts'
import type { AclCreated, AclDeleted } from './security/acl.ts'
import { AclStore } from './security/acl-store.ts'
import { type ScramCredentialChanged, ScramStore } from './security/scram-store.ts'

/** One change of what administrators set. */
export type AdminRecord =
  ConfigChanged | AclCreated | AclDeleted | ScramCredentialChanged | QuotaChanged | FeatureLevelChanged

/** All of it; changes only in `apply`. */
export class AdminState {
  readonly configs = new ConfigStore()
  readonly acls = new AclStore()
  readonly scram = new ScramStore()
  readonly quotas = new QuotaStore()
  readonly features: FeatureStore

  /** `features`: those that the cluster knows. */
  constructor(features: readonly SupportedFeature[]) {
    this.features = new FeatureStore(features)
  }

  apply(record: AdminRecord): void {
    switch (record.type) {
      case 'config-changed':
        return this.configs.apply(record)
      case 'acl-created':
        return this.acls.add(record)
      case 'acl-deleted':
        return this.acls.remove(record)
      case 'scram-credential-changed':
        return this.scram.apply(record)
      case 'quota-changed':
        return this.quotas.apply(record)
      case 'feature-level-changed':
        return this.features.apply(record)
    }
  }
}
