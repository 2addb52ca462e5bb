import { DecodeError } from '@odradek/bytes'
import type { ExecutionContext } from 'ava'

import type { CompressionCodec } from '../../src/compression-codec.ts'

/** Whether two pieces hold the same bytes: for large ones much faster than deepEqual. */
export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Asserts that a codec refuses bytes with a DecodeError of the reason given. */
export function refuses(
  t: ExecutionContext,
  codec: CompressionCodec,
  bytes: Uint8Array,
  reason: string,
  maxSize = 1 << 20,
): void {
  const error = t.throws(() => codec.decompress(bytes, maxSize), { instanceOf: DecodeError })
  t.is(error?.reason, reason as never, error?.message)
}
