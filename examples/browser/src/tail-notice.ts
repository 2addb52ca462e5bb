import type { DecodeError } from '@odradek/bytes'

import { hexOf, sizeText } from './bytes-text.ts'
import { element } from './dom.ts'

const SHOWN = 64

/** Says why reading ended before the bytes did, with the bytes from there on; null where it did not. */
export function tailNotice(bytes: Uint8Array, end: number, error: DecodeError | undefined): HTMLElement | null {
  const left = bytes.length - end
  if (error === undefined && left === 0) return null
  const tail = bytes.subarray(end)
  const size = `${sizeText(left)} from byte ${end} on`
  const isZero = tail.every((byte) => byte === 0)
  const [tone, text] = isZero
    ? ['', `The rest, ${size}, is zero: a broker sets room aside in the segment that it writes to.`]
    : error === undefined
      ? [
          'warn',
          `The rest, ${size}, is the beginning of a batch that is cut off. Fetch responses may end so, and segments after a crash.`,
        ]
      : ['bad', `Reading ended at byte ${end}: ${error.message}. ${sizeText(left)} are left unread.`]
  return element(
    'div',
    { class: `notice ${tone}` },
    element('p', {}, text),
    isZero ? null : element('pre', {}, dump(tail, end)),
  )
}

function dump(tail: Uint8Array, position: number): string {
  const lines: string[] = []
  for (let at = 0; at < Math.min(tail.length, SHOWN); at += 16) {
    const row = tail.subarray(at, Math.min(at + 16, SHOWN))
    const text = Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
    lines.push(`${String(position + at).padStart(8)}  ${hexOf(row, 1).padEnd(47)}  ${text}`)
  }
  return lines.join('\n')
}
