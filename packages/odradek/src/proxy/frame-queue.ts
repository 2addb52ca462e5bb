import type { ByteStream } from '@odradek/network'

/** Frames that lie here beyond this many bytes stop the stream that they come from. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024

/** Frames of one stream that wait for their turn. */
export class FrameQueue {
  readonly #stream: ByteStream
  readonly #frames: Uint8Array[] = []
  #bytes = 0
  #isPaused = false
  #isOver = false
  #onFrame = () => {}

  constructor(stream: ByteStream) {
    this.#stream = stream
  }

  push(frame: Uint8Array): void {
    this.#frames.push(frame)
    this.#bytes += frame.length
    this.#regulate()
    this.#onFrame()
  }

  /** No more frames come, and those that wait are of no use. */
  end(): void {
    this.#isOver = true
    this.#frames.length = 0
    this.#onFrame()
  }

  /** The next frame; undefined where none comes any more. */
  async next(): Promise<Uint8Array | undefined> {
    while (this.#frames.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => (this.#onFrame = resolve))
    }
    const frame = this.#frames.shift()
    this.#bytes -= frame?.length ?? 0
    this.#regulate()
    return frame
  }

  #regulate(): void {
    const isFull = this.#bytes > MAX_WAITING_BYTES
    if (isFull === this.#isPaused || this.#isOver) return
    this.#isPaused = isFull
    if (isFull) this.#stream.pause()
    else this.#stream.resume()
  }
}
