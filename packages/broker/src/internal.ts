// What sibling packages may use and users should not.
export * from './index.ts'
export { errorCodeOf } from './control/fault.ts'
export { topicsOf } from './control/topics-of.ts'
export { errorResponse, withErrorCode } from './core/faults/error-response.ts'
export type { SslOptions } from './security-options.ts'
export { TlsListening } from './tls-listener.ts'
export { parseScramClientFinal, parseScramClientFirst, ScramServer } from './core/security/sasl/scram-server.ts'
