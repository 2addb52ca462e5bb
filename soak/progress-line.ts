/** What a scenario says of itself, on stderr: one line that changes on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream
  readonly #isTerminal: boolean
  #shownAtMs = -Infinity
  #isOpen = false

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream
    this.#isTerminal = stream.isTTY
  }

  /** Shows how far it is, in place of what was shown before. */
  show(text: string): void {
    const nowMs = Date.now()
    if (nowMs < this.#shownAtMs + (this.#isTerminal ? 100 : 5000)) return
    this.#shownAtMs = nowMs
    if (this.#isTerminal) this.#stream.write(`\r\u001b[K  ${text}`)
    else this.#stream.write(`  ${text}\n`)
    this.#isOpen = this.#isTerminal
  }

  /** Writes a line that stays. */
  note(text: string): void {
    this.#stream.write(this.#isOpen ? `\r\u001b[K${text}\n` : `${text}\n`)
    this.#isOpen = false
  }
}
