// UTF-8 for every runtime. The twin in node/ does the same with Buffer; one compliance test holds for both.
// A leading U+FEFF is data (Kafka keeps it); malformed bytes read as U+FFFD, lone surrogates are written as U+FFFD.

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** How many bytes a string takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    if (unit < 0x800) length += 1
    else {
      length += 2
      // A pair of surrogates: two units, four bytes; the second unit is already counted as one.
      if (unit >= 0xd800 && unit < 0xdc00) {
        const next = text.charCodeAt(i + 1)
        if (next >= 0xdc00 && next < 0xe000) i++
      }
    }
  }
  return length
}

/** The UTF-8 bytes of a string. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Writes a string as UTF-8 at `offset` and returns how many bytes that took. The target must have room (see `utf8Length`). */
export function writeUtf8(text: string, target: Uint8Array, offset: number): number {
  // Short ASCII is most of what Kafka carries in strings, and a loop beats a call into the engine there.
  if (text.length <= 24) {
    let i = 0
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x80) break
      target[offset + i] = unit
    }
    if (i === text.length) return i
  }
  return encoder.encodeInto(text, target.subarray(offset)).written
}

/** The string in `bytes[start, end)`. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return decoder.decode(bytes.subarray(start, end))
}
