/** What a version of Kafka can do, as far as this package makes use of it. */
import { ClusterError } from './cluster-error.ts'
import { isAtLeast } from './version-order.ts'
import type { ClusterMode, KafkaVersion } from './versions.ts'

/** A feature that came with a version. */
export type Feature =
  | 'listeners'
  | 'named-listeners'
  | 'listener-jaas'
  | 'ssl'
  | 'pem-stores'
  | 'principal-mapping'
  | 'plain'
  | 'scram'
  | 'oauthbearer'
  | 'signed-tokens'
  | 'acls'
  | 'transactions'
  | 'share-coordinator'
  | 'api-versions'
  | 'metadata-with-cluster-id'

/** With a ZooKeeper and without: the first version that has it. */
interface Since {
  readonly name: string
  readonly zookeeper: string
  readonly kraft: string
}

const since = (name: string, zookeeper: string, kraft = zookeeper): Since => ({ name, zookeeper, kraft })

const table: Readonly<Record<Feature, Since>> = {
  listeners: since('listeners', '0.9'),
  'named-listeners': since('several listeners of one protocol (KIP-103)', '0.10.2'),
  'listener-jaas': since('settings of TLS and SASL by listener (KIP-226)', '1.1'),
  ssl: since('TLS', '0.9'),
  // From 2.7 on, but before 3.0 only with an encrypted key.
  'pem-stores': since('certificates as PEM (KIP-651)', '3.0'),
  'principal-mapping': since('ssl.principal.mapping.rules (KIP-371)', '2.3'),
  plain: since('SASL/PLAIN', '0.10'),
  scram: since('SASL/SCRAM', '0.10.2', '3.5'),
  oauthbearer: since('SASL/OAUTHBEARER', '2.0'),
  'signed-tokens': since('signed tokens for SASL/OAUTHBEARER (KIP-768)', '3.1'),
  acls: since('ACLs', '0.9'),
  transactions: since('transactions', '0.11'),
  'share-coordinator': since('share groups', '4.0'),
  'api-versions': since('ApiVersions', '0.10'),
  'metadata-with-cluster-id': since('the cluster id in Metadata', '0.10.1'),
}

const firstVersion = (feature: Feature, mode: ClusterMode): string => table[feature][mode]

/** Whether brokers of this version have the feature. */
export const hasFeature = (row: KafkaVersion, feature: Feature): boolean =>
  isAtLeast(row.version, firstVersion(feature, row.mode))

/** @throws ClusterError `not-in-version` that names the version needed. */
export const requireFeature = (row: KafkaVersion, feature: Feature): void => {
  if (hasFeature(row, feature)) return
  const first = firstVersion(feature, row.mode)
  const { name } = table[feature]
  throw new ClusterError(
    'not-in-version',
    `Kafka ${row.version} does not have ${name}; Kafka ${first} is the first that does.`,
  )
}

/** The class of the broker's authorizer, which holds the ACLs. */
export const authorizerClass = (row: KafkaVersion): string => {
  if (row.mode === 'kraft') return 'org.apache.kafka.metadata.authorizer.StandardAuthorizer'
  return isAtLeast(row.version, '2.4')
    ? 'kafka.security.authorizer.AclAuthorizer'
    : 'kafka.security.auth.SimpleAclAuthorizer'
}
