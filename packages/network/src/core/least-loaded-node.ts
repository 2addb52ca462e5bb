/** How much a broker has to do for this client at the moment. */
export interface NodeLoad {
  readonly nodeId: number
  /**
   * `ready`: a request would be written at once; `connecting`: it will be, soon; `available`: a connection may be opened;
   * `unavailable`: at its limit, or in its reconnect back-off.
   */
  readonly status: 'ready' | 'connecting' | 'available' | 'unavailable'
  /** Requests that wait for an answer. */
  readonly inFlight: number
}

const PREFERENCE = { ready: 0, connecting: 1, available: 2 } as const

/**
 * The broker to ask what any broker can answer: a connected one with the fewest requests in flight, else one that is being connected, else
 * one that may be. Among equals chance decides (`random` gives numbers in [0, 1)). Undefined when none is of use now.
 */
export function leastLoadedNode(nodes: readonly NodeLoad[], random: () => number): number | undefined {
  let best: NodeLoad | undefined
  const start = Math.floor(random() * nodes.length)
  for (let step = 0; step < nodes.length; step++) {
    const node = nodes[(start + step) % nodes.length]!
    if (node.status === 'unavailable') continue
    if (best === undefined || isBetter(node, best)) best = node
  }
  return best?.nodeId
}

function isBetter(node: NodeLoad, best: NodeLoad): boolean {
  const [mine, theirs] = [PREFERENCE[node.status as 'ready'], PREFERENCE[best.status as 'ready']]
  return mine === theirs ? node.inFlight < best.inFlight : mine < theirs
}
