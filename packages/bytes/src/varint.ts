// Sizes of Kafka's variable-length integers (the encoding of Protocol Buffers: 7 bits a byte, low bits first; zigzag where signed).

/** Maps a signed 32-bit integer to the unsigned one that a varint carries: 0, -1, 1, -2 become 0, 1, 2, 3. */
export function zigzag32(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0
}

/** The reverse of `zigzag32`. */
export function unzigzag32(value: number): number {
  return (value >>> 1) ^ -(value & 1)
}

/** How many bytes an unsigned 32-bit integer takes as an unsigned varint: 1 to 5. */
export function sizeOfUnsignedVarint(value: number): number {
  const unsigned = value >>> 0
  if (unsigned < 0x80) return 1
  if (unsigned < 0x4000) return 2
  if (unsigned < 0x200000) return 3
  return unsigned < 0x10000000 ? 4 : 5
}

/** How many bytes a signed 32-bit integer takes as a varint: 1 to 5. */
export function sizeOfVarint(value: number): number {
  return sizeOfUnsignedVarint(zigzag32(value))
}

/**
 * How many bytes a signed integer takes as a varlong: 1 to 10. For numbers, which must be safe integers.
 */
export function sizeOfVarlong(value: number): number {
  if (value >= -0x80000000 && value <= 0x7fffffff) return sizeOfVarint(value)
  // Zigzag doubles the value: a varlong of n bytes holds magnitudes below 2^(7n - 1).
  let magnitude = value < 0 ? -(value + 1) : value
  let size = 4
  magnitude = Math.floor(magnitude / 0x8000000)
  while (magnitude > 0) {
    magnitude = Math.floor(magnitude / 128)
    size++
  }
  return size
}
