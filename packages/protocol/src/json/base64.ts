// Base64 (RFC 4648, with padding) for every runtime.
import { EncodeError } from '@odradek/bytes'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The base64 text of bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const triple = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += alphabet[triple >> 18]! + alphabet[(triple >> 12) & 63]!
    text += left > 1 ? alphabet[(triple >> 6) & 63]! : '='
    text += left > 2 ? alphabet[triple & 63]! : '='
  }
  return text
}

/** The bytes of a base64 text. Throws EncodeError, naming the field, where it is not one. */
export function decodeBase64(text: string, field: string): Uint8Array {
  if (!form.test(text)) throw new EncodeError(`${field} must be base64 with padding`)
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    let bits = 0
    for (let j = 0; j < 4; j++) bits = (bits << 6) | Math.max(0, alphabet.indexOf(text[i + j]!))
    // Writes past the end, where the padding stands, do nothing.
    bytes[at++] = bits >> 16
    bytes[at++] = bits >> 8
    bytes[at++] = bits
  }
  return bytes
}
