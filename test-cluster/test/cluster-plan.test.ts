import test from 'ava'
import { planKraftNodes, planZooKeeperNodes } from '../src/cluster-plan.ts'

test('one broker is its own controller', (t) => {
  t.deepEqual(planKraftNodes(1), [{ nodeId: 1, isBroker: true, isController: true }])
})

for (let brokers = 2; brokers <= 9; brokers++) {
  test(`of ${brokers} brokers each has its id, and without any one node most controllers are left`, (t) => {
    const nodes = planKraftNodes(brokers)
    t.deepEqual(
      nodes.filter((node) => node.isBroker).map((node) => node.nodeId),
      Array.from({ length: brokers }, (_, index) => index + 1),
    )
    const controllers = nodes.filter((node) => node.isController).length
    t.is(controllers, 3)
    t.is(new Set(nodes.map((node) => node.nodeId)).size, nodes.length)
  })
}

test('brokers with ZooKeeper are no KRaft controllers', (t) => {
  t.deepEqual(
    planZooKeeperNodes(2).map((node) => [node.nodeId, node.isBroker, node.isController]),
    [
      [1, true, false],
      [2, true, false],
    ],
  )
})

test('a number of brokers that no cluster has is refused', (t) => {
  for (const brokers of [0, -1, 1.5, 10, NaN]) {
    t.throws(() => planKraftNodes(brokers), { code: 'bad-option' })
    t.throws(() => planZooKeeperNodes(brokers), { code: 'bad-option' })
  }
})
