import { distance } from 'fastest-levenshtein'

/** The name most like what was typed; undefined where none is near, as half of the letters wrong is no longer a slip. */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Math.max(2, wanted.length / 2)
  for (const name of names) {
    const letters = distance(wanted.toLowerCase(), name)
    if (letters < least) [nearest, least] = [name, letters]
  }
  return nearest
}
