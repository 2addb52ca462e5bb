import { ByteWriter } from '@odradek/bytes'
import type { MessageCodec, MessageInput } from './message-codec.ts'

/** Encodes one message without a header. Throws EncodeError where the version cannot carry it. */
export function encodeMessage<T>(codec: MessageCodec<T>, message: MessageInput<T>, version: number): Uint8Array {
  const writer = new ByteWriter()
  codec.encode(writer, message, version)
  return writer.bytes()
}
