import { DecodeError, EncodeError } from '@odradek/bytes'
import test from 'ava'

import { CompressionCodecs, defaultCodecs } from '../src/compression-codecs.ts'
import { COMPRESSION_TYPES, compressionTypeId, compressionTypeOfId } from '../src/compression-type.ts'
import { noneCodec } from '../src/none.ts'

const reversing = {
  type: 'snappy' as const,
  compress: (bytes: Uint8Array) => bytes.slice().reverse(),
  decompress: (bytes: Uint8Array) => bytes.slice().reverse(),
}

test('the ids of the compression types are those of the attributes of a batch', (t) => {
  t.deepEqual([...COMPRESSION_TYPES], ['none', 'gzip', 'snappy', 'lz4', 'zstd'])
  COMPRESSION_TYPES.forEach((type, id) => {
    t.is(compressionTypeId(type), id)
    t.is(compressionTypeOfId(id), type)
  })
  for (const id of [5, 6, 7, -1]) {
    t.is(t.throws(() => compressionTypeOfId(id), { instanceOf: DecodeError })?.reason, 'unsupported')
  }
})

test('a codec is found by its type and by its id', (t) => {
  t.is(defaultCodecs.get('gzip').type, 'gzip')
  t.is(defaultCodecs.getById(1), defaultCodecs.get('gzip'))
  t.is(defaultCodecs.get('none'), noneCodec)
})

test('a missing codec is named: an EncodeError for writing, a DecodeError for reading', (t) => {
  const codecs = new CompressionCodecs([noneCodec])
  t.throws(() => codecs.get('lz4'), { instanceOf: EncodeError, message: /lz4.*there are: none.*codecs\.with/ })
  const error = t.throws(() => codecs.getById(4, 21), { instanceOf: DecodeError, message: /zstd/ })
  t.is(error?.reason, 'unsupported')
  t.is(error?.offset, 21)
  t.is(t.throws(() => codecs.getById(7), { instanceOf: DecodeError })?.reason, 'unsupported')
})

test('a codec of the user is added, and the codecs it was added to stay as they were', (t) => {
  const few = new CompressionCodecs([noneCodec])
  const codecs = few.with(reversing)
  t.is(codecs.get('snappy'), reversing)
  t.is(codecs.getById(2), reversing)
  t.deepEqual(few.types, ['none'])
  const own = { ...reversing, type: 'gzip' as const }
  t.is(defaultCodecs.with(own).get('gzip'), own)
})

test('none gives back the bytes it was given, within the limit', (t) => {
  const bytes = Uint8Array.of(1, 2, 3)
  t.is(noneCodec.compress(bytes), bytes)
  t.is(noneCodec.decompress(bytes, 3), bytes)
  t.is(t.throws(() => noneCodec.decompress(bytes, 2), { instanceOf: DecodeError })?.reason, 'too-large')
})
