// What the time brings to groups whose partition of `__consumer_offsets` is below min.insync.replicas: it is put off and tried again, as
// Kafka's CoordinatorRuntime does with timers whose write fails. Were it appended, all that comes after it would wait for the replicas.

/** Whether what is written of a group can be stored. */
export type CanStore = (groupId: string) => boolean

/** How long it is put off, in ms. */
export const STORE_RETRY_MS = 500
