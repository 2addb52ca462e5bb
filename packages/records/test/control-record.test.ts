import { DecodeError } from '@odradek/bytes'
import test from 'ava'

import {
  decodeControlRecordKey,
  decodeEndTxnMarker,
  encodeControlRecordKey,
  encodeEndTxnMarker,
} from '../src/control-record.ts'
import { readRecords } from '../src/read-records.ts'
import { RecordBatchBuilder } from '../src/record-batch-builder.ts'
import { decodeRecordBatches } from '../src/record-batches.ts'
import { goldenBytes, goldenEntries } from './golden-entry.ts'

test('the control records of the golden corpus say what Java says, and are written the same', (t) => {
  let seen = 0
  for (const entry of goldenEntries('valid')) {
    const batches = [...readRecords(goldenBytes(entry))]
    batches.forEach((batch, i) => {
      const { control } = entry.batches[i]!
      if (control === undefined) return
      const [record] = batch.records()
      const key = decodeControlRecordKey(record!.key!)
      t.is(key.version, 0)
      t.is(key.type, control.type.toLowerCase().replaceAll('_', '-') as never)
      if (control.coordinatorEpoch !== undefined) {
        t.deepEqual(decodeEndTxnMarker(record!.value!), { coordinatorEpoch: control.coordinatorEpoch })
        t.deepEqual(encodeEndTxnMarker({ coordinatorEpoch: control.coordinatorEpoch }), record!.value!)
      }
      t.deepEqual(encodeControlRecordKey(key.type as 'abort'), record!.key!)
      seen++
    })
  }
  t.log(`${seen} control batches`)
  t.true(seen >= 7)
})

test('a marker built by hand comes back', (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(9, encodeControlRecordKey('commit'), encodeEndTxnMarker({ coordinatorEpoch: 4 }))
  const [batch] = decodeRecordBatches(
    builder.build({ isControl: true, isTransactional: true, producerId: 5n, producerEpoch: 1 }),
  )
  const [record] = batch!.records()
  t.true(batch!.isControl)
  t.deepEqual(decodeControlRecordKey(record!.key!), { version: 0, type: 'commit' })
})

test('a type that came later reads as unknown; what is too short or of a negative version is refused', (t) => {
  t.deepEqual(decodeControlRecordKey(Uint8Array.of(0, 1, 0, 99)), { version: 1, type: 'unknown' })
  for (const key of [[], [0], [0, 0, 0], [255, 255, 0, 0]]) {
    t.throws(() => decodeControlRecordKey(Uint8Array.from(key)), { instanceOf: DecodeError })
  }
  for (const value of [[], [0, 0, 0], [255, 255, 0, 0, 0, 1]]) {
    t.throws(() => decodeEndTxnMarker(Uint8Array.from(value)), { instanceOf: DecodeError })
  }
})
