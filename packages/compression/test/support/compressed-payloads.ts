// Finds the compressed payloads in what a broker stores, and the values in what they expand to, with no code of ours but this.

/** A compressed payload: where it came from, its compression type id, and the magic of its batch. */
export interface CompressedPayload {
  magic: number
  typeId: number
  bytes: Uint8Array
}

const HEADER_V2 = 61

/** The compressed payloads in a sequence of record batches and messages. */
export function compressedPayloads(bytes: Uint8Array): CompressedPayload[] {
  const payloads: CompressedPayload[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 17 < bytes.length;) {
    const end = at + 12 + view.getInt32(at + 8)
    if (end > bytes.length) break
    const magic = bytes[at + 16]!
    const attributes = magic === 2 ? view.getInt16(at + 21) : bytes[at + 17]!
    const typeId = attributes & 7
    if (typeId !== 0) {
      // A wrapper message has a key, null as a rule, and the payload as its value.
      const keyAt = at + (magic === 0 ? 18 : 26)
      const start = magic === 2 ? at + HEADER_V2 : keyAt + 8 + Math.max(0, view.getInt32(keyAt))
      payloads.push({ magic, typeId, bytes: bytes.subarray(start, end) })
    }
    at = end
  }
  return payloads
}

/** The values of the records that a payload expanded to, in their order. */
export function valuesIn(magic: number, expanded: Uint8Array): (Uint8Array | null)[] {
  return magic === 2 ? valuesOfRecords(expanded) : valuesOfMessages(expanded)
}

function valuesOfMessages(bytes: Uint8Array): (Uint8Array | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values: (Uint8Array | null)[] = []
  for (let at = 0; at < bytes.length; at += 12 + view.getInt32(at + 8)) {
    const keyAt = at + (bytes[at + 16] === 0 ? 18 : 26)
    const valueAt = keyAt + 4 + Math.max(0, view.getInt32(keyAt))
    const length = view.getInt32(valueAt)
    values.push(length < 0 ? null : bytes.subarray(valueAt + 4, valueAt + 4 + length))
  }
  return values
}

function valuesOfRecords(bytes: Uint8Array): (Uint8Array | null)[] {
  const values: (Uint8Array | null)[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++]!
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2
    }
  }
  while (at < bytes.length) {
    const length = varint()
    const end = at + length
    at++
    varint()
    varint()
    const keyLength = varint()
    at += Math.max(0, keyLength)
    const valueLength = varint()
    values.push(valueLength < 0 ? null : bytes.subarray(at, at + valueLength))
    at = end
  }
  return values
}
