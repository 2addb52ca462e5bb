/**
 * Where a record of a share-partition stands (KIP-932).
 *
 * - `Available`: may be delivered; it never was, or was given back.
 * - `Acquired`: a member has it, till it acknowledges it or the acquisition lock times out.
 * - `Acknowledged`: handled; nothing follows.
 * - `Archived`: rejected, or delivered as often as may be; nothing follows.
 */
export type RecordState = 'Available' | 'Acquired' | 'Acknowledged' | 'Archived'

/** The states that may follow each state. */
export const recordTransitions: Readonly<Record<RecordState, readonly RecordState[]>> = {
  Available: ['Acquired', 'Archived'],
  Acquired: ['Available', 'Acknowledged', 'Archived'],
  Acknowledged: [],
  Archived: [],
}

/** The number by which a state is stored (Kafka's RecordState). */
export const deliveryStateOf: Readonly<Record<RecordState, number>> = {
  Available: 0,
  Acquired: 1,
  Acknowledged: 2,
  Archived: 4,
}

/** The state that is stored by a number. One that is not known, or that ends with its leader, is `Available`. */
export function recordStateOf(deliveryState: number): RecordState {
  if (deliveryState === deliveryStateOf.Acknowledged) return 'Acknowledged'
  return deliveryState === deliveryStateOf.Archived ? 'Archived' : 'Available'
}
