import { InvariantError } from '@odradek/protocol'

interface OpenFlush {
  readonly epoch: number
  readonly onDone: () => void
}

/**
 * Knows when a flush is over. Everything unsettled (a batch, or a record that waits for one) is counted under the epoch it came in; a
 * flush ends that epoch, and is over when no count up to it is left. What comes later is counted under the next one and does not delay it.
 */
export class FlushTracker {
  /** How many flushes have begun. What has a lower epoch is to be sent without lingering. */
  epoch = 0
  /** `counts[i]`: unsettled under epoch `firstEpoch + i`. */
  private readonly counts: number[] = [0]
  private firstEpoch = 0
  private readonly flushes: OpenFlush[] = []

  /** Counts one under the current epoch and returns that. */
  add(): number {
    this.change(this.epoch, 1)
    return this.epoch
  }

  /** Counts one under `epoch`, which has something counted already. */
  addTo(epoch: number): void {
    this.change(epoch, 1)
  }

  /** One counted under `epoch` has settled. */
  remove(epoch: number): void {
    this.change(epoch, -1)
    this.finish()
  }

  /** Counts one under an earlier epoch than before. */
  move(from: number, to: number): void {
    this.change(to, 1)
    this.remove(from)
  }

  /** Begins a flush; `onDone` is called once all that is counted now has settled: at once where there is nothing. */
  begin(onDone: () => void): void {
    this.flushes.push({ epoch: this.epoch++, onDone })
    this.counts.push(0)
    this.finish()
  }

  private change(epoch: number, by: number): void {
    const index = epoch - this.firstEpoch
    const count = this.counts[index]
    if (count === undefined || count + by < 0) throw new InvariantError(`flush epoch ${epoch} has nothing to settle`)
    this.counts[index] = count + by
  }

  private finish(): void {
    while (this.firstEpoch < this.epoch && this.counts[0] === 0) {
      this.counts.shift()
      this.firstEpoch++
    }
    while (this.flushes.length > 0 && this.flushes[0]!.epoch < this.firstEpoch) this.flushes.shift()!.onDone()
  }
}
