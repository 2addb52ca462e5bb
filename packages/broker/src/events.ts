/** What happens in a broker that its owner may want to hear of. */
export type BrokerEvent =
  | { readonly type: 'connection-opened'; readonly connectionId: number; readonly remote: string }
  | {
      readonly type: 'connection-closed'
      readonly connectionId: number
      /** Why the broker closed it; absent where the client did, or the broker itself was closed. */
      readonly reason?: string
    }
  | {
      /** A fault of the broker: a handler threw. The request's connection is closed, the broker goes on. */
      readonly type: 'request-failed'
      readonly connectionId: number
      readonly api: string
      readonly version: number
      readonly error: unknown
    }
  | {
      /** A follower could not take in what its leader gave it, which is a fault of the broker or of its disk; it is tried again. */
      readonly type: 'replication-failed'
      readonly brokerId: number
      readonly topic: string
      readonly partition: number
      readonly error: unknown
    }
  | {
      /** Work on the logs in the background failed, such as a flush to a full disk; it is tried again. */
      readonly type: 'storage-failed'
      readonly error: unknown
    }

/** Hears of events; what it throws is its own affair and reaches nobody. */
export type BrokerEventListener = (event: BrokerEvent) => void
