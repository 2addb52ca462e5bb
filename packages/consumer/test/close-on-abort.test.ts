import { getEventListeners } from 'node:events'
import test from 'ava'
import { Consumer } from '../src/consumer.ts'
import { ShareConsumer } from '../src/share/share-consumer.ts'

test('a signal that outlives its consumers does not keep those that have closed', async (t) => {
  const { signal } = new AbortController()
  const bootstrapServers = 'localhost:1'
  const consumers = [
    new Consumer({ bootstrapServers, signal }),
    new ShareConsumer({ bootstrapServers, groupId: 'queue', topics: ['orders'], signal }),
  ]
  t.is(getEventListeners(signal, 'abort').length, 2)
  for (const consumer of consumers) await consumer.close()
  t.is(getEventListeners(signal, 'abort').length, 0)
})
