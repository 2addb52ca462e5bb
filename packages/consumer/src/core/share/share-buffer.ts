// Records that are locked for this member and have not been given out, in order of arrival.
import type { ShareRecord } from '../../share/share-record.ts'
import type { CompletedShareFetch } from './completed-share-fetch.ts'
import type { ShareSession } from './share-session.ts'

/** See the head of the file. */
export class ShareBuffer {
  /** Whether somebody waits for records. */
  isWanted = false
  #fetches: CompletedShareFetch[] = []
  readonly #onAvailable: () => void

  /** `onAvailable` is called when something comes in. */
  constructor(onAvailable: () => void) {
    this.#onAvailable = onAvailable
  }

  get isEmpty(): boolean {
    return this.#fetches.length === 0
  }

  /** About how many records wait: offsets that turn out to hold none count too. */
  get count(): number {
    return this.#fetches.reduce((sum, { remainingCount }) => sum + remainingCount, 0)
  }

  add(fetch: CompletedShareFetch): void {
    this.#fetches.push(fetch)
    this.#onAvailable()
  }

  of(session: ShareSession): CompletedShareFetch[] {
    return this.#fetches.filter(({ source }) => source.session === session)
  }

  /** The session has ended; returns how many records were waiting. */
  drop(session: ShareSession): number {
    return this.dropWhere(({ source }) => source.session === session)
  }

  /** Drops what is meant; returns how many records were waiting. */
  dropWhere(isMeant: (fetch: CompletedShareFetch) => boolean): number {
    const before = this.count
    this.#fetches = this.#fetches.filter((fetch) => !isMeant(fetch))
    return before - this.count
  }

  /** Drops what the broker has given to others by now; returns how many records. */
  expire(nowMs: number): number {
    return this.dropWhere(({ lockedUntilMs }) => lockedUntilMs <= nowMs)
  }

  /** The next record; undefined where there is none. Throws CorruptRecordError; what follows can be asked for after that. */
  next(nowMs: number): ShareRecord | undefined {
    for (let fetch = this.#fetches[0]; fetch !== undefined; fetch = this.#fetches[0]) {
      // What was locked too long ago may be with another member.
      const record = fetch.lockedUntilMs > nowMs ? fetch.nextRecord() : undefined
      if (record !== undefined) return record
      this.#fetches.shift()
    }
    return undefined
  }
}
