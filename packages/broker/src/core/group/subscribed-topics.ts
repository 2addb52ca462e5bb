import { ByteReader, DecodeError } from '@odradek/bytes'
import { consumerProtocolSubscription } from '@odradek/protocol/messages/consumer-protocol-subscription'
import type { ConsumerProtocolSubscription } from '@odradek/protocol/messages/consumer-protocol-subscription'
import type { ClassicGroup } from './classic-group.ts'

/** What a classic consumer says of itself with a protocol; undefined where it is not in the form that consumers use. */
export function decodeSubscription(metadata: Uint8Array): ConsumerProtocolSubscription | undefined {
  try {
    const reader = new ByteReader(metadata)
    const version = Math.min(reader.readInt16(), consumerProtocolSubscription.maxVersion)
    return version < 0 ? undefined : consumerProtocolSubscription.decode(reader, version)
  } catch (error) {
    if (error instanceof DecodeError) return undefined
    throw error
  }
}

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
