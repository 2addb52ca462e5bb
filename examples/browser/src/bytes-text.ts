import { decodeUtf8 } from '@odradek/bytes'

/** Whether bytes are shown as text where they are text, or as hex throughout. */
export type Display = 'auto' | 'hex'

/** Bytes made readable: what was chosen, and the text. */
export interface ShownBytes {
  readonly kind: 'text' | 'hex' | 'null' | 'empty'
  readonly text: string
  /** How many bytes are not in the text, it being cut. */
  readonly hiddenBytes: number
}

// Control characters other than tab and line ends are no text that somebody wrote.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/

/** Shows the first `limit` bytes of a key, value or header. */
export function showBytes(bytes: Uint8Array | null, display: Display, limit: number): ShownBytes {
  if (bytes === null) return { kind: 'null', text: 'null', hiddenBytes: 0 }
  if (bytes.length === 0) return { kind: 'empty', text: 'empty', hiddenBytes: 0 }
  const text = display === 'auto' ? textOf(bytes, limit) : undefined
  if (text !== undefined) return { kind: 'text', text, hiddenBytes: Math.max(0, bytes.length - limit) }
  const few = Math.ceil(limit / 3)
  return { kind: 'hex', text: hexOf(bytes.subarray(0, few)), hiddenBytes: Math.max(0, bytes.length - few) }
}

/** Hex in lower case, a blank after each `group` bytes. */
export function hexOf(bytes: Uint8Array, group = 4): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    if (i > 0 && i % group === 0) text += ' '
    text += bytes[i]!.toString(16).padStart(2, '0')
  }
  return text
}

function textOf(bytes: Uint8Array, limit: number): string | undefined {
  // Not within a character: a byte that goes on with one is 10xxxxxx.
  let end = Math.min(bytes.length, limit)
  while (end < bytes.length && end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  const text = decodeUtf8(bytes, 0, end)
  return UNPRINTABLE.test(text) ? undefined : text
}

/** A size in the unit that suits it, with the bytes where that is another. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const units = ['KiB', 'MiB', 'GiB']
  let value = bytes / 1024
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`
}

/** A count with its digits in groups. */
export function countText(count: number): string {
  return count.toLocaleString('en')
}

/** A timestamp as ISO 8601, or the number where no date is so far away. */
export function timeText(timestamp: number): string {
  if (timestamp === -1) return 'none'
  const date = new Date(timestamp)
  return Number.isNaN(date.getTime()) ? String(timestamp) : date.toISOString().replace('T', ' ')
}
