// Kafka's own topics in which coordinators keep what they know.

/** The topic in which group coordinators keep groups and committed offsets. */
export const OFFSETS_TOPIC = '__consumer_offsets'

/** The topic in which transaction coordinators keep what they know. */
export const TRANSACTION_STATE_TOPIC = '__transaction_state'

/** The topic in which share coordinators keep what they know. */
export const SHARE_GROUP_STATE_TOPIC = '__share_group_state'
