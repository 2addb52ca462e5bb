// Which partitions a broker is being asked about, and when those whose question failed may be asked about again.
import type { AssignedPartition } from './subscription-state.ts'

interface Question<T> {
  /** Undefined while it waits to be asked again. */
  asked: T | undefined
  failures: number
  retryAtMs: number
}

/** See the head of the file. `T`: what is asked about a partition. */
export class PartitionQuestions<T> {
  readonly #backoffMs: (attempts: number) => number
  readonly #questions = new WeakMap<AssignedPartition, Question<T>>()

  /** `backoffMs`: how long to wait after `attempts` failures in a row, in milliseconds. */
  constructor(backoffMs: (attempts: number) => number) {
    this.#backoffMs = backoffMs
  }

  /** What a request on its way asks; undefined: there is none. */
  asked(partition: AssignedPartition): T | undefined {
    return this.#questions.get(partition)?.asked
  }

  /** Since when, or from when on, it may be asked about. */
  askAtMs(partition: AssignedPartition): number {
    return this.#questions.get(partition)?.retryAtMs ?? -Infinity
  }

  /** A request goes out. */
  ask(partition: AssignedPartition, what: T): void {
    const question = this.#questions.get(partition)
    if (question !== undefined) question.asked = what
    else this.#questions.set(partition, { asked: what, failures: 0, retryAtMs: -Infinity })
  }

  /** It failed, and is to be asked again after a while. */
  retry(partition: AssignedPartition, nowMs: number): void {
    const failures = this.#questions.get(partition)?.failures ?? 0
    this.#questions.set(partition, {
      asked: undefined,
      failures: failures + 1,
      retryAtMs: nowMs + this.#backoffMs(failures),
    })
  }

  /** It is answered. */
  end(partition: AssignedPartition): void {
    this.#questions.delete(partition)
  }
}
