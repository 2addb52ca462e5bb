// The numbers of one partition's batches (KIP-98, KIP-360). A broker takes a batch only when its number follows the last one it has, and
// knows the last five of a producer again when they come twice: so retries make no duplicates, and nothing overtakes.
import { StateMachine } from '@odradek/network/internal'
import { incrementSequence } from '@odradek/records'

import type { ProducerBatch } from './producer-batch.ts'
import type { ProducerIdAndEpoch } from './producer-identity.ts'
import { type SequenceState, sequenceStateMoves } from './sequence-state.ts'

/** As many batches as a broker remembers of a producer. One that lies further back could not be told from a new one. */
export const REMEMBERED_BATCHES = 5

/** Whether a batch that was given up is in the log. */
export type GivenUp = 'not-written' | 'unknown'

/** See the head of the file. States: sequence-state.ts. */
export class PartitionSequences {
  private readonly machine = new StateMachine<SequenceState>('partition sequence', sequenceStateMoves, 'unnumbered')
  private identity: ProducerIdAndEpoch | undefined
  private nextSequence = 0
  /** How many batches have been numbered. */
  private nextOrdinal = 0
  /** The number of the last record acknowledged under this identity; -1: none. */
  private lastAcked = -1
  /** The producer id under which the broker has acknowledged something: it has a memory of it. */
  private provenProducerId = -1n
  /** Numbered and not settled, in the order of their numbers: in a request, or waiting to be sent again. */
  private readonly unsettled: ProducerBatch[] = []

  get state(): SequenceState {
    return this.machine.current
  }

  /** In whose name the batches are numbered; undefined before the first. */
  get current(): ProducerIdAndEpoch | undefined {
    return this.identity
  }

  /** How many batches are numbered and not settled. */
  get unsettledCount(): number {
    return this.unsettled.length
  }

  /** Whether the next batch may be numbered now, in this name. */
  mayNumber(current: ProducerIdAndEpoch): boolean {
    const [oldest] = this.unsettled
    if (oldest === undefined) return !this.isUnder(current) || this.state === 'flowing' || this.state === 'unproven'
    // Counted from the oldest, not the unsettled: 1. its answer is lost, and its second try hangs at a leader that is no more. 2. The new
    // leader acknowledges five others. 3. The third try comes to the new leader, which has forgotten the first.
    return this.isUnder(current) && this.state === 'flowing' && this.nextOrdinal - oldest.ordinal < REMEMBERED_BATCHES
  }

  /** Gives a batch its number, for which `mayNumber` must hold. */
  number(batch: ProducerBatch, current: ProducerIdAndEpoch): void {
    if (!this.isUnder(current)) this.beginAgain(current)
    this.giveNumber(batch, current)
    this.unsettled.push(batch)
  }

  /** Whether a numbered batch may be sent again: retries go one at a time, the oldest first. */
  mayResend(batch: ProducerBatch): boolean {
    return this.unsettled[0] === batch && this.state !== 'restarting'
  }

  /** Its place among the numbered batches; -1 for one that is none. */
  indexOf(batch: ProducerBatch): number {
    return this.unsettled.indexOf(batch)
  }

  /** The broker has the batch. */
  onAcknowledged(batch: ProducerBatch): void {
    const index = this.unsettled.indexOf(batch)
    if (index < 0) return
    this.unsettled.splice(index, 1)
    this.provenProducerId = batch.producerId
    const last = lastSequenceOf(batch)
    if (this.lastAcked < 0 || this.distanceToNext(last) < this.distanceToNext(this.lastAcked)) this.lastAcked = last
    if (this.state === 'unproven') this.machine.transitionTo('flowing')
    this.resolve()
  }

  /** The batch will not be sent again. */
  onGivenUp(batch: ProducerBatch, outcome: GivenUp): void {
    const index = this.unsettled.indexOf(batch)
    if (index < 0) return
    this.unsettled.splice(index, 1)
    if (this.state !== 'restarting') {
      // Those before the gap keep their numbers: one of them may be written, and only its number tells.
      if (outcome === 'not-written' && index === 0) this.machine.transitionTo('restarting')
      else if (this.state !== 'unresolved') this.machine.transitionTo('unresolved')
    }
    this.resolve()
  }

  /**
   * The broker misses something before the batch. Where the batch is the oldest that is not settled, nothing that could fill the gap is to come;
   * a later one was only refused because one before it was.
   */
  onOutOfOrder(batch: ProducerBatch): void {
    if (this.unsettled[0] === batch && this.state !== 'restarting') this.machine.transitionTo('restarting')
  }

  /** Two batches take the place and the numbers of one. */
  replace(batch: ProducerBatch, parts: readonly ProducerBatch[]): void {
    const index = this.unsettled.indexOf(batch)
    if (index < 0 || this.identity === undefined) return
    this.unsettled.splice(index, 1, ...parts)
    let sequence = batch.baseSequence
    for (const part of parts) {
      part.setSequence({ producerId: batch.producerId, epoch: batch.producerEpoch }, sequence)
      part.ordinal = batch.ordinal
      sequence = incrementSequence(sequence, part.recordCount)
    }
  }

  /** Leaves the gap behind: what is not settled is numbered again from 0 under a newer epoch. Nothing of it may be on the wire. */
  restart(newer: ProducerIdAndEpoch): void {
    this.beginAgain(newer)
    for (const batch of this.unsettled) this.giveNumber(batch, newer)
  }

  private giveNumber(batch: ProducerBatch, identity: ProducerIdAndEpoch): void {
    batch.setSequence(identity, this.nextSequence)
    batch.ordinal = this.nextOrdinal++
    this.nextSequence = incrementSequence(this.nextSequence, batch.recordCount)
  }

  private isUnder({ producerId, epoch }: ProducerIdAndEpoch): boolean {
    return this.identity !== undefined && this.identity.producerId === producerId && this.identity.epoch === epoch
  }

  private beginAgain(identity: ProducerIdAndEpoch): void {
    // A broker that knows the producer id insists on 0 after a new epoch; one that does not takes anything.
    const next = identity.producerId === this.provenProducerId ? 'flowing' : 'unproven'
    if (this.state !== next) this.machine.transitionTo(next)
    this.identity = identity
    this.nextSequence = 0
    this.lastAcked = -1
  }

  private distanceToNext(sequence: number): number {
    // Sequences go round after 2^31 - 1.
    return (this.nextSequence - sequence) & 0x7fffffff
  }

  /** Once nothing is under way any more, the last acknowledgement tells whether there is a gap. */
  private resolve(): void {
    if (this.state !== 'unresolved' || this.unsettled.length > 0) return
    const isComplete = this.lastAcked >= 0 && incrementSequence(this.lastAcked, 1) === this.nextSequence
    this.machine.transitionTo(isComplete ? 'flowing' : 'restarting')
  }
}

function lastSequenceOf(batch: ProducerBatch): number {
  return incrementSequence(batch.baseSequence, batch.recordCount - 1)
}
