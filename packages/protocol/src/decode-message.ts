import { ByteReader, DecodeError } from '@odradek/bytes'
import type { MessageCodec } from './message-codec.ts'

/** Decodes bytes that hold one message and nothing else. Throws DecodeError where they do not. */
export function decodeMessage<T>(codec: MessageCodec<T>, bytes: Uint8Array, version: number): T {
  const reader = new ByteReader(bytes)
  const message = codec.decode(reader, version)
  checkEnd(reader, codec.name, version)
  return message
}

/** Throws DecodeError where bytes are left after a message: its version was most likely another. */
export function checkEnd(reader: ByteReader, message: string, version: number): void {
  if (reader.remaining === 0) return
  throw new DecodeError(
    'malformed',
    `${reader.remaining} bytes are left after ${message} version ${version}`,
    reader.offset,
  )
}
