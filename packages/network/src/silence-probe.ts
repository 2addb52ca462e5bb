import { decodeResponseFrame, encodeRequestFrame } from '@odradek/protocol'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'

/** After this many milliseconds without an answer to ApiVersions. A broker that is only slow answers both, in order. */
export const SILENCE_PROBE_AFTER_MS = 1000

/**
 * What a broker is asked that has not answered ApiVersions: Kafka 0.9 forgets a request that it does not know, and answers this one; a broker that hangs
 * answers neither. Every release from 0.9 on knows the oldest Heartbeat, and no group is concerned.
 */
export function silenceProbeFrame(correlationId: number, clientId: string): Uint8Array {
  return encodeRequestFrame(heartbeatApi, 0, correlationId, clientId, {})
}

/** Throws DecodeError where a frame is no answer to it. */
export function checkSilenceProbeAnswer(frame: Uint8Array): void {
  decodeResponseFrame(heartbeatApi, 0, frame)
}
