import test from 'ava'

import { TopicQueues } from '../../src/core/topic-queues.ts'

test('a topic that was idle may have got another limit: its batches grow as those of a new one', (t) => {
  const topic = new TopicQueues('t')
  const { largestBatch } = topic
  topic.largestBatch = 1000
  topic.forget()
  t.is(topic.largestBatch, largestBatch)
})
