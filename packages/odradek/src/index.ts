export * from '@odradek/broker'
export * from '@odradek/consumer'
export * from '@odradek/producer'
export {
  AbortableTransactionError,
  AuthenticationError,
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
export { type Environment, systemEnvironment } from '@odradek/network'
export { consumeTransformProduce, type ConsumeTransformProduceOptions } from './consume-transform-produce.ts'
