/** What went wrong, as a word that tests and callers can compare. */
export type ClusterErrorCode =
  | 'unknown-version'
  | 'not-in-version'
  | 'bad-option'
  | 'java-missing'
  | 'java-too-old'
  | 'maven-missing'
  | 'fetch-failed'
  | 'port-taken'
  | 'format-failed'
  | 'broker-died'
  | 'not-ready'
  | 'bad-answer'
  | 'tool-failed'
  | 'wrong-state'
  | 'unknown-node'
  | 'aborted'

/** Thrown by everything in this package. The message is complete: it says what is wrong and what to do about it. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode

  constructor(code: ClusterErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ClusterError'
    this.code = code
  }
}
