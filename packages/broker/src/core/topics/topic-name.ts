const MAX_LENGTH = 249
const LEGAL = /^[a-zA-Z0-9._-]+$/

/** Says what is wrong with a topic's name, in Kafka's words; undefined where nothing is. */
export function topicNameError(name: string): string | undefined {
  const reason = invalidity(name)
  return reason === undefined ? undefined : `Topic name is invalid: ${reason}`
}

function invalidity(name: string): string | undefined {
  if (name === '') return 'the empty string is not allowed'
  if (name === '.' || name === '..') return `'${name}' is not allowed`
  if (name.length > MAX_LENGTH) {
    return `the length of '${name}' is longer than the max allowed length ${MAX_LENGTH}`
  }
  if (LEGAL.test(name)) return undefined
  return `'${name}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`
}

/** A name with '.' and '_' made one: topics whose names are equal so would share their metrics, which Kafka does not allow. */
export function collisionName(name: string): string {
  return name.replaceAll('.', '_')
}

/** Whether the topic is one of Kafka's own. */
export function isInternalTopic(name: string): boolean {
  return name === '__consumer_offsets' || name === '__transaction_state' || name === '__share_group_state'
}
