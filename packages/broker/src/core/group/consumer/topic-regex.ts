import { parseRegex, RegexSyntaxError } from './regex/regex-parser.ts'
import { matchesWhole } from './regex/regex-program.ts'

/** Tells which topics a subscription's regular expression means; it must match the whole name. */
export type TopicMatcher = (topicName: string) => boolean

/** Compiles a regular expression; a text says why it is none. */
export function compileTopicRegex(source: string): TopicMatcher | string {
  try {
    const program = parseRegex(source)
    return (topicName) => matchesWhole(program, topicName)
  } catch (error) {
    if (error instanceof RegexSyntaxError) return error.message
    throw error
  }
}
