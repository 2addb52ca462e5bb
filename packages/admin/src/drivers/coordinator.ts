// Where groups and transactional ids are coordinated: FindCoordinator, for many at once where the broker can (KIP-699, Kafka 3.0).
import { ErrorCode, KafkaError, UnsupportedVersionError } from '@odradek/protocol'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'

import type { AdminCall } from '../admin-call.ts'
import { answerError } from './answers.ts'
import type { Lookup, Placement } from './drive-items.ts'

/** What a coordinator coordinates. */
export type CoordinatorKind = 'group' | 'transaction'

const KEY_TYPES: Readonly<Record<CoordinatorKind, number>> = { group: 0, transaction: 1 }
const RESOURCES: Readonly<Record<CoordinatorKind, string>> = { group: 'group', transaction: 'transactional id' }

/** The first version that takes several keys. */
const FIRST_BATCHED = 4

/** The coordinator of each item's group or transactional id, which `keyOf` reads from it. */
export function coordinatorOf<Item>(kind: CoordinatorKind, keyOf: (item: Item) => string): Lookup<Item> {
  return async (items, call) => {
    const keys = [...new Set(items.map(keyOf))]
    const placements = await find(kind, keys, call)
    return new Map(items.map((item) => [item, placements.get(keyOf(item))!]))
  }
}

async function find(kind: CoordinatorKind, keys: readonly string[], call: AdminCall): Promise<Map<string, Placement>> {
  try {
    return await findMany(kind, keys, call)
  } catch (error) {
    if (!UnsupportedVersionError.is(error)) throw error
    const placements = await Promise.all(keys.map(async (key) => [key, await findOne(kind, key, call)] as const))
    return new Map(placements)
  }
}

async function findMany(
  kind: CoordinatorKind,
  keys: readonly string[],
  call: AdminCall,
): Promise<Map<string, Placement>> {
  const request = { keyType: KEY_TYPES[kind], coordinatorKeys: keys }
  const { coordinators } = await call.send('any', findCoordinatorApi, request, { minVersion: FIRST_BATCHED })
  const answers = new Map(coordinators.map((coordinator) => [coordinator.key, coordinator]))
  return new Map(
    keys.map((key) => [
      key,
      placementOf(kind, key, answers.get(key) ?? { errorCode: -1, errorMessage: null, nodeId: -1 }),
    ]),
  )
}

async function findOne(kind: CoordinatorKind, key: string, call: AdminCall): Promise<Placement> {
  const request = (version: number) => (version === 0 ? { key } : { key, keyType: KEY_TYPES[kind] })
  try {
    const limits = { maxVersion: FIRST_BATCHED - 1, minVersion: KEY_TYPES[kind] }
    return placementOf(kind, key, await call.send('any', findCoordinatorApi, request, limits))
  } catch (error) {
    // One that fails is not to take the others with it.
    if (!KafkaError.is(error) || call.isOver) throw error
    return error.retriable ? { retry: error } : { error }
  }
}

interface CoordinatorAnswer {
  readonly errorCode: number
  readonly errorMessage: string | null
  readonly nodeId: number
}

function placementOf(
  kind: CoordinatorKind,
  key: string,
  { errorCode, errorMessage, nodeId }: CoordinatorAnswer,
): Placement {
  if (errorCode === ErrorCode.NONE && nodeId >= 0) return { place: { nodeId, channel: 'default' } }
  const code = errorCode === ErrorCode.NONE ? ErrorCode.COORDINATOR_NOT_AVAILABLE : errorCode
  const resource = `${RESOURCES[kind]} ${key}`
  const error = answerError(code, { api: 'FindCoordinator', resource, detail: errorMessage })
  const passes = code === ErrorCode.COORDINATOR_NOT_AVAILABLE || code === ErrorCode.COORDINATOR_LOAD_IN_PROGRESS
  return passes ? { retry: error } : { error }
}
