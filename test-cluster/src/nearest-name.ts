/** Finds what somebody meant who mistyped a name. */

/** Number of single-character insertions, deletions and replacements between two strings (Levenshtein distance). */
export const editDistance = (from: string, to: string): number => {
  let previousRow = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const currentRow = [row]
    for (let column = 1; column <= to.length; column++) {
      const replace = previousRow[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      currentRow.push(Math.min(replace, previousRow[column]! + 1, currentRow[column - 1]! + 1))
    }
    previousRow = currentRow
  }
  return previousRow[to.length]!
}

/** The name most like `wanted`; the first of equals. `undefined` only for an empty list. */
export const nearestName = (wanted: string, names: readonly string[]): string | undefined => {
  let nearest: string | undefined
  let smallest = Infinity
  for (const name of names) {
    const distance = editDistance(wanted, name)
    if (distance < smallest) {
      smallest = distance
      nearest = name
    }
  }
  return nearest
}
