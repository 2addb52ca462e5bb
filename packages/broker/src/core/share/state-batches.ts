/** A run of records of a share-partition that stand alike, as it is stored and sent. */
export interface StateBatch {
  readonly firstOffset: bigint
  readonly lastOffset: bigint
  readonly deliveryState: number
  readonly deliveryCount: number
}

/**
 * Combines batches that may overlap into batches that do not, from `startOffset` on (-1: all). Of two that say something of a record, the
 * one holds with the higher delivery count, then the higher state (Kafka's PersisterStateBatchCombiner).
 */
export function combineStateBatches(batches: readonly StateBatch[], startOffset: bigint): StateBatch[] {
  const kept = batches
    .filter(({ lastOffset }) => lastOffset >= startOffset)
    .map((batch) => (batch.firstOffset < startOffset ? { ...batch, firstOffset: startOffset } : batch))
    .sort((left, right) => compare(left.firstOffset, right.firstOffset))
  const bounds = [...new Set(kept.flatMap(({ firstOffset, lastOffset }) => [firstOffset, lastOffset + 1n]))]
  bounds.sort(compare)
  const combined: StateBatch[] = []
  let open: StateBatch[] = []
  let next = 0
  bounds.forEach((from, index) => {
    open = open.filter(({ lastOffset }) => lastOffset >= from)
    while (kept[next]?.firstOffset === from) open.push(kept[next++]!)
    const [first, ...others] = open
    if (first === undefined) return
    const { deliveryState, deliveryCount } = others.reduce(stronger, first)
    addBatch(combined, { firstOffset: from, lastOffset: bounds[index + 1]! - 1n, deliveryState, deliveryCount })
  })
  return combined
}

/** Adds a batch that comes after all others; one that goes on like the last one makes that longer. */
export function addBatch(batches: StateBatch[], batch: StateBatch): void {
  const last = batches.at(-1)
  const goesOn =
    last !== undefined &&
    last.lastOffset + 1n === batch.firstOffset &&
    last.deliveryState === batch.deliveryState &&
    last.deliveryCount === batch.deliveryCount
  if (goesOn) batches[batches.length - 1] = { ...last, lastOffset: batch.lastOffset }
  else batches.push(batch)
}

function stronger(left: StateBatch, right: StateBatch): StateBatch {
  const difference = right.deliveryCount - left.deliveryCount || right.deliveryState - left.deliveryState
  return difference > 0 ? right : left
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0
}
