import { setTimeout } from 'node:timers/promises'
import test from 'ava'
import { execa } from 'execa'
import { startCluster } from '../src/index.ts'
import type { Cluster } from '../src/index.ts'

/** Ids of the brokers that a client of another family sees when it asks this broker. */
const brokersSeenBy = async (cluster: Cluster, nodeId: number): Promise<number[]> => {
  const address = cluster.nodes.find((node) => node.nodeId === nodeId)!.address!
  const { stdout } = await execa('kcat', ['-b', address, '-L', '-J'])
  const view = JSON.parse(stdout) as { brokers: { id: number }[] }
  return view.brokers.map((broker) => broker.id).sort()
}

/**
 * The same for a broker that the others may have given up: 1. what it knew before shows all; 2. it learns that it is out;
 * 3. it is taken back. So one look at all three is all that can be asked for, and two looks need not agree.
 */
const brokersSeenInTheEndBy = async (cluster: Cluster, nodeId: number): Promise<number[]> => {
  const deadline = Date.now() + 60_000
  for (;;) {
    const seen = await brokersSeenBy(cluster, nodeId)
    if (seen.length === cluster.nodes.length || Date.now() > deadline) return seen
    await setTimeout(200)
  }
}

const produce = async (cluster: Cluster, value: string): Promise<void> => {
  const args = ['-b', cluster.bootstrapServers, '-P', '-t', 'words', '-p', '0', '-X', 'acks=all']
  await execa('kcat', args, { input: value })
}

const consume = async (cluster: Cluster): Promise<string> => {
  const result = await execa('kcat', ['-b', cluster.bootstrapServers, '-C', '-t', 'words', '-p', '0', '-e', '-q'])
  return result.stdout
}

test.serial(
  'three brokers: killed, frozen and started again, one after the other and all at once, they keep what was written',
  async (t) => {
    await using cluster = await startCluster({ brokers: 3 })
    t.deepEqual(cluster.bootstrapServers.split(',').length, 3)
    for (const nodeId of [1, 2, 3]) t.deepEqual(await brokersSeenBy(cluster, nodeId), [1, 2, 3])
    await produce(cluster, 'before')

    // Any one of them may be the controller and the leader: writing goes on without it.
    for (const nodeId of [1, 2, 3]) {
      const { pid } = cluster.nodes[nodeId - 1]!
      await cluster.kill(nodeId)
      t.is(cluster.nodes[nodeId - 1]!.state, 'stopped')
      t.throws(() => process.kill(pid!, 0), { code: 'ESRCH' })
      await produce(cluster, `without ${nodeId}`)
      await cluster.restart(nodeId)
      t.is(cluster.nodes[nodeId - 1]!.state, 'running')
      t.deepEqual(await brokersSeenBy(cluster, nodeId), [1, 2, 3])
    }

    cluster.freeze(2)
    t.is(cluster.nodes[1]!.state, 'frozen')
    await t.throwsAsync(execa('kcat', ['-b', cluster.nodes[1]!.address!, '-L', '-m', '1']))
    await produce(cluster, 'without the frozen one')
    cluster.thaw(2)
    t.deepEqual(await brokersSeenInTheEndBy(cluster, 2), [1, 2, 3])

    await cluster.killAll()
    t.deepEqual([...new Set(cluster.nodes.map((node) => node.state))], ['stopped'])
    await cluster.restartAll()
    t.is(await consume(cluster), 'before\nwithout 1\nwithout 2\nwithout 3\nwithout the frozen one')
  },
)

test.serial('two brokers have a controller beside them, so that each of the two may go', async (t) => {
  await using cluster = await startCluster({ brokers: 2 })
  t.like(cluster.nodes[2], { nodeId: 3, isBroker: false, isController: true, address: undefined })
  for (const nodeId of [1, 2]) {
    await cluster.shutDown(nodeId)
    await cluster.restart(nodeId)
  }
  t.deepEqual(await brokersSeenBy(cluster, 1), [1, 2])
})

test.serial('a broker that is alone keeps its data and its address over a restart', async (t) => {
  await using cluster = await startCluster()
  await produce(cluster, 'one')
  const address = cluster.bootstrapServers
  await cluster.kill(1)
  await cluster.restart(1)
  await cluster.restart(1)
  t.is(cluster.bootstrapServers, address)
  t.is(await consume(cluster), 'one')
})

test.serial('what cannot be done to a node says why', async (t) => {
  await using cluster = await startCluster()
  t.throws(() => cluster.thaw(1), { code: 'wrong-state', message: /Broker 1 is running/ })
  await t.throwsAsync(async () => cluster.kill(7), { code: 'unknown-node', message: /no node 7 .* Its nodes: 1\./ })
  await cluster.kill(1)
  await cluster.kill(1)
  t.throws(() => cluster.freeze(1), { code: 'wrong-state', message: /Broker 1 is stopped/ })
})
