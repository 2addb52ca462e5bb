/** Up to here, a loop copies faster than a call of the typed array's own. */
const LOOP_UP_TO = 48

/** Copies `length` bytes of `source` at `from` to `target` at `to`; both must have them. */
export function copyLiterals(source: Uint8Array, from: number, target: Uint8Array, to: number, length: number): void {
  if (length <= LOOP_UP_TO) for (let i = 0; i < length; i++) target[to + i] = source[from + i]!
  else target.set(source.subarray(from, from + length), to)
}
