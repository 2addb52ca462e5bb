// Writes src/core/config/generated/kafka-configs.ts from what the classes of a Kafka release say. Needs a JDK, and the jars of that
// release: `node packages/broker/generator/kafka-configs.mjs FOLDER_OF_JARS` (test-cluster keeps them in its cache).
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const [jars] = process.argv.slice(2)
if (jars === undefined) throw new Error('say where the jars are: node kafka-configs.mjs FOLDER')
const said = JSON.parse(
  execFileSync('java', ['-cp', join(jars, '*'), join(folder, 'KafkaConfigs.java')], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
)

/** What a validator allows, as data. A validator without a row here is checked by `special-config-checks.ts`, by the config's name. */
function limits(validator) {
  const [kind, text] = validator?.split(/\|(.*)/s) ?? []
  if (kind === 'Range') {
    const [, min, max] = /^\[([^,]*),\.\.\.(?:,(.*))?\]$/.exec(text)
    return { ...(min === '' ? {} : { min: Number(min) }), ...(max ? { max: Number(max) } : {}) }
  }
  if (kind === 'ValidString' || kind === 'ValidList')
    return text.length > 2 ? { values: text.slice(1, -1).split(', ') } : {}
  if (kind === 'CaseInsensitiveValidString') return { values: /\[(.*)\]/.exec(text)[1].split(', '), ignoreCase: true }
  if (kind === 'NonEmptyString') return { nonEmpty: true }
  return {}
}

function row([name, { type, default: value, validator, internal, documentation }]) {
  return {
    name,
    type: type.toLowerCase(),
    default: value,
    ...limits(validator),
    ...(internal ? { internal } : {}),
    documentation,
  }
}

// Brokers have these only while they are set.
for (const [name, quota] of Object.entries(said.brokerQuotas))
  said.broker[name] = { ...quota, default: null, internal: true }
said.broker = Object.fromEntries(Object.entries(said.broker).sort(([left], [right]) => (left < right ? -1 : 1)))

const lists = ['broker', 'topic', 'group', 'clientMetrics'].map((kind) => {
  const rows = Object.entries(said[kind]).map((entry) => `  ${JSON.stringify(row(entry))},\n`)
  return `/** Configs of Kafka 4.3: ${kind}. */\nexport const ${kind}ConfigDefinitions: readonly ConfigDefinition[] = [\n${rows.join('')}]\n`
})
const maps = `/** The broker configs that may change while the broker runs, and for whom. */
export const dynamicConfigModes: Readonly<Record<string, 'per-broker' | 'cluster-wide'>> = ${JSON.stringify(said.modes, null, 2)}

/** The broker config that holds the default of a topic config. */
export const topicConfigSynonyms: Readonly<Record<string, string>> = ${JSON.stringify(said.synonyms, null, 2)}
`
const head = `// Written by generator/kafka-configs.mjs from the classes of Apache Kafka 4.3.1 (Apache License 2.0). Not to be edited.\nimport type { ConfigDefinition } from '../config-definition.ts'\n`
writeFileSync(join(folder, '../src/core/config/generated/kafka-configs.ts'), [head, ...lists, maps].join('\n'))
