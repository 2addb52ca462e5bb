/** Names of numbers on the wire, both ways. */
export interface CodeNames<Name extends string> {
  /** The name of a code; UNKNOWN where it has none. */
  nameOf(code: number): Name
  /** The code of a name; undefined where there is none. */
  codeOf(name: string): number | undefined
  readonly names: readonly Name[]
}

/** A table of names by code; it has to name UNKNOWN. */
export function codeNames<Name extends string>(table: Readonly<Record<Name, number>>): CodeNames<Name> {
  const entries = Object.entries(table) as [Name, number][]
  const byCode = new Map(entries.map(([name, code]) => [code, name]))
  const byName = new Map<string, number>(entries)
  return {
    nameOf: (code) => byCode.get(code) ?? ('UNKNOWN' as Name),
    codeOf: (name) => byName.get(name),
    names: entries.map(([name]) => name),
  }
}
