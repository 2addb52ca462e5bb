import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import { DecodeError, EncodeError } from '@odradek/bytes'
import { readGolden, seededRandom } from '@odradek/test-kit'
import test from 'ava'
import fc from 'fast-check'

import {
  decodeLeaderEpochCheckpoint,
  encodeLeaderEpochCheckpoint,
} from '../../src/log-files/leader-epoch-checkpoint.ts'
import { decodeOffsetIndex, encodeOffsetIndex } from '../../src/log-files/offset-index.ts'
import { decodeProducerSnapshot, encodeProducerSnapshot } from '../../src/log-files/producer-snapshot.ts'
import { decodeTimeIndex, encodeTimeIndex } from '../../src/log-files/time-index.ts'
import { decodeTransactionIndex, encodeTransactionIndex } from '../../src/log-files/transaction-index.ts'
import { readRecords } from '../../src/read-records.ts'

const { files } = JSON.parse(readFileSync(new URL('kafka-4.3.1-segment.json', import.meta.url), 'utf8')) as {
  files: Record<string, string>
}
const realFile = (name: string): Uint8Array => gunzipSync(Buffer.from(files[name]!, 'base64'))

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const baseOffsets = fc.bigInt({ min: 0n, max: 2n ** 62n })
/** Steps that add up to rising values within 31 bits. */
const steps = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 200 })

function rising(list: readonly number[], start = 0): number[] {
  let sum = start
  return list.map((step) => (sum += step))
}

test("a real broker's offset index points at the batches of its log, and is written again the same but for the zeros", (t) => {
  const bytes = realFile('00000000000000000000.index')
  const entries = decodeOffsetIndex(bytes, 0n)
  const lastOffsets = new Map(
    Array.from(readRecords(realFile('00000000000000000000.log')), ({ position, lastOffset }) => [position, lastOffset]),
  )
  for (const { position, offset } of entries) t.is(lastOffsets.get(position), offset)
  const written = encodeOffsetIndex(entries, 0n)
  t.deepEqual(Buffer.from(written), Buffer.from(bytes.subarray(0, written.length)))
  t.log(`${entries.length} entries in ${bytes.length} bytes`)
  t.true(entries.length > 30)
  t.true(bytes.length > written.length)
})

test("a real broker's time index and leader epochs agree with its log", (t) => {
  const bytes = realFile('00000000000000000000.timeindex')
  const entries = decodeTimeIndex(bytes, 0n)
  const batches = [...readRecords(realFile('00000000000000000000.log'))]
  for (const { timestamp, offset } of entries) {
    const upTo = batches.filter(({ baseOffset }) => baseOffset <= offset)
    t.is(Math.max(...upTo.map(({ maxTimestamp }) => maxTimestamp)), timestamp)
  }
  t.true(entries.length >= 1)
  const written = encodeTimeIndex(entries, 0n)
  t.deepEqual(Buffer.from(written), Buffer.from(bytes.subarray(0, written.length)))
  const checkpoint = realFile('leader-epoch-checkpoint')
  t.deepEqual(decodeLeaderEpochCheckpoint(checkpoint), [{ epoch: 0, startOffset: 0n }])
  t.is(Buffer.from(encodeLeaderEpochCheckpoint([{ epoch: 0, startOffset: 0n }])).toString(), checkpoint.toString())
})

test('what is written to an index is what is read, zeros behind it or not', (t) => {
  fc.assert(
    fc.property(steps, baseOffsets, fc.nat(5), (list, baseOffset, zeros) => {
      const withZeros = (bytes: Uint8Array, entrySize: number): Uint8Array =>
        new Uint8Array(Buffer.concat([bytes, new Uint8Array(zeros * entrySize)]))
      const offsets = rising(list).map((position) => ({ offset: baseOffset + BigInt(position), position }))
      t.deepEqual(decodeOffsetIndex(withZeros(encodeOffsetIndex(offsets, baseOffset), 8), baseOffset), offsets)
      const times = rising(list, 1_700_000_000_000).map((timestamp, i) => ({
        timestamp,
        offset: baseOffset + BigInt(i),
      }))
      t.deepEqual(decodeTimeIndex(withZeros(encodeTimeIndex(times, baseOffset), 12), baseOffset), times)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ producerId: int64, lastStableOffset: int64 })), baseOffsets, (list, base) => {
      const transactions = list.map((entry, i) => ({
        ...entry,
        firstOffset: base + BigInt(i),
        lastOffset: base + BigInt(i * 3 + 1),
      }))
      const ordered = transactions.map((entry) => ({ ...entry, firstOffset: base }))
      t.deepEqual(decodeTransactionIndex(encodeTransactionIndex(ordered)), ordered)
    }),
  )
})

test('an aborted transaction takes 34 bytes, as AbortedTxn of Kafka lays them out', (t) => {
  const bytes = encodeTransactionIndex([{ producerId: 1n, firstOffset: 2n, lastOffset: 3n, lastStableOffset: 4n }])
  t.is(
    Buffer.from(bytes).toString('hex'),
    ['0000', '1', '2', '3', '4'].map((n, i) => (i > 0 ? n.padStart(16, '0') : n)).join(''),
  )
})

interface GoldenSnapshot {
  json: {
    producerEntries: {
      producerId: string
      epoch: number
      lastSequence: number
      lastOffset: string
      offsetDelta: number
      timestamp: string
      coordinatorEpoch: number
      currentTxnFirstOffset: string
    }[]
  }
  hex: string
}

test('producer snapshots are laid out as Java does it', (t) => {
  let entries = 0
  for (const { json, hex } of readGolden<GoldenSnapshot>('messages/ProducerSnapshot.jsonl')) {
    if (json.producerEntries.some(({ timestamp }) => !Number.isSafeInteger(Number(timestamp)))) continue
    const expected = json.producerEntries.map((entry) => ({
      producerId: BigInt(entry.producerId),
      producerEpoch: entry.epoch,
      lastSequence: entry.lastSequence,
      lastOffset: BigInt(entry.lastOffset),
      offsetDelta: entry.offsetDelta,
      timestamp: Number(entry.timestamp),
      coordinatorEpoch: entry.coordinatorEpoch,
      currentTxnFirstOffset: BigInt(entry.currentTxnFirstOffset),
    }))
    const bytes = encodeProducerSnapshot(expected)
    // The golden CRC is made up, and the version is not part of the message.
    t.is(Buffer.from(bytes.subarray(6)).toString('hex'), hex.slice(8))
    t.deepEqual(decodeProducerSnapshot(bytes), expected)
    entries += expected.length
  }
  t.log(`${entries} producers`)
  t.true(entries > 0)
})

test('what is written to a snapshot or a checkpoint is what is read', (t) => {
  const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
  const entry = fc.record({
    producerId: int64,
    producerEpoch: fc.integer({ min: -1, max: 32767 }),
    lastSequence: int32,
    lastOffset: int64,
    offsetDelta: int32,
    timestamp: fc.maxSafeInteger(),
    coordinatorEpoch: int32,
    currentTxnFirstOffset: int64,
  })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      t.deepEqual(decodeProducerSnapshot(encodeProducerSnapshot(entries)), entries)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ epoch: fc.nat(), startOffset: baseOffsets })), (entries) => {
      t.deepEqual(decodeLeaderEpochCheckpoint(encodeLeaderEpochCheckpoint(entries)), entries)
    }),
  )
})

test('leader epochs are written one a line', (t) => {
  const entries = [
    { epoch: 0, startOffset: 0n },
    { epoch: 7, startOffset: 2n ** 62n },
  ]
  const bytes = encodeLeaderEpochCheckpoint(entries)
  t.is(Buffer.from(bytes).toString(), '0\n2\n0 0\n7 4611686018427387904\n')
  t.deepEqual(decodeLeaderEpochCheckpoint(bytes), entries)
})

const decoders: Record<string, { decode: (bytes: Uint8Array) => unknown; bytes: Uint8Array }> = {
  'offset index': {
    decode: (bytes) => decodeOffsetIndex(bytes, 5n),
    bytes: encodeOffsetIndex(
      [
        { offset: 6n, position: 10 },
        { offset: 9n, position: 90 },
      ],
      5n,
    ),
  },
  'time index': {
    decode: (bytes) => decodeTimeIndex(bytes, 5n),
    bytes: encodeTimeIndex(
      [
        { timestamp: 3, offset: 6n },
        { timestamp: 4, offset: 6n },
      ],
      5n,
    ),
  },
  'transaction index': {
    decode: decodeTransactionIndex,
    bytes: encodeTransactionIndex([
      { producerId: 1n, firstOffset: 2n, lastOffset: 3n, lastStableOffset: 4n },
      { producerId: 2n, firstOffset: 2n, lastOffset: 8n, lastStableOffset: 9n },
    ]),
  },
  'producer snapshot': {
    decode: decodeProducerSnapshot,
    bytes: encodeProducerSnapshot([
      {
        producerId: 1n,
        producerEpoch: 2,
        lastSequence: 3,
        lastOffset: 4n,
        offsetDelta: 5,
        timestamp: 6,
        coordinatorEpoch: 7,
        currentTxnFirstOffset: -1n,
      },
    ]),
  },
  'leader epoch checkpoint': {
    decode: decodeLeaderEpochCheckpoint,
    bytes: encodeLeaderEpochCheckpoint([
      { epoch: 1, startOffset: 2n },
      { epoch: 3, startOffset: 44n },
    ]),
  },
}

for (const [name, { decode, bytes }] of Object.entries(decoders)) {
  test(`a damaged ${name}, cut or random, is read or throws DecodeError`, (t) => {
    const random = seededRandom(91)
    let refused = 0
    const attempt = (damaged: Uint8Array): void => {
      try {
        decode(damaged)
      } catch (error) {
        t.true(DecodeError.is(error), String((error as Error).stack))
        refused++
      }
    }
    for (let length = 0; length < bytes.length; length++) attempt(bytes.subarray(0, length))
    t.true(refused > 0)
    for (let run = 0; run < 3000; run++) {
      const damaged = bytes.slice(0, run % 4 === 0 ? Math.floor(random() * bytes.length) : bytes.length)
      for (let i = 0; i <= run % 3; i++) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256)
      attempt(damaged)
    }
    t.log(`${refused} of ${3000 + bytes.length} refused`)
  })
}

test('what is out of order, of another version or out of range is refused with its reason', (t) => {
  const reason = (decode: () => unknown): string | undefined => t.throws(decode, { instanceOf: DecodeError })?.reason
  const offsets = [
    { offset: 6n, position: 10 },
    { offset: 6n, position: 90 },
  ]
  t.is(
    reason(() => decodeOffsetIndex(encodeOffsetIndex(offsets, 0n), 0n)),
    'malformed',
  )
  const positions = [
    { offset: 6n, position: 10 },
    { offset: 7n, position: 9 },
  ]
  t.is(
    reason(() => decodeOffsetIndex(encodeOffsetIndex(positions, 0n), 0n)),
    'malformed',
  )
  t.is(
    reason(() => decodeOffsetIndex(new Uint8Array(9), 0n)),
    'truncated',
  )
  t.is(
    reason(() => decodeOffsetIndex(Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 1), 0n)),
    'malformed',
  )
  const times = [
    { timestamp: 4, offset: 6n },
    { timestamp: 4, offset: 7n },
  ]
  t.is(
    reason(() => decodeTimeIndex(encodeTimeIndex(times, 0n), 0n)),
    'malformed',
  )
  const back = [
    { timestamp: 4, offset: 6n },
    { timestamp: 5, offset: 5n },
  ]
  t.is(
    reason(() => decodeTimeIndex(encodeTimeIndex(back, 0n), 0n)),
    'malformed',
  )
  const transaction = { producerId: 1n, firstOffset: 9n, lastOffset: 3n, lastStableOffset: 4n }
  t.is(
    reason(() => decodeTransactionIndex(encodeTransactionIndex([transaction]))),
    'malformed',
  )
  t.is(
    reason(() => decodeTransactionIndex(new Uint8Array(34).fill(1))),
    'unsupported',
  )
  t.is(
    reason(() => decodeProducerSnapshot(new Uint8Array(10))),
    'unsupported',
  )
  t.is(
    reason(() => decodeLeaderEpochCheckpoint(Buffer.from('1\n0\n'))),
    'unsupported',
  )
  t.is(
    reason(() => decodeLeaderEpochCheckpoint(Buffer.from('0\n2\n1 1\n'))),
    'truncated',
  )
  t.is(
    reason(() => decodeLeaderEpochCheckpoint(Buffer.from('0\n1\n-1 1\n'))),
    'malformed',
  )
  t.throws(() => encodeOffsetIndex([{ offset: 4n, position: 0 }], 5n), { instanceOf: EncodeError })
  t.throws(() => encodeTimeIndex([{ timestamp: 1, offset: 2n ** 31n }], 0n), { instanceOf: EncodeError })
})
