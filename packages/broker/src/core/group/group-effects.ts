import type { BrokerRecord } from '../broker-record.ts'
import type { Completion } from '../request.ts'

/** What comes of an event in a group: changes of lasting state, and answers to requests that waited. */
export class GroupEffects {
  readonly records: BrokerRecord[] = []
  readonly completions: Completion[] = []
}
