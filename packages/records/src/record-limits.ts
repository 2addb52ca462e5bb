/** Bounds on what reading a batch may take. */
export interface RecordLimits {
  /** The most bytes that a batch may expand to. Default `DEFAULT_MAX_DECOMPRESSED_SIZE`. */
  maxDecompressedSize?: number
}

/**
 * 128 MiB. Kafka has no such bound, and gzip can turn 1 MiB into 1 GiB. Batches are filled to `batch.size` (16 KiB) and at most
 * `max.request.size` (1 MiB) before compression by default; even the 50 MiB of `fetch.max.bytes` fits twice.
 */
export const DEFAULT_MAX_DECOMPRESSED_SIZE = 128 * 1024 * 1024
