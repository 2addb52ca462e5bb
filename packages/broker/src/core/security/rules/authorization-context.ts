import type { BrokerState } from '../../broker-state.ts'

/** What a rule looks at. */
export interface AuthorizationContext<Body = object> {
  readonly body: Body
  readonly version: number
  readonly state: BrokerState
  /** Whether the client may do an operation on a resource. */
  may(operation: number, resourceType: number, resourceName: string): boolean
  /** The operations that it may do, as a bit field. */
  operations(resourceType: number, resourceName: string): number
  /** Whether there may be any resource with which it may do an operation. */
  maySome(operation: number, resourceType: number): boolean
}

/** What a rule says: `refuse` is the whole answer; else `body` is handled, as it is where it is absent. */
export interface Verdict {
  readonly refuse?: object
  readonly body?: object
  readonly finish?: (response: object) => object
}
