// Kafka's client.properties (the file that kafka-topics.sh takes as --command-config) as options of the admin client.
import { optionsOfProperties, parseProperties, type UnsupportedProperty } from '@odradek/network/internal'

import { type AdminOptions, adminOptionTable } from './options.ts'

const UNSUPPORTED: Readonly<Record<string, UnsupportedProperty>> = {
  'bootstrap.controllers': {
    off: /^$/,
    problem: 'names controllers, and the admin client speaks to brokers: give their addresses as bootstrap.servers',
  },
}

/**
 * The options that a Kafka `client.properties` file stands for: its text, or its names and values. What has no meaning here is left out, with a
 * warning that holds no value. Throws UsageError for a value of a wrong form. Names that nobody knows come through as they are: `new Admin`
 * refuses them and suggests the nearest.
 */
export function adminOptionsFromProperties(
  properties: string | Readonly<Record<string, string>>,
  onWarning: (warning: string) => void = () => undefined,
): AdminOptions {
  const given = typeof properties === 'string' ? parseProperties(properties) : properties
  return optionsOfProperties<AdminOptions>(given, adminOptionTable, {
    withoutMeaning: [],
    unsupported: UNSUPPORTED,
    onWarning,
  })
}
