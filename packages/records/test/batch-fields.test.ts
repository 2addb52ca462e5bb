import { DecodeError } from '@odradek/bytes'
import { gzipCodec } from '@odradek/compression'
import test from 'ava'

import { setBatchBaseOffset, setMaxTimestamp, setProducerState } from '../src/batch-fields.ts'
import { RecordBatchBuilder } from '../src/record-batch-builder.ts'
import { decodeRecordBatches } from '../src/record-batches.ts'

function twoBatches(): { bytes: Uint8Array; second: number } {
  const builder = new RecordBatchBuilder()
  builder.append(100, 'a', '1')
  builder.append(200, 'b', '2')
  const first = builder.build()
  const second = builder.build({ compression: gzipCodec })
  return { bytes: new Uint8Array(Buffer.concat([first, second])), second: first.length }
}

test('a broker assigns offsets and epoch in place, and the CRC still holds', (t) => {
  const { bytes, second } = twoBatches()
  setBatchBaseOffset(bytes, 0, 1000n, 7)
  setBatchBaseOffset(bytes, second, 2n ** 60n, 8)
  const batches = [...decodeRecordBatches(bytes)]
  for (const batch of batches) batch.ensureValid()
  t.deepEqual(
    batches.flatMap((batch) => Array.from(batch.records(), ({ offset }) => offset)),
    [1000n, 1001n, 2n ** 60n, 2n ** 60n + 1n],
  )
  t.deepEqual(
    batches.map(({ partitionLeaderEpoch }) => partitionLeaderEpoch),
    [7, 8],
  )
})

test("LogAppendTime gives every record the broker's timestamp, with a right CRC, and can be taken back", (t) => {
  const { bytes, second } = twoBatches()
  const original = bytes.slice()
  setMaxTimestamp(bytes, second, 'LogAppendTime', 5000)
  const [untouched, changed] = decodeRecordBatches(bytes)
  untouched!.ensureValid()
  changed!.ensureValid()
  t.is(untouched!.timestampType, 'CreateTime')
  t.is(changed!.timestampType, 'LogAppendTime')
  t.deepEqual(
    Array.from(changed!.records(), ({ timestamp }) => timestamp),
    [5000, 5000],
  )
  setMaxTimestamp(bytes, second, 'CreateTime', 200)
  t.deepEqual(bytes, original)
})

test('bytes that are no whole batch of magic 2 are refused', (t) => {
  const { bytes, second } = twoBatches()
  t.throws(() => setBatchBaseOffset(bytes, bytes.length - 60, 0n, 0), { instanceOf: DecodeError })
  t.throws(() => setBatchBaseOffset(bytes.subarray(0, second - 1), 0, 0n, 0), { instanceOf: DecodeError })
  bytes[16] = 1
  t.throws(() => setMaxTimestamp(bytes, 0, 'LogAppendTime', 1), { instanceOf: DecodeError })
})

test('a producer numbers a batch anew in place, and the CRC still holds', (t) => {
  const { bytes, second } = twoBatches()
  setProducerState(bytes, second, 2n ** 40n, 7, 2 ** 31 - 1)
  const [untouched, changed] = [...decodeRecordBatches(bytes)]
  for (const batch of [untouched!, changed!]) batch.ensureValid()
  t.is(untouched!.producerId, -1n)
  t.deepEqual([changed!.producerId, changed!.producerEpoch, changed!.baseSequence], [2n ** 40n, 7, 2 ** 31 - 1])
})
