const MAX_SEQUENCE = 0x7fffffff

/** Moves a producer's sequence number on by `increment`: after 2^31 - 1 comes 0 (KIP-98). */
export function incrementSequence(sequence: number, increment: number): number {
  return sequence > MAX_SEQUENCE - increment ? increment - (MAX_SEQUENCE - sequence) - 1 : sequence + increment
}
