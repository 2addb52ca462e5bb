/** Below this, a loop copies faster than a call of the typed array's own. */
const CALL_FROM = 32

/**
 * Repeats in `buffer` the `length` bytes that begin at `from`, at `to`, as the LZ77 formats mean it: where the two overlap, what was
 * just written is repeated.
 */
export function copyMatch(buffer: Uint8Array, from: number, to: number, length: number): void {
  const distance = to - from
  if (length < CALL_FROM) {
    for (let i = 0; i < length; i++) buffer[to + i] = buffer[from + i]!
  } else if (distance >= length) buffer.copyWithin(to, from, from + length)
  else if (distance === 1) buffer.fill(buffer[from]!, to, to + length)
  else {
    // Each round doubles what can be copied at once.
    const end = to + length
    for (let copied = distance; to < end; copied *= 2) {
      buffer.copyWithin(to, from, from + Math.min(copied, end - to))
      to += copied
    }
  }
}

/** Copies `length` bytes of `source` at `from` to `target` at `to`; both must have them. */
export function copyLiterals(source: Uint8Array, from: number, target: Uint8Array, to: number, length: number): void {
  if (length < CALL_FROM) for (let i = 0; i < length; i++) target[to + i] = source[from + i]!
  else target.set(source.subarray(from, from + length), to)
}
