export * from '@odradek/admin'
export * from '@odradek/broker'
export * from '@odradek/consumer'
// The same in admin and consumer.
export type { TopicPartition } from '@odradek/consumer'
export * from '@odradek/producer'
export {
  AbortableTransactionError,
  AuthenticationError,
  type AuthenticationReason,
  AuthorizationError,
  BrokerError,
  ConnectionError,
  ErrorCode,
  FencedError,
  InvariantError,
  KafkaError,
  TimeoutError,
  UnsupportedVersionError,
  UsageError,
} from '@odradek/protocol'
export { DecodeError, EncodeError } from '@odradek/bytes'
export {
  type AccessToken,
  type AwsCredentials,
  awsMskIamToken,
  type AwsMskIamOptions,
  type Environment,
  type GssapiOptions,
  gssapiMechanism,
  type GssContext,
  type SaslContext,
  type SaslCredentials,
  type SaslExchange,
  type SaslMechanism,
  type SocketFactory,
  systemEnvironment,
} from '@odradek/network'
export { consumeTransformProduce, type ConsumeTransformProduceOptions } from './consume-transform-produce.ts'
