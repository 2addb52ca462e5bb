import type { AdminCall } from '../admin-call.ts'
import { driveOne } from './drive-items.ts'
import { anyBroker } from './places.ts'

/** The node ids of all brokers, for what each of them has a part of. */
export function allBrokers(call: AdminCall): Promise<readonly number[]> {
  return driveOne(call, anyBroker, async () => ({ value: await call.world.cluster.brokerIds(call) }))
}
