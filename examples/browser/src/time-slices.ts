/** Long enough to get on, short enough that typing and scrolling stay smooth. */
const SLICE_MS = 12

/**
 * Takes everything from `items`, a slice at a time, letting the page breathe in between. Ends early, with false, when `isWanted` says
 * no more. What `items` throws is thrown.
 */
export async function takeInSlices<Item>(
  items: Iterable<Item>,
  take: (item: Item) => void,
  isWanted: () => boolean,
  onSlice: () => void,
): Promise<boolean> {
  let sliceEnd = performance.now() + SLICE_MS
  for (const item of items) {
    take(item)
    if (performance.now() < sliceEnd) continue
    onSlice()
    await nextTask()
    if (!isWanted()) return false
    sliceEnd = performance.now() + SLICE_MS
  }
  return isWanted()
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
