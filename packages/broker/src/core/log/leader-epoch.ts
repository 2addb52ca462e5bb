import { ErrorCode } from '@odradek/protocol'

/** Compares the leader epoch that a client believes in with the partition's (KIP-320); -1 means that it does not say. */
export function leaderEpochError(leaderEpoch: number, clientEpoch: number): number | undefined {
  if (clientEpoch < 0 || clientEpoch === leaderEpoch) return undefined
  return clientEpoch < leaderEpoch ? ErrorCode.FENCED_LEADER_EPOCH : ErrorCode.UNKNOWN_LEADER_EPOCH
}
