import type { BrokerConfigs } from './broker-configs.ts'
import { ConfigResourceType } from './config-source.ts'
import type { ConfigStore } from './config-store.ts'

/** Where a broker finds all that has configs. */
export interface ConfigContext {
  readonly nodeId: number
  readonly store: ConfigStore
  readonly broker: BrokerConfigs
  /** What was set for a topic; undefined where there is no such topic. */
  topicConfigs(name: string): Readonly<Record<string, string>> | undefined
  /** Whether the cluster keeps eligible leader replicas (KIP-966), which pins down `min.insync.replicas` of brokers. */
  readonly hasEligibleLeaderReplicas: boolean
}

/** What is set for a resource of its own. */
export function ownConfigs(context: ConfigContext, resourceType: number, resourceName: string) {
  if (resourceType !== ConfigResourceType.TOPIC) return context.store.get(resourceType, resourceName)
  return new Map(Object.entries(context.topicConfigs(resourceName) ?? {}))
}
