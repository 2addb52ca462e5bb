import { gzipCodec } from '@odradek/compression'
import { encodeControlRecordKey, encodeEndTxnMarker, RecordBatchBuilder } from '@odradek/records'

const TIME = Date.UTC(2024, 5, 3, 9, 30)

/** A transaction of three orders in gzip, and the marker that commits it. */
export function sampleBytes(): Uint8Array {
  const orders = new RecordBatchBuilder()
  const trace = new TextEncoder().encode('a1b2c3')
  const json = (item: string, amount: number) => JSON.stringify({ item, amount })
  orders.append(TIME, 'customer-7', json('spool of thread', 2), [{ key: 'trace', value: trace }])
  orders.append(TIME + 40, 'customer-12', json('needle', 10), [
    { key: 'trace', value: trace },
    { key: 'gift', value: null },
  ])
  orders.append(TIME + 95, 'customer-7', null)
  const producer = { producerId: 4001n, producerEpoch: 2, isTransactional: true, partitionLeaderEpoch: 5 }
  const batch = orders.build({ ...producer, compression: gzipCodec, baseOffset: 42n, baseSequence: 17 })

  const marker = new RecordBatchBuilder()
  marker.append(TIME + 120, encodeControlRecordKey('commit'), encodeEndTxnMarker({ coordinatorEpoch: 9 }))
  const commit = marker.build({ ...producer, isControl: true, baseOffset: 45n })
  const bytes = new Uint8Array(batch.length + commit.length)
  bytes.set(batch)
  bytes.set(commit, batch.length)
  return bytes
}
