/** Up to here, a loop copies faster than a call of the typed array's own. */
const LOOP_UP_TO = 64

/**
 * Repeats in `buffer` the `length` bytes that begin at `from`, at `to`, as the LZ77 formats mean it: where the two overlap, what was
 * just written is repeated. Up to three bytes after them may be written over. `view` shows the same bytes as `buffer`.
 */
export function copyMatch(buffer: Uint8Array, view: DataView, from: number, to: number, length: number): void {
  const distance = to - from
  if (length <= LOOP_UP_TO) {
    if (distance >= 4 && to + length + 3 <= buffer.length) {
      // By words, whatever the alignment: a third of the time of single bytes.
      for (let i = 0; i < length; i += 4) view.setInt32(to + i, view.getInt32(from + i, true), true)
    } else for (let i = 0; i < length; i++) buffer[to + i] = buffer[from + i]!
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
