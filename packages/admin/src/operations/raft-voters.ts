// Who votes among the controllers (KIP-853). Asked of any broker, which passes it on to the controller.
import { addRaftVoterApi } from '@odradek/protocol/apis/add-raft-voter'
import { removeRaftVoterApi } from '@odradek/protocol/apis/remove-raft-voter'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'

/** A controller. */
export interface RaftVoter {
  readonly voterId: number
  /** Of the folder with its metadata, as `describeMetadataQuorum` has it. */
  readonly voterDirectoryId: string
}

/** A controller that is to vote, and where the others reach it. */
export interface NewRaftVoter extends RaftVoter {
  readonly listeners: readonly { readonly name: string; readonly host: string; readonly port: number }[]
}

/** What changing voters may be told. */
export interface RaftVoterOptions extends CallOptions {
  /** Refuses where the cluster is another. @default not checked */
  readonly clusterId?: string
}

/** A controller that has copied the metadata votes from now on. */
export function addRaftVoter(world: AdminWorld, voter: NewRaftVoter, options: RaftVoterOptions): Promise<void> {
  const { voterId, voterDirectoryId, listeners } = voter
  return runCall(world, 'addRaftVoter', options, (call) =>
    driveOne<void>(call, anyBroker, async (place) => {
      const timeoutMs = call.brokerTimeoutMs
      const request = { clusterId: options.clusterId ?? null, timeoutMs, voterId, voterDirectoryId, listeners }
      const { errorCode, errorMessage } = await call.send(place, addRaftVoterApi, request)
      const context = { api: 'AddRaftVoter', resource: `voter ${voterId}`, detail: errorMessage }
      return outcomeOf(errorCode, context, controllerReactions, () => undefined)
    }),
  )
}

/** A controller votes no more. */
export function removeRaftVoter(world: AdminWorld, voter: RaftVoter, options: RaftVoterOptions): Promise<void> {
  const { voterId, voterDirectoryId } = voter
  return runCall(world, 'removeRaftVoter', options, (call) =>
    driveOne<void>(call, anyBroker, async (place) => {
      const request = { clusterId: options.clusterId ?? null, voterId, voterDirectoryId }
      const { errorCode, errorMessage } = await call.send(place, removeRaftVoterApi, request)
      const context = { api: 'RemoveRaftVoter', resource: `voter ${voterId}`, detail: errorMessage }
      return outcomeOf(errorCode, context, controllerReactions, () => undefined)
    }),
  )
}
