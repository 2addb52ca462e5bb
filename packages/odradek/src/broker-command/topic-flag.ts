import type { StartTopic } from '@odradek/broker'
import { InvalidArgumentError } from 'commander'

/** Reads `name`, `name:partitions` or `name:partitions:config=value,...`, and adds it to those before. */
export function topicFlag(text: string, before: readonly StartTopic[] = []): StartTopic[] {
  const [name = '', partitions, ...rest] = text.split(':')
  if (name === '') throw new InvalidArgumentError('It is NAME, NAME:PARTITIONS or NAME:PARTITIONS:CONFIG=VALUE,...')
  if (partitions !== undefined && !/^[1-9]\d{0,4}$/.test(partitions))
    throw new InvalidArgumentError(`'${partitions}' is no number of partitions.`)
  const configs = rest.join(':')
  const pairs = configs === '' ? [] : configs.split(',').map((pair) => pair.split('='))
  if (pairs.some((pair) => pair.length < 2)) throw new InvalidArgumentError(`'${configs}' is not CONFIG=VALUE,...`)
  const entries = pairs.map(([key, ...value]) => [key!, value.join('=')])
  return [
    ...before,
    {
      name,
      ...(partitions === undefined ? {} : { partitions: Number(partitions) }),
      ...(entries.length === 0 ? {} : { configs: Object.fromEntries(entries) as Record<string, string> }),
    },
  ]
}
