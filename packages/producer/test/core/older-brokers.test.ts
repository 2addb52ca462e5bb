import { readRecords } from '@odradek/records'
import test from 'ava'

import { SenderHarness } from '../sender-harness.ts'

test('an older broker gets message sets: magic 1 in version 2, magic 0 before', (t) => {
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a')
  harness.poll()
  const magicIn = (version: number): number | undefined => {
    const records = harness.message(0, version).topicData[0]!.partitionData[0]!.records!
    return [...readRecords(records as Uint8Array)].map(({ magic }) => magic)[0]
  }
  t.deepEqual([0, 1, 2, 3, 13].map(magicIn), [0, 0, 1, 2, 2])
})

test('what only newer brokers can store asks for their versions, and says why', (t) => {
  const headers = [{ key: 'trace', value: new Uint8Array(1) }]
  const harness = new SenderHarness()
  harness.setMetadata({ t: [1] })
  harness.send('t', 'a', { headers })
  harness.poll()
  t.deepEqual(
    [harness.requests[0]!.minVersion, harness.requests[0]!.minVersionFor],
    [3, 'records with headers need Kafka 0.11'],
  )
  const zstd = new SenderHarness({ compressionType: 'zstd' })
  zstd.setMetadata({ t: [1] })
  zstd.send('t', 'a')
  zstd.poll()
  t.deepEqual(
    [zstd.requests[0]!.minVersion, zstd.requests[0]!.minVersionFor],
    [7, 'compressionType zstd needs Kafka 2.1'],
  )
})
