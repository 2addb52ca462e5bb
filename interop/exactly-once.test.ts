import { seededRandom } from '@odradek/network'
import test from 'ava'

import { startReferenceCluster } from '../soak/clusters/reference-cluster.ts'
import { exactlyOnce } from '../soak/scenarios/exactly-once.ts'

test('a pipeline that is killed 20 times copies each record once, as kcat and the console consumer see it', async (t) => {
  await using cluster = await startReferenceCluster()
  const lines: string[] = []
  const { figures, failures } = await exactlyOnce.run({
    cluster,
    records: 4000,
    random: seededRandom(1),
    progress: () => undefined,
    note: (line) => lines.push(line),
  })
  t.log(figures)
  t.deepEqual(failures, [], lines.join('\n'))
  t.is(figures['kills'], 20)
})
