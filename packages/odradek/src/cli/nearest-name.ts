/** The name most like what was typed; undefined where none is near, as half of the letters wrong is no longer a slip. */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Math.max(2, wanted.length / 2)
  for (const name of names) {
    const distance = editDistance(wanted.toLowerCase(), name)
    if (distance < least) [nearest, least] = [name, distance]
  }
  return nearest
}

/** How many letters to insert, remove or change to get from one word to the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const change = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[to.length]!
}
