/** Who a client is where it has not said, or cannot. */
export const ANONYMOUS = 'User:ANONYMOUS'

/** How bytes of a listener are protected, and how its clients say who they are. */
export type SecurityProtocol = 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'

/** Who sends requests over a connection. */
export interface ClientSession {
  /** `User:alice`. */
  readonly principal: string
  /** The listener that it came through, such as `PLAINTEXT`. */
  readonly listener: string
  readonly securityProtocol: SecurityProtocol
}
