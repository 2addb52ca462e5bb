// A record that a share group's broker has locked for this member (KIP-932), from the hand of the user to the broker's word on what became
// of it.
import { InvariantError, type KafkaError, UsageError } from '@odradek/protocol'
import type { ShareSession } from './share-session.ts'

/**
 * What becomes of a record: `accept`: it is done with. `release`: it may be delivered again, to any member. `reject`: it cannot be handled
 * and is not delivered again.
 */
export type Acknowledgement = 'accept' | 'release' | 'reject'

/** How requests say it. A gap is an offset without a record; a renewal makes the lock last anew. */
export const acknowledgeTypes = { gap: 0, accept: 1, release: 2, reject: 3, renew: 4 } as const

/**
 * - `in-hand`: with the user's code, or given back by it without a word.
 * - `decided`: what becomes of it is decided, and waits to be told to the broker.
 * - `telling`: the request that tells it is on its way.
 * - `settled`: the broker has taken it.
 * - `lapsed`: the lock is gone, or the broker refused: the record goes to whoever asks for it.
 */
export type HeldState = 'in-hand' | 'decided' | 'telling' | 'settled' | 'lapsed'

/** The moves that are allowed. What could not be told is told again. */
export const heldMoves: Readonly<Record<HeldState, readonly HeldState[]>> = {
  'in-hand': ['decided', 'lapsed'],
  decided: ['telling', 'lapsed'],
  telling: ['decided', 'settled', 'lapsed'],
  settled: [],
  lapsed: [],
}

/** A partition whose records were acquired in one session with one broker. */
export interface ShareSource {
  readonly topic: string
  readonly partition: number
  readonly topicId: string
  readonly key: string
  readonly session: ShareSession
}

/** Told of what happens to held records. */
export interface HeldRecordListener {
  onDecided(record: HeldRecord): void
  /** `onDone` is called once, with why the lock does not last, or nothing. */
  onRenewal(record: HeldRecord, onDone: RenewalDone): void
}

/** Called once, with why it failed or nothing. */
export type RenewalDone = (error: KafkaError | undefined) => void

/** See the head of the file. */
export class HeldRecord {
  readonly offset: bigint
  readonly source: ShareSource
  /** When the lock ends unless it is renewed, in the clock's milliseconds. */
  lockedUntilMs: number
  /** Whether its lock is renewed without being asked. */
  isKept = false
  acknowledgement: Acknowledgement = 'accept'
  readonly #listener: HeldRecordListener
  #state: HeldState = 'in-hand'
  /** Called when the lock is lost. */
  onLapsed: (() => void) | undefined

  constructor(offset: bigint, source: ShareSource, lockedUntilMs: number, listener: HeldRecordListener) {
    this.offset = offset
    this.source = source
    this.lockedUntilMs = lockedUntilMs
    this.#listener = listener
    source.session.held.add(this)
  }

  get state(): HeldState {
    return this.#state
  }

  /** Throws InvariantError where the table does not allow it. */
  moveTo(next: HeldState): void {
    if (!heldMoves[this.#state].includes(next))
      throw new InvariantError(`a held record cannot move from ${this.#state} to ${next}`)
    this.#state = next
    if (next === 'lapsed' || next === 'settled') this.source.session.held.delete(this)
    if (next === 'lapsed') this.onLapsed?.()
  }

  /** Says what becomes of it; another word counts as long as this one has not gone out. Throws UsageError after that. */
  decide(acknowledgement: Acknowledgement): void {
    if (this.#state === 'telling' || this.#state === 'settled')
      throw new UsageError(
        `${acknowledgement}: the record at offset ${this.offset} of ${this.source.key} was acknowledged already`,
      )
    this.acknowledgement = acknowledgement
    if (this.#state === 'in-hand') this.moveTo('decided')
    this.#listener.onDecided(this)
  }

  /** Makes the lock last anew, where it is not lost and the broker can. */
  renew(onDone: RenewalDone): void {
    this.#listener.onRenewal(this, onDone)
  }
}
