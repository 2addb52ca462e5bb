import { Admin, type AdminOptions } from '@odradek/admin'
import { advanceUntilSettled, ScriptedNetwork, type ScriptedNetworkOptions } from '@odradek/test-kit'
import type { ExecutionContext } from 'ava'

/** An admin client on scripted brokers; at the end of the test it is closed, and no connection is left. */
export function makeAdmin(
  t: ExecutionContext,
  options: Partial<AdminOptions> = {},
  networkOptions: ScriptedNetworkOptions = { brokers: 3 },
) {
  const network = new ScriptedNetwork(networkOptions)
  const admin = new Admin({ bootstrapServers: network.bootstrapServers, ...options }, network.environment)
  const until = <T>(promise: PromiseLike<T>) => advanceUntilSettled(network.clock, Promise.resolve(promise))
  t.teardown(async () => {
    await until(admin.close({ timeoutMs: 0 }))
    if (network.openConnections > 0) throw new Error(`${network.openConnections} connections are left open`)
  })
  return { network, admin, until }
}
