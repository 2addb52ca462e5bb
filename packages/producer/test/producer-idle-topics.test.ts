import { ErrorCode } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { decodeRecordBatches } from '@odradek/records'
import test from 'ava'

import { setUp } from './scripted-producer.ts'

const MINUTE = 60_000

function setUpIdle(t: Parameters<typeof setUp>[0]) {
  const all = setUp(t, { metadataMaxIdleMs: 10 * MINUTE, metadataMaxAgeMs: MINUTE })
  all.network.cluster.setTopic('rare', { partitions: 1 })
  const asked = () =>
    all.network.brokers
      .flatMap((broker) => broker.received(metadataApi))
      .at(-1)!
      .request.topics!.map(({ name }) => name)
  return { ...all, asked }
}

test('a topic without records for metadataMaxIdleMs leaves the metadata, and is learned again with the next record', async (t) => {
  const { producer, until, network, logs, asked } = setUpIdle(t)
  await until(producer.send({ topic: 'rare', value: 'a' }))
  await until(producer.send({ topic: 'orders', value: '0' }))
  t.deepEqual(asked(), ['rare', 'orders'])
  for (let minute = 1; minute <= 8; minute++) {
    await network.clock.advance(MINUTE)
    await until(producer.send({ topic: 'orders', value: `${minute}` }))
  }
  t.deepEqual(asked(), ['rare', 'orders'])
  for (let minute = 9; minute <= 13; minute++) {
    await network.clock.advance(MINUTE)
    await until(producer.send({ topic: 'orders', value: `${minute}` }))
  }
  t.deepEqual(asked(), ['orders'])

  const sent = await until(producer.send({ topic: 'rare', value: 'b' }))
  t.is(sent.offset, 1n)
  t.deepEqual([...asked()].sort(), ['orders', 'rare'])
  t.deepEqual(logs.log('rare', 0), ['a', 'b'])
  // Its numbers go on where they were: a broker would take a first one again for a gap.
  const last = network.brokers[0]!.received(produceApi).at(-1)!.request.topicData[0]!.partitionData[0]!.records!
  const [batch] = [...decodeRecordBatches(last)]
  t.deepEqual([batch!.producerEpoch, batch!.baseSequence], [0, 1])
})

test('a topic whose records have not been acknowledged yet stays', async (t) => {
  const options = { metadataMaxIdleMs: 5000, metadataMaxAgeMs: 1000, deliveryTimeoutMs: 60 * MINUTE }
  const { producer, until, network, logs } = setUp(t, options)
  network.on(produceApi, (request) => ({
    responses: request.topicData.map(({ topicId }) => ({
      topicId,
      partitionResponses: [{ index: 0, errorCode: ErrorCode.NOT_ENOUGH_REPLICAS }],
    })),
  }))
  const sent = producer.send({ topic: 'orders', value: 'x' })
  await network.clock.advance(MINUTE)
  const questions = network.brokers[0]!.received(metadataApi)
  t.true(questions.length > 50)
  t.is(questions.at(-1)!.request.topics![0]!.name, 'orders')
  network.on(produceApi, (request) => logs.append(request, () => 'orders'))
  t.is((await until(sent)).offset, 0n)
})
