// What tests ask of a cluster's administration, by requests of their own.
import { type Environment, type NetworkOptions, networkOptionTable, systemEnvironment } from '@odradek/network'
import { NetworkClient, resolveOptions } from '@odradek/network/internal'
import { createTopicsApi } from '@odradek/protocol/apis/create-topics'
import { incrementalAlterConfigsApi } from '@odradek/protocol/apis/incremental-alter-configs'
import { listGroupsApi } from '@odradek/protocol/apis/list-groups'

/** Kafka's numbers for kinds of configs. */
const CLIENT_METRICS_RESOURCE = 16
const GROUP_RESOURCE = 32

async function withClient<T>(
  bootstrapServers: string,
  environment: Environment,
  work: (client: NetworkClient) => Promise<T>,
): Promise<T> {
  const options: NetworkOptions = { bootstrapServers }
  const client = new NetworkClient(resolveOptions('NetworkClient', networkOptionTable, options), environment)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

/** Sets configs of a group, such as `share.auto.offset.reset`. */
export async function setGroupConfigs(
  bootstrapServers: string,
  group: string,
  configs: Readonly<Record<string, string>>,
  environment: Environment = systemEnvironment(),
): Promise<void> {
  await setConfigs(bootstrapServers, GROUP_RESOURCE, group, configs, environment)
}

async function setConfigs(
  bootstrapServers: string,
  resourceType: number,
  resourceName: string,
  configs: Readonly<Record<string, string>>,
  environment: Environment,
): Promise<void> {
  const entries = Object.entries(configs).map(([name, value]) => ({ name, value, configOperation: 0 }))
  const resources = [{ resourceType, resourceName, configs: entries }]
  const { responses } = await withClient(bootstrapServers, environment, (client) =>
    client.send('any', incrementalAlterConfigsApi, { resources }),
  )
  for (const { errorCode, errorMessage } of responses) if (errorCode !== 0) throw new Error(String(errorMessage))
}

/** Subscribes to metrics of clients, such as `{ metrics: '*', 'interval.ms': '1000' }`. */
export async function setClientMetricsConfigs(
  bootstrapServers: string,
  name: string,
  configs: Readonly<Record<string, string>>,
  environment: Environment = systemEnvironment(),
): Promise<void> {
  await setConfigs(bootstrapServers, CLIENT_METRICS_RESOURCE, name, configs, environment)
}

/** Makes a topic. */
export async function createTopic(
  bootstrapServers: string,
  name: string,
  numPartitions: number,
  environment: Environment = systemEnvironment(),
  replicationFactor = 1,
): Promise<void> {
  const topic = { name, numPartitions, replicationFactor }
  const { topics } = await withClient(bootstrapServers, environment, (client) =>
    client.send('any', createTopicsApi, { topics: [topic], timeoutMs: 10_000 }),
  )
  for (const { errorCode, errorMessage } of topics) if (errorCode !== 0) throw new Error(String(errorMessage))
}

/** The type (`classic`, `consumer`, `share`) and state of a group, as the cluster's one broker tells them. */
export async function listedGroup(
  bootstrapServers: string,
  group: string,
  environment: Environment = systemEnvironment(),
): Promise<{ readonly type: string; readonly state: string }> {
  const { groups } = await withClient(bootstrapServers, environment, (client) => client.send('any', listGroupsApi, {}))
  const listed = groups.find(({ groupId }) => groupId === group)
  if (listed === undefined) throw new Error(`no group ${group}`)
  return { type: listed.groupType.toLowerCase(), state: listed.groupState }
}
