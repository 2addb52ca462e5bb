// As much of Buffer as the corpus's checks use, on plain Uint8Arrays: bytes from hex, base64 and UTF-8, and back.

type Encoding = 'hex' | 'base64' | 'utf8'

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function fromText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf8') return new TextEncoder().encode(text)
  if (encoding === 'base64') return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16))
}

function toText(bytes: Uint8Array, encoding: Encoding = 'utf8'): string {
  if (encoding === 'utf8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (encoding === 'hex') return Array.from(bytes, (byte) => HEX[byte]).join('')
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Stands in for Node's Buffer within the bundled vectors alone; there is no global of that name because of it. */
export const Buffer = {
  from(source: string | ArrayLike<number>, encoding: Encoding = 'utf8') {
    const bytes = typeof source === 'string' ? fromText(source, encoding) : Uint8Array.from(source)
    Object.defineProperty(bytes, 'toString', { value: (to?: Encoding) => toText(bytes, to) })
    return bytes
  },
}
