import {
  NetworkClient,
  type NetworkClientSettings,
  networkOptionTable,
  type NetworkOptions,
  resolveOptions,
} from '@odradek/network/internal'
import type { ScriptedNetwork } from '@odradek/test-kit'

/** A client of a scripted network. */
export function makeClient(
  network: ScriptedNetwork,
  options: Partial<NetworkOptions> = {},
  settings: NetworkClientSettings = {},
): NetworkClient {
  const given = { bootstrapServers: network.bootstrapServers, ...options }
  return new NetworkClient(resolveOptions('Client', networkOptionTable, given), network.environment, settings)
}
