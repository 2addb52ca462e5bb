import type { Api, MessageInput } from '@odradek/protocol'

/** The other brokers of the cluster, as far as they run. */
export interface BrokerPeers {
  /**
   * Has a broker, which may be the one that asks, handle a request at once; replicas that are well copy what it stores. Undefined where it is
   * not there, or has no answer yet: then the request is withdrawn, and may be tried again.
   */
  ask<Request, Response>(
    brokerId: number,
    api: Api<Request, Response>,
    version: number,
    body: MessageInput<Request>,
    nowMs: number,
    wallClockMs: number,
  ): Response | undefined
}

/** The peers of a broker that is alone. */
export const noPeers: BrokerPeers = { ask: () => undefined }
