import { buildFseTable, type FseTable } from './fse-table.ts'

// What the codes of sequences stand for, and their predefined distributions (RFC 8878, sections 3.1.1.3.2.1.1 and 3.1.1.3.2.2).

/** One kind of code: how many bits follow each code and to what they are added, and the limits of its tables. */
export interface SequenceCode {
  readonly extraBits: Uint8Array
  readonly baselines: Uint32Array
  readonly maxAccuracyLog: number
  readonly maxSymbol: number
  /** The distribution that holds where a block gives none. */
  readonly predefined: FseTable
}

/** Codes with the extra bits given and baselines that follow each other from `first` on. */
function sequenceCode(
  extraBits: number[],
  first: number,
  maxAccuracyLog: number,
  counts: number[],
  accuracyLog: number,
): SequenceCode {
  const baselines = new Uint32Array(extraBits.length)
  extraBits.reduce((baseline, bits, code) => {
    baselines[code] = baseline
    return baseline + 2 ** bits
  }, first)
  return {
    extraBits: Uint8Array.from(extraBits),
    baselines,
    maxAccuracyLog,
    maxSymbol: extraBits.length - 1,
    predefined: buildFseTable(counts, accuracyLog),
  }
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0)

/** How many literals come before a match. */
export const literalLengthCode: SequenceCode = sequenceCode(
  [...zeros(16), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  0,
  9,
  [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1],
  6,
)

/** How long a match is. */
export const matchLengthCode: SequenceCode = sequenceCode(
  [...zeros(32), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  3,
  9,
  [
    1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
  ],
  6,
)

/** How far back a match lies: the code itself is the number of bits. */
export const offsetCode: SequenceCode = sequenceCode(
  Array.from({ length: 32 }, (_, code) => code),
  1,
  8,
  [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1],
  5,
)
