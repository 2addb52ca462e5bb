/** How to close. */
export interface ConsumerCloseOptions {
  /** `close` ends after this many milliseconds at the latest. @default 30000 */
  readonly timeoutMs?: number
  /** Whether to leave the group: by default dynamic members do, and static ones keep their place for a successor (KIP-1092). */
  readonly leaveGroup?: boolean
}

/** How `poll` waits. */
export interface PollOptions {
  /** @default maxPollRecords */
  readonly maxRecords?: number
  /** In milliseconds. @default 1000 */
  readonly timeoutMs?: number
}
