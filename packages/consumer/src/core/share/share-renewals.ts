// The locks of one consumer that are to last anew: which ones are due, and what a broker's answer makes of them, partition by partition.
import { ErrorCode } from '@odradek/protocol'
import type { ShareAcknowledgeResponse } from '@odradek/protocol/messages/share-acknowledge-response'
import { reactionTo, stepError } from '../error-table.ts'
import type { CompletedShareFetch } from './completed-share-fetch.ts'
import type { HeldRecord, ShareSource } from './held-record.ts'
import type { ShareAcknowledgements } from './share-acknowledgements.ts'
import type { ShareBuffer } from './share-buffer.ts'
import type { ShareConsumerEvent } from './share-events.ts'
import type { RenewedRanges } from './share-requests.ts'
import type { ShareSession } from './share-session.ts'

/** A lock is renewed when this share of its time is left. */
const RENEWAL_SHARE = 0.5

/** Another broker leads the partition, which knows nothing of the locks. */
const leaderMoved: ReadonlySet<number> = new Set([ErrorCode.NOT_LEADER_OR_FOLLOWER, ErrorCode.FENCED_LEADER_EPOCH])

/** A partition whose locks the broker would not renew. */
interface Refusal {
  readonly source: ShareSource
  readonly errorCode: number
}

/** See the head of the file. */
export class ShareRenewals {
  readonly #acknowledgements: ShareAcknowledgements
  readonly #buffer: ShareBuffer

  constructor(acknowledgements: ShareAcknowledgements, buffer: ShareBuffer) {
    this.#acknowledgements = acknowledgements
    this.#buffer = buffer
  }

  /** The locks to make last anew: those that users ask for, and, when half of the time is over, what waits to be given out or is kept. */
  due(session: ShareSession, canRenew: boolean, lockMs: number, nowMs: number): RenewedRanges {
    const asked = this.#acknowledgements.renewalsOf(session)
    const isDue = ({ lockedUntilMs, isKept }: HeldRecord | CompletedShareFetch) =>
      canRenew && isKept && lockedUntilMs - nowMs <= lockMs * RENEWAL_SHARE
    const fetches = this.#buffer.of(session).filter((fetch) => isDue(fetch) && fetch.remainingCount > 0)
    const kept = [...session.held].filter((record) => record.state === 'in-hand' && isDue(record))
    const records = [...new Set([...asked, ...kept])]
    const ranges = [
      ...records.map(({ source, offset }) => ({ source, firstOffset: offset, lastOffset: offset })),
      ...fetches.flatMap((fetch) => fetch.remaining().map((range) => ({ source: fetch.source, ...range }))),
    ]
    return { asked, records, fetches, ranges }
  }

  /** When a lock has to be looked at: to be renewed, or because it ends. */
  nextLookMs(session: ShareSession, canRenew: boolean, lockMs: number, nowMs: number): number {
    let nextMs = Infinity
    const look = ({ lockedUntilMs, isKept }: HeldRecord | CompletedShareFetch) => {
      const renewAtMs = lockedUntilMs - lockMs * RENEWAL_SHARE
      nextMs = Math.min(nextMs, isKept && canRenew && renewAtMs > nowMs ? renewAtMs : lockedUntilMs)
    }
    for (const record of session.held) look(record)
    for (const fetch of this.#buffer.of(session)) look(fetch)
    return nextMs
  }

  /**
   * The broker has looked at each partition: locks that it renewed last until `untilMs`. Those that it refused for good are not asked for
   * again, and are lost at once where the leader has moved; what was refused for now is due still. Returns what is to be told of it.
   */
  onAnswer(
    session: ShareSession,
    { asked, records, fetches }: RenewedRanges,
    response: ShareAcknowledgeResponse,
    untilMs: number,
  ): ShareConsumerEvent[] {
    const codes = new Map(
      response.responses.flatMap(({ topicId, partitions }) =>
        partitions.map(({ partitionIndex, errorCode }) => [`${topicId}/${partitionIndex}`, errorCode] as const),
      ),
    )
    const refusals = new Map<string, Refusal>()
    for (const one of [...records, ...fetches]) {
      const { source } = one
      const errorCode = codes.get(`${source.topicId}/${source.partition}`) ?? ErrorCode.NONE
      if (errorCode === ErrorCode.NONE) one.lockedUntilMs = untilMs
      else {
        refusals.set(source.key, { source, errorCode })
        if (reactionTo('share-acknowledge', errorCode) !== 'retry') one.isKept = false
      }
    }
    this.#acknowledgements.onRenewed(
      asked.filter(({ source }) => !refusals.has(source.key)),
      undefined,
    )
    return [...refusals.values()].flatMap((refusal) => this.#refuse(session, refusal, asked))
  }

  #refuse(
    session: ShareSession,
    { source: { key, topic, partition }, errorCode }: Refusal,
    asked: readonly HeldRecord[],
  ): ShareConsumerEvent[] {
    const error = stepError('share-acknowledge', errorCode, { topic, partition })
    const isMeant = ({ source }: HeldRecord | CompletedShareFetch) => source.session === session && source.key === key
    const events: ShareConsumerEvent[] = []
    if (leaderMoved.has(errorCode)) {
      // What is decided already is told: whether it counts is the broker's to say.
      const lost = session.inHand.filter(isMeant)
      const count = lost.length + this.#buffer.dropWhere(isMeant)
      this.#acknowledgements.lapse(lost, error)
      if (count > 0) events.push({ type: 'locks-lost', records: count, error })
    }
    this.#acknowledgements.onRenewed(asked.filter(isMeant), error)
    if (events.length === 0) events.push({ type: 'retry', api: 'ShareAcknowledge', error, topic, partition })
    return events
  }
}
