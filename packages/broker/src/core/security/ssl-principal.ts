// The principal of a client certificate (Kafka's SslPrincipalMapper): its distinguished name, put through `ssl.principal.mapping.rules`.
import { UsageError } from '@odradek/protocol'

interface MappingRule {
  /** Undefined: the name as it is. */
  readonly pattern?: RegExp
  readonly replacement: string
  readonly letters: 'L' | 'U' | undefined
}

const RULE = /^(?:DEFAULT|RULE:((?:\\.|[^\\/])*)\/((?:\\.|[^\\/])*)\/([LU]?))$/
const AS_IT_IS: MappingRule = { replacement: '', letters: undefined }

/** Makes names of distinguished names. */
export type PrincipalMapper = (distinguishedName: string) => string

/**
 * The mapper of some rules, such as `RULE:^CN=(.*?),.*$/$1/L`; the first that matches holds, and DEFAULT leaves the name as it is.
 * Throws UsageError where one is no rule.
 */
export function principalMapper(rules: readonly string[]): PrincipalMapper {
  const parsed = rules.map(parseRule)
  return (name) => {
    if (parsed.length === 0) return name
    for (const { pattern, replacement, letters } of parsed) {
      if (pattern === undefined) return name
      const match = pattern.exec(name)
      if (match === null) continue
      const mapped = replacement.replaceAll(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
      return letters === 'L' ? mapped.toLowerCase() : letters === 'U' ? mapped.toUpperCase() : mapped
    }
    // Kafka has no name for such a client either.
    return 'ANONYMOUS'
  }
}

function parseRule(text: string): MappingRule {
  const [whole, pattern, replacement, letters] = RULE.exec(text.trim()) ?? []
  if (whole === undefined) {
    throw new UsageError(
      `ssl.principal.mapping.rules has '${text}', where a rule is DEFAULT or RULE:pattern/replacement/[LU]`,
    )
  }
  if (pattern === undefined) return AS_IT_IS
  try {
    const compiled = new RegExp(`^(?:${pattern.replaceAll('\\/', '/')})$`)
    return {
      pattern: compiled,
      replacement: replacement!,
      letters: letters === '' ? undefined : (letters as 'L' | 'U'),
    }
  } catch (error) {
    throw new UsageError(`ssl.principal.mapping.rules has '${text}': ${(error as Error).message}`)
  }
}
