/** How a text stands for bytes. */
export type TextEncoding = 'hex' | 'base64'

/** The bytes of a text, and how it was read; or what is wrong with it, for the user. */
export type ParsedText = { readonly bytes: Uint8Array; readonly encoding: TextEncoding } | { readonly problem: string }

/** Reads hex (also as xxd prints it) or base64 (also for URLs). Blanks, 0x and separators are passed over. `auto` takes hex first. */
export function textToBytes(text: string, encoding: TextEncoding | 'auto'): ParsedText {
  if (text.trim() === '') return { problem: 'There is no text to read. Paste some, open a file, or try the sample.' }
  if (encoding === 'hex') return parseHex(text)
  if (encoding === 'base64') return parseBase64(text)
  const asHex = parseHex(text)
  if ('bytes' in asHex) return asHex
  // A text of nothing but hex digits is hex with a slip in it, though base64 could be made of it as well.
  if (/^[0-9a-fA-F\s]*$/.test(text)) return asHex
  const asBase64 = parseBase64(text)
  return 'bytes' in asBase64 ? asBase64 : { problem: 'This is neither hex nor base64.' + where(text) }
}

function parseHex(text: string): ParsedText {
  const digits = text
    .replace(/^[0-9a-fA-F]{4,16}:[ \t]+((?:[0-9a-fA-F]{2,8} ?)+)(?:[ \t].*)?$/gm, '$1')
    .replace(/0x/gi, '')
    .replace(/[\s:,\\"']|\\x/g, '')
  const stranger = /[^0-9a-fA-F]/.exec(digits)
  if (stranger !== null) return { problem: `This is not hex: it has ${JSON.stringify(stranger[0])} in it.` }
  if (digits.length % 2 === 1) return { problem: `This hex has ${digits.length} digits: one is missing or too many.` }
  const bytes = new Uint8Array(digits.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)
  return { bytes, encoding: 'hex' }
}

function parseBase64(text: string): ParsedText {
  const standard = text
    .replace(/[\s"']/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  try {
    const binary = atob(standard)
    return { bytes: Uint8Array.from(binary, (char) => char.charCodeAt(0)), encoding: 'base64' }
  } catch {
    return { problem: 'This is not base64.' + where(text) }
  }
}

function where(text: string): string {
  const stranger = /[^0-9a-zA-Z+/=_\-\s"':,]/u.exec(text)
  return stranger === null ? '' : ` ${JSON.stringify(stranger[0])} at character ${stranger.index + 1} is in neither.`
}
