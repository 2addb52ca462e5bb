// Base64 (RFC 4648), with padding as SCRAM has it; decoding also takes the alphabet of URLs and does without padding, as JOSE has it.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]))
const FORM = /^[A-Za-z0-9+/]*={0,2}$/

/** Bytes as text. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first, second, third] = [bytes[at]!, bytes[at + 1], bytes[at + 2]]
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    text += ALPHABET[word >>> 18]! + ALPHABET[(word >>> 12) & 63]!
    text += second === undefined ? '=' : ALPHABET[(word >>> 6) & 63]!
    text += third === undefined ? '=' : ALPHABET[word & 63]!
  }
  return text
}

/** The bytes of a text; undefined where it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  const letters = standard.replace(/=+$/, '')
  const isPadded = letters.length < standard.length
  if (!FORM.test(standard) || letters.length % 4 === 1 || (isPadded && standard.length % 4 !== 0)) return undefined
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let word = 0
  let bits = 0
  let at = 0
  for (const letter of letters) {
    word = ((word << 6) | VALUES.get(letter)!) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (word >>> bits) & 0xff
  }
  return bytes
}
