import { DecodeError } from './decode-error.ts'
import { EncodeError } from './encode-error.ts'

// UUIDs as Kafka prints them: 16 bytes in 22 characters of unpadded base64url (org.apache.kafka.common.Uuid).

/** The zero UUID, which Kafka takes for "none". */
export const ZERO_UUID = 'AAAAAAAAAAAAAAAAAAAAAA'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const sextets = new Int8Array(128).fill(-1)
for (let i = 0; i < 64; i++) sextets[alphabet.charCodeAt(i)] = i

/** Turns 16 bytes at `offset` into Kafka's text form. Throws DecodeError where fewer than 16 are left. */
export function decodeUuid(bytes: Uint8Array, offset = 0): string {
  if (offset + 16 > bytes.length) throw new DecodeError('truncated', 'a UUID needs 16 bytes', offset)
  let text = ''
  for (let i = 0; i < 15; i += 3) {
    const triple = (bytes[offset + i]! << 16) | (bytes[offset + i + 1]! << 8) | bytes[offset + i + 2]!
    text +=
      alphabet[triple >> 18]! + alphabet[(triple >> 12) & 63]! + alphabet[(triple >> 6) & 63]! + alphabet[triple & 63]!
  }
  const last = bytes[offset + 15]!
  return text + alphabet[last >> 2]! + alphabet[(last & 3) << 4]!
}

/** Writes the 16 bytes of a UUID given in Kafka's text form. Throws EncodeError where the text is not one. */
export function encodeUuid(uuid: string, target: Uint8Array, offset = 0): void {
  if (uuid.length !== 22) throw notAUuid(uuid)
  let bits = 0
  let held = 0
  let position = offset
  for (let i = 0; i < 22; i++) {
    const code = uuid.charCodeAt(i)
    const sextet = code < 128 ? sextets[code]! : -1
    if (sextet < 0) throw notAUuid(uuid)
    bits = ((bits << 6) | sextet) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      target[position++] = (bits >> held) & 0xff
    }
  }
}

function notAUuid(text: string): EncodeError {
  return new EncodeError(
    `"${text.slice(0, 40)}" is not a UUID: 22 characters of base64url are needed, such as ${ZERO_UUID}`,
  )
}
