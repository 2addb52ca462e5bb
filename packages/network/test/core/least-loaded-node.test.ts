import test from 'ava'

import { seededRandom } from '@odradek/test-kit'

import { leastLoadedNode, type NodeLoad } from '../../src/core/least-loaded-node.ts'

const node = (nodeId: number, status: NodeLoad['status'], inFlight = 0): NodeLoad => ({ nodeId, status, inFlight })

for (const [title, nodes, expected] of [
  ['nothing there', [], undefined],
  ['none of use', [node(1, 'unavailable'), node(2, 'unavailable')], undefined],
  ['a connected one before one that is being connected', [node(1, 'connecting'), node(2, 'ready', 4)], 2],
  ['one that is being connected before one that may be', [node(1, 'available'), node(2, 'connecting')], 2],
  ['the connected one with the fewest in flight', [node(1, 'ready', 3), node(2, 'ready', 1), node(3, 'ready', 2)], 2],
  ['one at its limit is passed over', [node(1, 'unavailable', 5), node(2, 'available')], 2],
] as const) {
  test(`the least loaded node: ${title}`, (t) => {
    for (const random of [() => 0, () => 0.5, () => 0.99]) t.is(leastLoadedNode(nodes, random), expected)
  })
}

test('among equals chance decides, and each has its turn', (t) => {
  const random = seededRandom(1)
  const nodes = [node(1, 'available'), node(2, 'available'), node(3, 'available')]
  const counts = new Map<number, number>()
  for (let time = 0; time < 300; time++) {
    const chosen = leastLoadedNode(nodes, random)!
    counts.set(chosen, (counts.get(chosen) ?? 0) + 1)
  }
  t.true([1, 2, 3].every((id) => counts.get(id)! > 60))
})
