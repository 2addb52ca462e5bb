// UTF-8 by Node's Buffer, which neither copies nor allocates a view; the neutral twin is ../utf8.ts.

interface BufferInternals {
  utf8Slice(this: Uint8Array, start: number, end: number): string
  utf8Write(this: Uint8Array, text: string, offset: number, length: number): number
}
// Node (and Deno and Bun with it) has had these two methods since version 0.x; they take any Uint8Array, so that no Buffer view has to be made.
const { utf8Slice, utf8Write } = Buffer.prototype as unknown as BufferInternals

/** How many bytes a string takes in UTF-8. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text)
}

/** The UTF-8 bytes of a string. */
export function encodeUtf8(text: string): Uint8Array {
  return Buffer.from(text)
}

/** Writes a string as UTF-8 at `offset` and returns how many bytes that took. The target must have room (see `utf8Length`). */
export function writeUtf8(text: string, target: Uint8Array, offset: number): number {
  if (text.length <= 24) {
    let i = 0
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x80) break
      target[offset + i] = unit
    }
    if (i === text.length) return i
  }
  return utf8Write.call(target, text, offset, target.length - offset)
}

/** The string in `bytes[start, end)`. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return utf8Slice.call(bytes, start, end)
}
