/** Tells which topics a subscription's regular expression means; it must match the whole name. */
export type TopicMatcher = (topicName: string) => boolean

/** What RE2 does not have, or has otherwise: look-around, references back, possessive and atomic groups. */
const NOT_IN_RE2 = /\(\?(?:[=!>]|<[=!])|\\[1-9]|\\k|[*+?}]\+/

/** Compiles a regular expression; a text says why it is none. */
export function compileTopicRegex(source: string): TopicMatcher | string {
  if (NOT_IN_RE2.test(source)) return 'invalid or unsupported Perl syntax'
  const flags = /^\(\?([imsU]+)\)/.exec(source)
  const body = (flags === null ? source : source.slice(flags[0].length)).replaceAll('(?P<', '(?<')
  try {
    const regex = new RegExp(`^(?:${body})$`, flags?.[1]?.includes('i') === true ? 'i' : '')
    return (topicName) => regex.test(topicName)
  } catch (error) {
    return (error as Error).message
  }
}
