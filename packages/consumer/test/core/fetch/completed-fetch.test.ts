import { decodeUtf8 } from '@odradek/bytes'
import { defaultCodecs } from '@odradek/compression'
import { encodeControlRecordKey, RecordBatchBuilder, setBatchBaseOffset } from '@odradek/records'
import { readGolden, readGoldenBytes } from '@odradek/test-kit'
import test from 'ava'
import { CompletedFetch } from '../../../src/core/fetch/completed-fetch.ts'
import { AssignedPartition } from '../../../src/core/offsets/subscription-state.ts'
import { CorruptRecordError } from '../../../src/corrupt-record-error.ts'
import { recordBytes } from '../../support/core-harness.ts'

const options = { checkCrcs: true, codecs: defaultCodecs }

function partitionAt(offset: bigint): AssignedPartition {
  const partition = new AssignedPartition('orders', 7)
  partition.moveTo('committed-offset-wanted')
  partition.startAt(offset)
  return partition
}

function fetched(bytes: Uint8Array, offset = 0n, checkCrcs = true): CompletedFetch {
  return new CompletedFetch(partitionAt(offset), 1, bytes, { ...options, checkCrcs })
}

function offsetsOf(fetch: CompletedFetch): number[] {
  const offsets: number[] = []
  for (let record = fetch.nextRecord(); record !== undefined; record = fetch.nextRecord())
    offsets.push(Number(record.offset))
  return offsets
}

function concat(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

test('records come in order, batch after batch', (t) => {
  const fetch = fetched(recordBytes(10n, 3, 2), 10n)
  t.is(fetch.nextOffset, 15n)
  t.deepEqual(offsetsOf(fetch), [10, 11, 12, 13, 14])
  t.is(fetch.partition.position, 15n)
})

test('a batch that begins before the position gives only what is wanted', (t) => {
  t.deepEqual(offsetsOf(fetched(recordBytes(10n, 5), 13n)), [13, 14])
  const batch = fetched(recordBytes(10n, 5), 13n).nextBatch()
  t.is(batch!.fromOffset, 13n)
})

test('the position passes what compaction left out when the next record is asked for', (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(0, null, 'first', [], 0)
  builder.append(0, null, 'second', [], 4)
  const compacted = builder.build({ lastOffsetDelta: 9 })
  const fetch = fetched(concat(compacted, recordBytes(10n, 1)))
  t.is(fetch.nextRecord()!.offset, 0n)
  t.is(fetch.nextRecord()!.offset, 4n)
  t.is(fetch.partition.position, 0n)
  t.is(fetch.nextRecord()!.offset, 10n)
  t.is(fetch.partition.position, 10n)
})

test('control batches are passed over', (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(0, encodeControlRecordKey('commit'), new Uint8Array(6))
  const control = builder.build({
    producerId: 9n,
    producerEpoch: 0,
    baseSequence: -1,
    isTransactional: true,
    isControl: true,
  })
  setBatchBaseOffset(control, 0, 2n, 0)
  const fetch = fetched(concat(recordBytes(0n, 2), control, recordBytes(3n, 1)))
  t.deepEqual(offsetsOf(fetch), [0, 1, 3])
  t.is(fetch.partition.position, 4n)
})

test('bytes that were damaged are refused, with their place, once', (t) => {
  const bytes = recordBytes(100n, 2, 2)
  bytes[bytes.length - 1]! ^= 0xff
  const fetch = fetched(bytes, 100n)
  t.is(fetch.nextRecord()!.offset, 100n)
  t.is(fetch.nextRecord()!.offset, 101n)
  const error = t.throws(() => fetch.nextRecord(), { instanceOf: CorruptRecordError })
  t.deepEqual([error.topic, error.partition, error.offset], ['orders', 7, 102n])
  t.regex(error.message, /orders-7.*102.*CRC/)
})

test('without checkCrcs the checksum is not looked at', (t) => {
  const bytes = recordBytes(0n, 1)
  bytes[17]! ^= 0xff
  t.deepEqual(offsetsOf(fetched(bytes, 0n, false)), [0])
  t.throws(() => offsetsOf(fetched(bytes)), { instanceOf: CorruptRecordError })
})

test('a batch that is cut off is fetched again, without a word', (t) => {
  const bytes = recordBytes(0n, 2, 2)
  const fetch = fetched(bytes.subarray(0, bytes.length - 3))
  t.deepEqual(offsetsOf(fetch), [0, 1])
  t.is(fetch.nextOffset, 2n)
})

test('bytes without one whole batch are an error, not a reason to ask for ever', (t) => {
  const error = t.throws(() => fetched(recordBytes(0n, 5).subarray(0, 40)).nextRecord(), {
    instanceOf: CorruptRecordError,
  })
  t.regex(error.message, /maxPartitionFetchBytes/)
})

test('batches that all end before the position are an error, not a reason to ask for ever', (t) => {
  t.throws(() => fetched(recordBytes(0n, 5), 10n).nextRecord(), { instanceOf: CorruptRecordError })
})

test('no flip of a bit and no truncation makes it hang, or give out what was not sent', (t) => {
  const bytes = recordBytes(0n, 2, 3)
  for (let at = 0; at < bytes.length; at++) {
    for (const bit of [1, 128]) {
      const damaged = bytes.slice()
      damaged[at]! ^= bit
      try {
        t.true(offsetsOf(fetched(damaged)).length <= 5)
      } catch (error) {
        t.true(error instanceof CorruptRecordError, String(error))
      }
    }
    try {
      t.true(offsetsOf(fetched(bytes.subarray(0, at))).length <= 2)
    } catch (error) {
      t.true(error instanceof CorruptRecordError, String(error))
    }
  }
})

test('a batch of which some records were taken alone gives the rest', (t) => {
  const fetch = fetched(recordBytes(0n, 5, 2))
  fetch.nextRecord()
  fetch.nextRecord()
  t.is(fetch.nextBatch()!.fromOffset, 2n)
  t.is(fetch.nextBatch()!.fromOffset, 5n)
  t.is(fetch.nextBatch(), undefined)
  t.is(fetch.partition.position, 7n)
})

test('a batch of which all records were taken alone is not given again', (t) => {
  const fetch = fetched(recordBytes(0n, 2, 2))
  fetch.nextRecord()
  fetch.nextRecord()
  t.is(fetch.nextBatch()!.fromOffset, 2n)
})

for (const name of ['0.8.2.2-snappy', '0.9.0.1-lz4', '0.10.2.2-none', '0.10.2.2-gzip', '0.11.0.3-none', '4.3.1-zstd']) {
  test(`what a broker stored is read as librdkafka read it (${name})`, (t) => {
    const expected = readGolden<{ offset: number; key: string | null; payload: string | null }>(
      `segments/${name}.jsonl`,
    )
    const fetch = fetched(readGoldenBytes(`segments/${name}.log`))
    const read: typeof expected = []
    const text = (bytes: Uint8Array | null) => (bytes === null ? null : decodeUtf8(bytes))
    for (let record = fetch.nextRecord(); record !== undefined; record = fetch.nextRecord())
      read.push({ offset: Number(record.offset), key: text(record.key), payload: text(record.value) })
    t.deepEqual(
      read,
      expected.map(({ offset, key, payload }) => ({ offset, key, payload })),
    )
    t.is(fetch.nextOffset, BigInt(expected.length))
  })

  test(`no flip of a bit makes an old message set hang or throw anything but CorruptRecordError (${name})`, (t) => {
    const bytes = readGoldenBytes(`segments/${name}.log`)
    for (let at = 0; at < Math.min(bytes.length, 300); at++) {
      const damaged = Uint8Array.from(bytes)
      damaged[at]! ^= 1 << (at % 8)
      const error = attempt(() => offsetsOf(fetched(damaged)))
      t.true(error === undefined || error instanceof CorruptRecordError, String(error))
    }
  })
}

function attempt(run: () => void): unknown {
  try {
    run()
    return undefined
  } catch (error) {
    return error
  }
}

test('it tells where what was not given out begins, and the leader epoch before that', (t) => {
  const partition = partitionAt(10n)
  partition.fetchFrom(10n, 2)
  const fetch = new CompletedFetch(partition, 1, recordBytes(10n, 3, 2), options)
  t.deepEqual(fetch.rest, { offset: 10n, epoch: 2 })
  fetch.nextRecord()
  t.deepEqual(fetch.rest, { offset: 11n, epoch: 3 })
  t.is(fetch.nextBatch()!.fromOffset, 11n)
  t.deepEqual(fetch.rest, { offset: 13n, epoch: 3 })
  fetch.nextRecord()
  t.deepEqual(fetch.rest, { offset: 14n, epoch: 3 })
  fetch.nextRecord()
  t.is(fetch.nextRecord(), undefined)
  t.deepEqual(fetch.rest, { offset: 15n, epoch: 3 })
})

test('a batch that could not be read was not given out', (t) => {
  const bytes = recordBytes(10n, 3, 2)
  bytes[bytes.length - 1]! ^= 0xff
  const fetch = fetched(bytes, 10n)
  for (let i = 0; i < 3; i++) fetch.nextRecord()
  t.throws(() => fetch.nextRecord(), { instanceOf: CorruptRecordError })
  t.is(fetch.rest.offset, 13n)
})
