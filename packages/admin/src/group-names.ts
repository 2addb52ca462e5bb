/** The protocol of a group's members: of old (KIP-62), KIP-848, KIP-932, KIP-1071. */
export type GroupType = 'classic' | 'consumer' | 'share' | 'streams'

/** Where a group stands (org.apache.kafka.common.GroupState). */
export type GroupState =
  | 'Unknown'
  | 'PreparingRebalance'
  | 'CompletingRebalance'
  | 'Stable'
  | 'Dead'
  | 'Empty'
  | 'Assigning'
  | 'Reconciling'
  | 'NotReady'

const states: readonly GroupState[] = [
  'PreparingRebalance',
  'CompletingRebalance',
  'Stable',
  'Dead',
  'Empty',
  'Assigning',
  'Reconciling',
  'NotReady',
]
const types: readonly GroupType[] = ['classic', 'consumer', 'share', 'streams']

/** Brokers and releases differ in how they write them. */
export function groupStateOf(text: string): GroupState {
  if (text === 'AwaitingSync') return 'CompletingRebalance'
  return states.find((state) => state.toLowerCase() === text.toLowerCase()) ?? 'Unknown'
}

/** undefined where the broker does not say, or names one that this client does not know. */
export function groupTypeOf(text: string): GroupType | undefined {
  return types.find((type) => type === text.toLowerCase())
}
