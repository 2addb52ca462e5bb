/** Which records of transactions are given out: Kafka's isolation.level. */
export type IsolationLevel = 'read_uncommitted' | 'read_committed'
