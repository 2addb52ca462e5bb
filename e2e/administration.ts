// What tests ask of a cluster's administration.
import { Admin } from '@odradek/admin'
import { type Environment, systemEnvironment } from '@odradek/network'
import { until } from './until.ts'

/** Sets configs of a group, such as `share.auto.offset.reset`; resolves when the broker knows of them. */
export async function setGroupConfigs(
  bootstrapServers: string,
  group: string,
  configs: Readonly<Record<string, string>>,
  environment: Environment = systemEnvironment(),
): Promise<void> {
  await using admin = new Admin({ bootstrapServers }, environment)
  await admin.incrementalAlterConfigs([{ type: 'GROUP', name: group, set: configs }])
  await until(
    `the configs of ${group}`,
    () => admin.describeConfigs([{ type: 'GROUP', name: group, configNames: Object.keys(configs) }]),
    ([described]) => described!.entries.every(({ name, value }) => value === configs[name]),
  )
}

/** Subscribes to metrics of clients, such as `{ metrics: '*', 'interval.ms': '1000' }`. */
export async function setClientMetricsConfigs(
  bootstrapServers: string,
  name: string,
  configs: Readonly<Record<string, string>>,
  environment: Environment = systemEnvironment(),
): Promise<void> {
  await using admin = new Admin({ bootstrapServers }, environment)
  await admin.incrementalAlterConfigs([{ type: 'CLIENT_METRICS', name, set: configs }])
}

/** Makes a topic. */
export async function createTopic(
  bootstrapServers: string,
  name: string,
  numPartitions: number,
  environment: Environment = systemEnvironment(),
  replicationFactor = 1,
): Promise<void> {
  await using admin = new Admin({ bootstrapServers }, environment)
  await admin.createTopics([{ name, numPartitions, replicationFactor }])
}

/** The type (`classic`, `consumer`, `share`) and state of a group. */
export async function listedGroup(
  bootstrapServers: string,
  group: string,
  environment: Environment = systemEnvironment(),
): Promise<{ readonly type: string; readonly state: string }> {
  await using admin = new Admin({ bootstrapServers }, environment)
  const listed = (await admin.listGroups()).find(({ groupId }) => groupId === group)
  if (listed === undefined) throw new Error(`no group ${group}`)
  return { type: listed.type ?? '', state: listed.state ?? '' }
}
