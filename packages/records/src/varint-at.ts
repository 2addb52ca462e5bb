// Varints of records that have been checked before: no bounds, no length check.

/** The signed varint at `position`. */
export function readVarintAt(bytes: Uint8Array, position: number): number {
  let at = position
  let byte = bytes[at++]!
  let value = byte & 0x7f
  for (let shift = 7; byte >= 0x80; shift += 7) {
    byte = bytes[at++]!
    value |= (byte & 0x7f) << shift
  }
  return (value >>> 1) ^ -(value & 1)
}

/** How many bytes the varint at `position` takes. */
export function sizeOfVarintAt(bytes: Uint8Array, position: number): number {
  let at = position
  while (bytes[at]! >= 0x80) at++
  return at - position + 1
}
