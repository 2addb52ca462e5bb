import { ErrorCode } from '@odradek/protocol'

/** What a request of this version may hear of a producer that has been fenced: PRODUCER_FENCED is known `since` some version (KIP-588). */
export function fencingErrorOf(errorCode: number, version: number, since: number): number {
  return errorCode === ErrorCode.PRODUCER_FENCED && version < since ? ErrorCode.INVALID_PRODUCER_EPOCH : errorCode
}
