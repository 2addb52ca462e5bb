// What sibling packages may use and users should not.
export * from './index.ts'
export { checkLogger } from './check-logger.ts'
export { formatAddress } from './bootstrap-servers.ts'
export {
  type BrokerNode,
  type ClusterMetadata,
  emptyClusterMetadata,
  partitionMetadata,
  type PartitionMetadata,
  type TopicMetadata,
} from './core/cluster-metadata.ts'
export {
  parseScramServerFinal,
  parseScramServerFirst,
  ScramClient,
  type ScramServerFinal,
  type ScramServerFirst,
} from './core/sasl/scram-client.ts'
export { signedQuery, signingKey } from './core/sasl/aws-signature.ts'
export { decodeBase64, encodeBase64 } from './core/security/base64.ts'
export type { Cryptography, HashName } from './core/security/cryptography.ts'
export {
  scramCredential,
  type ScramCredential,
  scramCredentialOfPassword,
  ScramIterations,
  scramKeys,
  type ScramMechanism,
  scramMechanisms,
} from './core/security/scram-mechanism.ts'
export { ClientTelemetry, type ClientTelemetrySource } from './client-telemetry.ts'
export { CoordinatorManager, type CoordinatorManagerOptions } from './core/coordinator-manager.ts'
export { exponentialBackoff } from './core/exponential-backoff.ts'
export { type MetadataListener, MetadataManager, type MetadataManagerOptions } from './core/metadata-manager.ts'
export type { LeaderHint } from './core/metadata-update.ts'
export { markNotSent, wasNotSent } from './core/not-sent.ts'
export type {
  AnyUnsentRequest,
  Channel,
  Destination,
  NodeAvailability,
  PollResult,
  RequestManager,
  UnsentRequest,
} from './core/request-manager.ts'
export { StateMachine } from './core/state-machine.ts'
export { NetworkClient, type NetworkClientSettings, type SendOptions } from './network-client.ts'
export { nodeCryptography } from './node-cryptography.ts'
export { OperationChannel } from './operation-channel.ts'
export type { NetworkConfig } from './network-options.ts'
export { type ResolvedOptions, resolveOptions } from './option-table.ts'
export { rethrowLater } from './rethrow-later.ts'
export { sayThrown } from './say-thrown.ts'
export { TroubleLog } from './trouble-log.ts'
export { WindowedStat } from './core/windowed-stat.ts'
export { TcpStream } from './transport/tcp-stream.ts'
export { optionsOfProperties, type PropertyReading, type UnsupportedProperty } from './options-of-properties.ts'
export { parseProperties } from './property-file.ts'
export { clientSoftware } from './version-check.ts'
