// An incremental fetch session with one broker (KIP-227): the broker remembers which partitions are read from where, so that a request
// names only what has changed, and an answer only what has something to tell.
import { ErrorCode } from '@odradek/protocol'

/** A partition as a Fetch request names it. */
export interface SessionPartition {
  readonly key: string
  readonly topic: string
  readonly topicId: string
  readonly partition: number
  readonly fetchOffset: bigint
  readonly leaderEpoch: number
  /** Leader epoch of the last batch before it; -1 where it is not known. */
  readonly fetchEpoch: number
  readonly maxBytes: number
}

/** What goes into one request. */
export interface SessionRequest {
  readonly sessionId: number
  readonly sessionEpoch: number
  readonly toSend: readonly SessionPartition[]
  readonly toForget: readonly SessionPartition[]
}

/** Asks for a new session, or (in an answer) says that there is none. */
const NO_SESSION = 0
const FIRST_EPOCH = 0
const LAST_EPOCH = 0x7fffffff

/** See the head of the file. */
export class FetchSession {
  #id = NO_SESSION
  #epoch = FIRST_EPOCH
  #known = new Map<string, SessionPartition>()

  /** The next request for these partitions: all of them at the beginning, then only what differs from what the broker knows. */
  next(wanted: readonly SessionPartition[]): SessionRequest {
    if (this.#epoch === FIRST_EPOCH)
      return { sessionId: this.#id, sessionEpoch: FIRST_EPOCH, toSend: wanted, toForget: [] }
    const keys = new Set(wanted.map(({ key }) => key))
    return {
      sessionId: this.#id,
      sessionEpoch: this.#epoch,
      toSend: wanted.filter((one) => !isSame(one, this.#known.get(one.key))),
      toForget: [...this.#known.values()].filter(({ key }) => !keys.has(key)),
    }
  }

  /** The broker answered a request for `wanted`. */
  onResponse(wanted: readonly SessionPartition[], sessionId: number, errorCode: number): void {
    if (errorCode !== ErrorCode.NONE) {
      // An unknown session is begun anew; any other is closed by the request that begins the next one.
      if (errorCode === ErrorCode.FETCH_SESSION_ID_NOT_FOUND) this.#id = NO_SESSION
      this.#restart()
      return
    }
    if (sessionId === NO_SESSION) {
      this.#id = NO_SESSION
      this.#restart()
      return
    }
    this.#epoch = sessionId === this.#id && this.#epoch < LAST_EPOCH ? this.#epoch + 1 : 1
    this.#id = sessionId
    this.#known = new Map(wanted.map((one) => [one.key, one]))
  }

  /** Whether the broker took the request in is not known. */
  onFailure(): void {
    this.#restart()
  }

  #restart(): void {
    this.#epoch = FIRST_EPOCH
    this.#known.clear()
  }
}

function isSame(a: SessionPartition, b: SessionPartition | undefined): boolean {
  return (
    b !== undefined &&
    a.fetchOffset === b.fetchOffset &&
    a.leaderEpoch === b.leaderEpoch &&
    a.maxBytes === b.maxBytes &&
    a.topicId === b.topicId
  )
}
