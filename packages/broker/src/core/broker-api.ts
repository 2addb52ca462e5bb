import type { Api } from '@odradek/protocol'
import type { BrokerState } from './broker-state.ts'
import type { BrokerRequest, Outcome } from './request.ts'
import type { VersionRange } from './version-range.ts'

/** Handles requests of one API: reads the state, changes nothing of what lasts, and says what should change. */
export type Handler<Request, Response> = (
  state: BrokerState,
  request: BrokerRequest<Request>,
  nowMs: number,
) => Outcome<Response>

/** An API that the broker speaks. */
export interface BrokerApi<Request = never, Response = object> extends VersionRange {
  readonly api: Api<Request, Response>
  readonly handle: Handler<Request, Response>
  /** Not named by ApiVersions while nobody receives clients' metrics, as Kafka does; served all the same. */
  readonly isHidden?: true
}

/** An API whose types are not known: what a frame's header names. */
export type AnyBrokerApi = BrokerApi<object, object>

/** The row of an API: `speak(api, minVersion, maxVersion, handler)`. */
export function speak<Request extends object, Response extends object>(
  api: Api<Request, Response>,
  minVersion: number,
  maxVersion: number,
  handle: Handler<Request, Response>,
  announcedMinVersion = minVersion,
): AnyBrokerApi {
  // The codec that decodes a request gives its handler the type that it wants.
  return { api, apiKey: api.key, minVersion, maxVersion, announcedMinVersion, handle } as unknown as AnyBrokerApi
}
