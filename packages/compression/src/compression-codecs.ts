import { DecodeError, EncodeError } from '@odradek/bytes'
import { gzipCodec } from '#gzip'
import { zstdCodec } from '#zstd'

import type { CompressionCodec } from './compression-codec.ts'
import { type CompressionType, compressionTypeOfId } from './compression-type.ts'
import { lz4Codec } from './lz4.ts'
import { noneCodec } from './none.ts'
import { snappyCodec } from './snappy.ts'

/** The codecs at hand, by compression type: an immutable lookup, to which `with` adds. */
export class CompressionCodecs {
  readonly #codecs: ReadonlyMap<CompressionType, CompressionCodec>

  /** Of two codecs with the same type the later one holds. */
  constructor(codecs: Iterable<CompressionCodec>) {
    this.#codecs = new Map(Array.from(codecs, (codec) => [codec.type, codec]))
  }

  /** The compression types that can be read and written. */
  get types(): CompressionType[] {
    return [...this.#codecs.keys()]
  }

  /** The codec to write a compression type with. Throws EncodeError where there is none, saying how to add it. */
  get(type: CompressionType): CompressionCodec {
    const codec = this.#codecs.get(type)
    if (codec === undefined) throw new EncodeError(this.#missing(type))
    return codec
  }

  /**
   * The codec to read a batch with, by the id in its attributes; `offset` is where that stands, for the error.
   * Throws DecodeError with reason `unsupported` where Kafka has no such id or there is no codec for it.
   */
  getById(id: number, offset = 0): CompressionCodec {
    const type = compressionTypeOfId(id, offset)
    const codec = this.#codecs.get(type)
    if (codec === undefined) throw new DecodeError('unsupported', this.#missing(type), offset)
    return codec
  }

  /** These codecs and one more, which takes the place of one of the same type. */
  with(codec: CompressionCodec): CompressionCodecs {
    return new CompressionCodecs([...this.#codecs.values(), codec])
  }

  #missing(type: CompressionType): string {
    return `no codec for compression type ${type} (there are: ${this.types.join(', ')}): add one with codecs.with(codec)`
  }
}

/** The codecs that come with this package. */
export const defaultCodecs: CompressionCodecs = new CompressionCodecs([
  noneCodec,
  gzipCodec,
  snappyCodec,
  lz4Codec,
  zstdCodec,
])
