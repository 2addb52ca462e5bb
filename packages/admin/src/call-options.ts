/** What every call may be told. */
export interface CallOptions {
  /** Time limit of the call, all its tries together, in milliseconds. @default defaultApiTimeoutMs */
  readonly timeoutMs?: number
  /** Gives up waiting: the promise rejects with AdminAbortedError. What was sent may happen all the same. */
  readonly signal?: AbortSignal
}

/** What a call may be told that can only check whether it would be done. */
export interface ValidateOnlyOptions extends CallOptions {
  /** Checks the request, and changes nothing. @default false */
  readonly validateOnly?: boolean
}
