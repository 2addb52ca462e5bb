/**
 * The first position from `position` on whose byte differs from its counterpart from `candidate` on, at most `end`. `view` shows
 * the same bytes as `source`.
 */
export function endOfMatch(
  source: Uint8Array,
  view: DataView,
  candidate: number,
  position: number,
  end: number,
): number {
  for (const last = end - 4; position <= last; position += 4, candidate += 4) {
    const difference = view.getInt32(position, true) ^ view.getInt32(candidate, true)
    if (difference !== 0) return position + ((31 - Math.clz32(difference & -difference)) >> 3)
  }
  while (position < end && source[position] === source[candidate]) {
    position++
    candidate++
  }
  return position
}
