/** A random whole number from 0 to below `count`, as far as `random` gives numbers from 0 to below 1. */
export function randomIndex(random: () => number, count: number): number {
  return Math.floor(random() * count)
}
