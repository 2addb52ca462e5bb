import { type Environment, type NetworkOptions, networkOptionTable, systemEnvironment } from '@odradek/network'
import { NetworkClient, resolveOptions } from '@odradek/network/internal'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'

/** Kafka's number for configs of groups. */
const GROUP_RESOURCE = 32

/** Sets configs of a group, such as `share.auto.offset.reset`. */
export async function setGroupConfigs(
  bootstrapServers: string,
  group: string,
  configs: Readonly<Record<string, string>>,
  environment: Environment = systemEnvironment(),
): Promise<void> {
  const options: NetworkOptions = { bootstrapServers }
  const client = new NetworkClient(resolveOptions('NetworkClient', networkOptionTable, options), environment)
  const entries = Object.entries(configs).map(([name, value]) => ({ name, value, configOperation: 0 }))
  const resources = [{ resourceType: GROUP_RESOURCE, resourceName: group, configs: entries }]
  const { responses } = await client.send('any', incrementalAlterConfigsApi, { resources })
  await client.close()
  for (const { errorCode, errorMessage } of responses) if (errorCode !== 0) throw new Error(String(errorMessage))
}
