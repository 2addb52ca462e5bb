// Who may send what: for each API the operation and the resource that Kafka asks its authorizer for, and how it refuses (KafkaApis).
import { adminRules } from './rules/admin-rules.ts'
import { groupRules } from './rules/group-rules.ts'
import { shareGroupRules } from './rules/share-group-rules.ts'
import { shareRules } from './rules/share-rules.ts'
import { topicRules } from './rules/topic-rules.ts'
import { transactionRules } from './rules/transaction-rules.ts'
import type { Rule } from './rules/rule.ts'

/** By API key. */
export const authorizationRules: ReadonlyMap<number, Rule> = new Map([
  ...topicRules,
  ...groupRules,
  ...transactionRules,
  ...shareGroupRules,
  ...shareRules,
  ...adminRules,
])
