import type { MessageCodec } from './message-codec.ts'

/** One API of the protocol: its request, its response and the headers that go with them. */
export interface Api<Request, Response> {
  /** The API key in request headers, such as 0 for Produce. */
  readonly key: number
  /** Kafka's name, such as Produce. */
  readonly name: string
  readonly request: MessageCodec<Request>
  readonly response: MessageCodec<Response>
  /** The oldest version that can be encoded; brokers from Kafka 4.0 on have dropped some of the oldest. */
  readonly minVersion: number
  /** The latest version that can be encoded. */
  readonly maxVersion: number
  /** The latest version that brokers announce; a newer one may still change. */
  readonly latestStableVersion: number
  /** The version of the request header: 2 in flexible versions, else 1 (0 in ControlledShutdown 0). */
  requestHeaderVersion(version: number): number
  /** The version of the response header: 1 in flexible versions, else 0 (always 0 in ApiVersions). */
  responseHeaderVersion(version: number): number
}
