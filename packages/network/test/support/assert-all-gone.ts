import type { ExecutionContext } from 'ava'

import type { NetworkClient } from '@odradek/network/internal'
import { type ScriptedNetwork, settle } from '@odradek/test-kit'

/** Fails unless nothing is left: no timer, no stream. */
export async function assertAllGone(t: ExecutionContext, network: ScriptedNetwork, client: NetworkClient) {
  await client.close()
  await settle()
  t.is(network.openConnections, 0)
  t.is(network.clock.nextTimerAtMs, Infinity)
}
