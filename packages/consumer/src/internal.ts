// What sibling packages may use and users should not.
export * from './index.ts'
export {
  decodeAssignment,
  decodeSubscription,
  encodeAssignment,
  encodeSubscription,
} from './core/group/subscription-protocol.ts'
export type { ConsumerConfig } from './options.ts'
export { type ErrorRule, errorRules, reactionTexts } from './core/error-table.ts'
