import { SendAbortedError } from './send-aborted-error.ts'
import type { SendReceiver } from './send-receivers.ts'

/** The unsettled sends that have a signal. Each signal has one listener: to add or remove one costs a step for every other that is there. */
export class SignalledSends {
  readonly #bySignal = new Map<AbortSignal, SendsOfSignal>()
  readonly #onGivenUp: (receiver: SendReceiver, error: SendAbortedError) => void

  /** `onGivenUp` is called with each receiver whose signal has fired, and its error, after that has been told. */
  constructor(onGivenUp: (receiver: SendReceiver, error: SendAbortedError) => void) {
    this.#onGivenUp = onGivenUp
  }

  /** Gives a send up when the signal fires before it has settled. */
  add(signal: AbortSignal, receiver: SendReceiver): void {
    let sends = this.#bySignal.get(signal)
    if (sends === undefined) {
      sends = new SendsOfSignal(signal, this.#onGivenUp, this.#bySignal)
      this.#bySignal.set(signal, sends)
    }
    sends.add(receiver)
  }
}

/** Listens as long as there is a send. */
class SendsOfSignal {
  readonly #signal: AbortSignal
  readonly #onGivenUp: (receiver: SendReceiver, error: SendAbortedError) => void
  readonly #bySignal: Map<AbortSignal, SendsOfSignal>
  readonly #receivers = new Set<SendReceiver>()

  constructor(
    signal: AbortSignal,
    onGivenUp: (receiver: SendReceiver, error: SendAbortedError) => void,
    bySignal: Map<AbortSignal, SendsOfSignal>,
  ) {
    this.#signal = signal
    this.#onGivenUp = onGivenUp
    this.#bySignal = bySignal
    signal.addEventListener('abort', this)
  }

  add(receiver: SendReceiver): void {
    receiver.sends = this
    this.#receivers.add(receiver)
  }

  delete(receiver: SendReceiver): void {
    this.#receivers.delete(receiver)
    if (this.#receivers.size > 0) return
    this.#bySignal.delete(this.#signal)
    this.#signal.removeEventListener('abort', this)
  }

  handleEvent(): void {
    for (const receiver of this.#receivers) {
      const error = new SendAbortedError(receiver.topic, this.#signal.reason)
      receiver.onFailed(0, error)
      this.#onGivenUp(receiver, error)
    }
  }
}
