import type { GroupRecordsWritten } from '../broker-record.ts'
import type { GroupEffects } from './group-effects.ts'
import type { GroupRecord } from './records/group-record.ts'

/**
 * Writes the records of groups: each is replayed into the groups at once, so that what follows in the same event sees it, and is handed
 * on to be appended to `__consumer_offsets`. Since groups change in no other way, replaying that log makes the same groups.
 */
export class GroupLog {
  readonly #replay: (record: GroupRecord) => void
  readonly #written = new WeakSet<GroupRecordsWritten>()
  #wallClockAheadMs = 0

  constructor(replay: (record: GroupRecord) => void) {
    this.#replay = replay
  }

  /** Takes note of the wall clock, which records carry, as against the clock of deadlines. */
  onRequest(receivedAtMs: number, nowMs: number): void {
    this.#wallClockAheadMs = receivedAtMs - nowMs
  }

  /** The wall clock at a time of the other clock. */
  wallClockMs(nowMs: number): number {
    // The clock of deadlines has fractions of milliseconds; timestamps have none.
    return Math.round(nowMs + this.#wallClockAheadMs)
  }

  write(effects: GroupEffects, groupId: string, nowMs: number, record: GroupRecord): void {
    this.#replay(record)
    const last = effects.records.at(-1)
    if (last?.type === 'group-records-written' && last.groupId === groupId && this.#written.has(last)) {
      last.records.push(record)
      return
    }
    const written: GroupRecordsWritten = {
      type: 'group-records-written',
      groupId,
      timestampMs: this.wallClockMs(nowMs),
      records: [record],
    }
    this.#written.add(written)
    effects.records.push(written)
  }

  /** Replays what another one has written; what was written here has been replayed. */
  apply(written: GroupRecordsWritten): void {
    if (this.#written.has(written)) return
    for (const record of written.records) this.#replay(record)
  }
}
