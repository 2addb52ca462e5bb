// Asks a broker once for the versions that it speaks: ApiVersions, in the newest form that it understands, or another question where the broker seems
// to be Kafka 0.8.
import { encodeRequestFrame } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'

import { readApiVersionsAnswer, type VersionCheckOutcome } from './core/version-negotiation.ts'
import { kafka08ProbeFrame, readKafka08ProbeAnswer } from './kafka08-probe.ts'

/** What this client calls itself in ApiVersions (KIP-511). */
export const clientSoftware = { clientSoftwareName: 'odradek', clientSoftwareVersion: '0.1.0' }

/** One question that waits for its answer. */
export interface VersionQuestion {
  readonly correlationId: number
  /** Of ApiVersions; undefined: it is the probe of Kafka 0.8. */
  readonly version: number | undefined
  readonly frame: Uint8Array
}

/** ApiVersions; `version` is what an earlier answer wished for. */
export function apiVersionsQuestion(
  correlationId: number,
  clientId: string,
  version: number = apiVersionsApi.latestStableVersion,
): VersionQuestion {
  const request = version >= 3 ? clientSoftware : {}
  return {
    correlationId,
    version,
    frame: encodeRequestFrame(apiVersionsApi, version, correlationId, clientId, request),
  }
}

/** What is asked where ApiVersions ends connections. */
export function kafka08Question(correlationId: number, clientId: string): VersionQuestion {
  return { correlationId, version: undefined, frame: kafka08ProbeFrame(correlationId, clientId) }
}

/** Reads the answer. Throws DecodeError or ConnectionError where it is none. */
export function readVersionAnswer({ version }: VersionQuestion, frame: Uint8Array): VersionCheckOutcome {
  if (version !== undefined) return readApiVersionsAnswer(frame, version)
  return readKafka08ProbeAnswer(frame)
}
