import { unregisterBrokerApi } from '@odradek/protocol/apis/unregister-broker'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'

/** Asked of any broker, which passes it on to the controller (KIP-631). */
export function unregisterBroker(world: AdminWorld, brokerId: number, options: CallOptions): Promise<void> {
  return runCall(world, 'unregisterBroker', options, (call) =>
    driveOne<void>(call, anyBroker, async (place) => {
      const { errorCode, errorMessage } = await call.send(place, unregisterBrokerApi, { brokerId })
      const context = { api: 'UnregisterBroker', resource: `broker ${brokerId}`, detail: errorMessage }
      return outcomeOf(errorCode, context, controllerReactions, () => undefined)
    }),
  )
}
