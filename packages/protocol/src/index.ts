export type { Api } from './api.ts'
export type { MessageCodec, MessageInput, MessageType, UnknownTaggedField } from './message-codec.ts'
export { decodeMessage } from './decode-message.ts'
export { encodeMessage } from './encode-message.ts'
export {
  decodeRequestHeader,
  requestHeaderVersion,
  responseHeaderVersion,
  type DecodedRequestHeader,
} from './request-header.ts'
export { decodeResponseHeader } from './response-header.ts'
export { decodeResponseFrame, encodeRequestFrame, encodeResponseFrame, type DecodedResponse } from './frames.ts'
export { FrameSplitter } from './frame-splitter.ts'
export { ApiKey, apiKeyFacts, apiName, type ApiKeyFacts, type ApiName } from './generated/api-keys.ts'
export { ErrorCode, errorMessage, errorName, isRetriableErrorCode, type ErrorName } from './generated/error-codes.ts'
export { AbortableTransactionError } from './errors/abortable-transaction-error.ts'
export { AuthenticationError, type AuthenticationReason } from './errors/authentication-error.ts'
export { AuthorizationError, type AuthorizationErrorOptions } from './errors/authorization-error.ts'
export { BrokerError, type BrokerErrorOptions } from './errors/broker-error.ts'
export { ConnectionError, type ConnectionErrorOptions } from './errors/connection-error.ts'
export { FencedError } from './errors/fenced-error.ts'
export { InvariantError } from './errors/invariant-error.ts'
export { KafkaError, type KafkaErrorOptions } from './errors/kafka-error.ts'
export { TimeoutError } from './errors/timeout-error.ts'
export { UnsupportedVersionError, type UnsupportedVersionErrorOptions } from './errors/unsupported-version-error.ts'
export { UsageError } from './errors/usage-error.ts'
