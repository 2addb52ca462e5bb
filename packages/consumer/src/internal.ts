// What sibling packages may use and users should not.
export * from './index.ts'
export {
  decodeAssignment,
  decodeSubscription,
  encodeAssignment,
  encodeSubscription,
} from './core/group/subscription-protocol.ts'
export type { ConsumerConfig } from './options.ts'
