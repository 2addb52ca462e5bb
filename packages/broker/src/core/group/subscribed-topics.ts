import type { ClassicGroup } from './classic-group.ts'
import { decodeSubscription } from './embedded-protocol.ts'

/** The topics that the members of a classic group subscribe to; undefined where that is not known. */
export function subscribedTopics(group: ClassicGroup): ReadonlySet<string> | undefined {
  if (group.protocolType !== 'consumer' || group.protocol === undefined) return undefined
  const names = new Set<string>()
  for (const member of group.members.values()) {
    const subscription = decodeSubscription(group.subscriptionOf(member))
    if (subscription === undefined) return undefined
    for (const name of subscription.topics) names.add(name)
  }
  return names
}
