// What sibling packages may use and users should not.
export * from './index.ts'
export type { PartitionAssignor } from './core/group/assignor.ts'
export { rangeAssignor } from './core/group/range-assignor.ts'
export {
  decodeAssignment,
  decodeSubscription,
  encodeAssignment,
  encodeSubscription,
} from './core/group/subscription-protocol.ts'
export type { ConsumerConfig } from './options.ts'
