export { defaultPartitioner } from './default-partitioner.ts'
export { murmur2, toPositive } from './murmur2.ts'
export type { PartitionContext, Partitioner } from './partitioner.ts'
export { StickyPartitioner } from './sticky-partitioner.ts'
