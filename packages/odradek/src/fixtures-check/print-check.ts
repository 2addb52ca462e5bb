import type { Mismatch } from './check-folder.ts'

/** A mismatch in one line: `file:line: name version case: what differs; ...`. */
export function mismatchText({ file, line, what, differences }: Mismatch): string {
  const subject = what === '' ? '' : ` ${what}:`
  return `${file}:${line}:${subject} ${differences.join('; ')}\n`
}

/** From this many files on, a folder stands for its files. */
const FOLD_FROM = 4

/** One line that says what was passed over, or nothing. */
export function notCoveredText(notCovered: Readonly<Record<string, number>>): string {
  const folded = new Map<string, number>()
  const names = Object.keys(notCovered)
  for (const name of names) {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const siblings = names.filter((other) => folder !== '' && other.startsWith(folder))
    const shown = siblings.length >= FOLD_FROM ? folder : name
    folded.set(shown, (folded.get(shown) ?? 0) + notCovered[name]!)
  }
  if (folded.size === 0) return ''
  const parts = [...folded].map(([name, lines]) => `${name} (${lines} ${lines === 1 ? 'line' : 'lines'})`)
  return `not covered yet: ${parts.join('; ')}\n`
}
