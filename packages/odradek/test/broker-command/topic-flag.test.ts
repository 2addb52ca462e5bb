import test from 'ava'
import { topicFlag } from '../../src/broker-command/topic-flag.ts'

test('topics are given by name, partitions and configs', (t) => {
  const first = topicFlag('orders')
  const second = topicFlag('log:3:cleanup.policy=compact,segment.ms=1000', first)
  t.deepEqual(second, [
    { name: 'orders' },
    { name: 'log', partitions: 3, configs: { 'cleanup.policy': 'compact', 'segment.ms': '1000' } },
  ])
  t.deepEqual(topicFlag('a:1:x=b:c=d'), [{ name: 'a', partitions: 1, configs: { x: 'b:c=d' } }])
})

test('what is no topic is refused', (t) => {
  for (const text of ['', ':3', 'a:0', 'a:x', 'a:1:y']) t.throws(() => topicFlag(text), { message: /./ })
})
