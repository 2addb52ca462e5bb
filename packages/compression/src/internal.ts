// What sibling packages may use and users should not: the blocks inside the framings, against which the benchmarks measure these.
export * from './index.ts'
export { LimitedOutput } from './limited-output.ts'
export { readLz4Block } from './lz4/lz4-block-reader.ts'
export { writeLz4BlockFast } from './lz4/lz4-fast-writer.ts'
export { maxLz4BlockSize } from './lz4/lz4-sequence.ts'
export { readSnappyElements, readSnappyPreamble } from './snappy/snappy-block-reader.ts'
export { maxSnappyBlockSize, writeSnappyBlock } from './snappy/snappy-block-writer.ts'
