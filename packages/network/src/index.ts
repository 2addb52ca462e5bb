export { advanceUntilSettled } from './advance-until-settled.ts'
export { parseBootstrapServers } from './bootstrap-servers.ts'
export type { ClientMetric, MetricsSource } from './client-metric.ts'
export { type Clock, systemClock, type Timer } from './clock.ts'
export { backgroundEnvironment, type Environment, systemEnvironment } from './environment.ts'
export { FakeClock, settle } from './fake-clock.ts'
export { type NetworkOptions, networkOptionTable } from './network-options.ts'
export type {
  AddedHeader,
  ClientOperation,
  ProcessOperation,
  ReceivedRecord,
  ReceiveOperation,
  SendOperation,
  SentRecord,
  SentTo,
} from './operation-channel.ts'
export type { OptionRule, OptionTable, OptionType } from './option-table.ts'
export { awsMskIamToken, type AwsMskIamOptions } from './sasl/aws-msk-iam.ts'
export type { AccessToken } from './sasl/access-token.ts'
export type { AwsCredentials } from './core/sasl/aws-signature.ts'
export type { Provided, SaslCredentials } from './sasl/credentials.ts'
export { type GssapiOptions, gssapiMechanism, type GssContext } from './sasl/gssapi.ts'
export type { SaslContext, SaslExchange, SaslMechanism } from './sasl/sasl-mechanism.ts'
export type { SecurityOptions } from './security-options.ts'
export { seededRandom } from './seeded-random.ts'
export { type MemoryConnection, MemoryNetwork, type MemoryNetworkOptions } from './transport/memory.ts'
export { nodeTcp } from './transport/node-tcp.ts'
export type {
  Address,
  ByteStream,
  ConnectOptions,
  Listener,
  SocketFactory,
  StreamEvents,
  Transport,
} from './transport/transport.ts'
