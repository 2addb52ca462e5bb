import { ErrorCode } from '@odradek/protocol'
import type { PartitionLog } from './partition-log.ts'

/** Compares the leader epoch that a client believes in with the partition's (KIP-320); -1 means that it does not say. */
export function leaderEpochError(log: PartitionLog, clientEpoch: number): number | undefined {
  if (clientEpoch < 0 || clientEpoch === log.leaderEpoch) return undefined
  return clientEpoch < log.leaderEpoch ? ErrorCode.FENCED_LEADER_EPOCH : ErrorCode.UNKNOWN_LEADER_EPOCH
}
