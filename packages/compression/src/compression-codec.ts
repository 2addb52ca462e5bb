import type { CompressionType } from './compression-type.ts'

/** Compresses and decompresses the records section of a batch. Both ways are synchronous. */
export interface CompressionCodec {
  readonly type: CompressionType
  /**
   * Compresses bytes. `level` means what Kafka's `compression.<type>.level` means; left out, it is Kafka's default.
   * Throws EncodeError where the codec has no such level.
   */
  compress(bytes: Uint8Array, level?: number): Uint8Array
  /**
   * Undoes `compress`. Throws DecodeError with reason `too-large` as soon as more than `maxSize` bytes would come out, and
   * with reason `malformed` where the bytes are not what the codec writes.
   */
  decompress(bytes: Uint8Array, maxSize: number): Uint8Array
}
