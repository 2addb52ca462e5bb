import { readFileSync } from 'node:fs'

/** A config of one of Kafka's own clients. */
export interface KafkaClientConfig {
  readonly name: string
  readonly type: string
  /** As a property file would say it; undefined where there is none. */
  readonly default: string | undefined
}

/** All configs that a client of Kafka 4.3.1 knows. */
export function kafkaClientConfigs(
  configClass: 'ProducerConfig' | 'ConsumerConfig' | 'AdminClientConfig',
): KafkaClientConfig[] {
  const file = new URL('../fixtures/kafka-4.3.1-client-configs.tsv', import.meta.url)
  const rows = readFileSync(file, 'utf8').split('\n')
  return rows.flatMap((row) => {
    const [className, name, type, value] = row.split('\t')
    return className === configClass
      ? [{ name: name!, type: type!, default: value === 'null' ? undefined : value }]
      : []
  })
}

const EXAMPLES: Readonly<Record<string, string>> = { INT: '1', LONG: '1', BOOLEAN: 'true', LIST: 'a:1' }

/** A value that Kafka takes: the default, or else one of the right type. */
export function exampleOf(config: KafkaClientConfig): string {
  return config.default ?? EXAMPLES[config.type] ?? 'com.example.Example'
}
