import { decodeResponseFrame, encodeRequestFrame } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'

import { type VersionCheckOutcome, versionsOfKafka082 } from './core/version-negotiation.ts'

/** Kafka 0.8 to 3 answer the oldest ListOffsets, Kafka 4 does not; what is no Kafka at all does not either. It asks for nothing. */
export function kafka08ProbeFrame(correlationId: number, clientId: string): Uint8Array {
  return encodeRequestFrame(listOffsetsApi, 0, correlationId, clientId, { replicaId: -1 })
}

/** Throws DecodeError where a frame is no answer to it. */
export function readKafka08ProbeAnswer(frame: Uint8Array): VersionCheckOutcome {
  decodeResponseFrame(listOffsetsApi as never, 0, frame)
  return { versions: versionsOfKafka082 }
}
