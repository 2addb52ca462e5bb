// As much of DER (X.690) as PKCS12 stores need.

/** One value: its tag, and what is in it. */
export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
}

/** The tags that occur. */
export const DerTag = {
  INTEGER: 0x02,
  OCTET_STRING: 0x04,
  OID: 0x06,
  SEQUENCE: 0x30,
  CONTEXT_0: 0xa0,
  IMPLICIT_0: 0x80,
} as const

/** The values that follow each other in these bytes. Throws RangeError where they are not DER. */
export function derValues(bytes: Uint8Array): DerValue[] {
  const values: DerValue[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = bytes[at]!
    let length = bytes[at + 1] ?? -1
    at += 2
    if (length > 0x84 || length < 0 || length === 0x80) throw new RangeError('not DER: a length that is not definite')
    if (length > 0x80) {
      const octets = bytes.subarray(at, at + (length & 0x7f))
      at += octets.length
      length = octets.reduce((sum, octet) => sum * 256 + octet, 0)
    }
    if (at + length > bytes.length) throw new RangeError('not DER: it ends too early')
    values.push({ tag, content: bytes.subarray(at, at + length) })
    at += length
  }
  return values
}

/** The members of a value that must have this tag. */
export function derMembers(value: DerValue | undefined, tag: number = DerTag.SEQUENCE): DerValue[] {
  return derValues(derContent(value, tag))
}

/** The bytes of a value that must have this tag. */
export function derContent(value: DerValue | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag) throw new RangeError('not DER of the expected form')
  return value.content
}

/** An object identifier as people write it. */
export function derOid(value: DerValue | undefined): string {
  const parts: number[] = []
  let part = 0
  for (const octet of derContent(value, DerTag.OID)) {
    part = part * 128 + (octet & 0x7f)
    if ((octet & 0x80) !== 0) continue
    parts.push(part)
    part = 0
  }
  const first = parts.shift() ?? 0
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...parts].join('.')
}

/** A small integer. */
export function derInteger(value: DerValue | undefined): number {
  return derContent(value, DerTag.INTEGER).reduce((sum, octet) => sum * 256 + octet, 0)
}
