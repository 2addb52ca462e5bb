// Kafka's client.properties as options of the share consumer.
import { optionsOfProperties, parseProperties } from '@odradek/network/internal'
import { propertiesWithoutMeaning } from '../properties-without-meaning.ts'
import { type ShareConsumerOptions, shareConsumerOptionTable } from './share-options.ts'

/** What a share group has its brokers decide, or has not at all. Java's share consumer refuses most of these. */
const OF_OTHER_GROUPS: Readonly<Record<string, string>> = {
  'auto.offset.reset': 'the config share.auto.offset.reset of the group',
  'isolation.level': 'the config share.isolation.level of the group',
  'session.timeout.ms': 'the config share.session.timeout.ms of the group',
  'heartbeat.interval.ms': 'the config share.heartbeat.interval.ms of the group',
  'enable.auto.commit': 'share.acknowledgement.mode',
  'auto.commit.interval.ms': '',
  'group.instance.id': '',
  'group.protocol': '',
  'group.remote.assignor': '',
  'partition.assignment.strategy': '',
  'max.partition.fetch.bytes': '',
}

/**
 * The options that a Kafka `client.properties` file stands for: its text, or its names and values. What is for other groups, or has no meaning
 * here, is left out, each with a warning. Throws UsageError for a value of a wrong form. Names that nobody knows come through as they are:
 * `new ShareConsumer` refuses them and suggests the nearest.
 */
export function shareConsumerOptionsFromProperties(
  properties: string | Readonly<Record<string, string>>,
  onWarning: (warning: string) => void = () => undefined,
): ShareConsumerOptions {
  const given = typeof properties === 'string' ? parseProperties(properties) : properties
  const ours: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const counterpart = Object.hasOwn(OF_OTHER_GROUPS, name) ? OF_OTHER_GROUPS[name] : undefined
    if (counterpart === undefined) ours[name] = value
    else
      onWarning(
        `${name} is not for share groups: ${counterpart === '' ? 'it is left out' : `${counterpart} is in its place`}`,
      )
  }
  return optionsOfProperties<ShareConsumerOptions>(ours, shareConsumerOptionTable, {
    withoutMeaning: propertiesWithoutMeaning,
    onWarning,
  })
}
