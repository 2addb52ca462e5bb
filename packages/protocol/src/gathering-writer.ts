import { ByteWriter } from '@odradek/bytes'

/** Shorter ones are copied: a piece more to send costs about as much as a copy of this length. */
const KEEP_FROM_BYTES = 8192

/** A writer that does not copy long byte fields, such as the records of a Fetch response: `chunks` has them as they were given. */
export class GatheringWriter extends ByteWriter {
  /** What was not copied, with the place in `buffer` that it belongs before. */
  readonly #kept: { readonly at: number; readonly bytes: Uint8Array }[] = []
  #keptLength = 0

  /** The length of all that was written. */
  get totalLength(): number {
    return this.length + this.#keptLength
  }

  override writeBytes(bytes: Uint8Array): void {
    if (bytes.length < KEEP_FROM_BYTES) return super.writeBytes(bytes)
    this.#kept.push({ at: this.length, bytes })
    this.#keptLength += bytes.length
  }

  /** All that was written, in its order, in as few pieces as it takes. */
  chunks(): Uint8Array[] {
    const chunks: Uint8Array[] = []
    let from = 0
    for (const { at, bytes } of this.#kept) {
      if (at > from) chunks.push(this.buffer.subarray(from, at))
      chunks.push(bytes)
      from = at
    }
    if (this.length > from) chunks.push(this.buffer.subarray(from, this.length))
    return chunks
  }
}
