import type { TextOutput } from './program-io.ts'

/** Pieces are gathered up to so many characters before they are written. */
const WRITE_AT = 1 << 16

/** Many small pieces of output, written in large ones, and held back while the reader is slower than the program. */
export class BufferedOutput {
  readonly #output: TextOutput
  #pieces: string[] = []
  #length = 0
  #isFull = false

  constructor(output: TextOutput) {
    this.#output = output
  }

  write(text: string): void {
    this.#pieces.push(text)
    this.#length += text.length
    if (this.#length >= WRITE_AT) this.writeOut()
  }

  /** Waits until the reader has taken what was written so far, where that is too much to go on. */
  async drained(): Promise<void> {
    const { once } = this.#output
    if (!this.#isFull || once === undefined) return
    await new Promise<void>((resolve) => once.call(this.#output, 'drain', resolve))
    this.#isFull = false
  }

  /** Writes what is left, and waits for the reader as `drained` does. */
  async flush(): Promise<void> {
    this.writeOut()
    await this.drained()
  }

  /** Writes what is left, so that something else can be written elsewhere behind it. */
  writeOut(): void {
    if (this.#length === 0) return
    const text = this.#pieces.join('')
    this.#pieces = []
    this.#length = 0
    if (this.#output.write(text) === false) this.#isFull = true
  }
}
