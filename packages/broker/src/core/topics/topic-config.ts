import { topicConfigDefinitions } from '../config/generated/kafka-configs.ts'

/** Kafka 4.3's defaults of the configs that a topic can have, by name. */
export const topicConfigRules: Readonly<Record<string, { readonly default: string }>> = Object.fromEntries(
  topicConfigDefinitions.flatMap(({ name, default: value }) => (value === null ? [] : [[name, { default: value }]])),
)
