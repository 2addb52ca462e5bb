/** As many keys as fit into Kafka's `log.cleaner.dedupe.buffer.size` of 128 MiB, 24 bytes each, filled to nine tenths. */
const MAX_KEYS = Math.floor((134_217_728 / 24) * 0.9)

/** The last offset of each key in the part of a log that is to be compacted. */
export class OffsetMap {
  /** Up to here, inclusively, the log has been looked at. */
  latestOffset = -1
  readonly #offsets = new Map<string, number>()
  readonly #maxKeys: number

  constructor(maxKeys = MAX_KEYS) {
    this.#maxKeys = maxKeys
  }

  get isFull(): boolean {
    return this.#offsets.size >= this.#maxKeys
  }

  set(key: Uint8Array, offset: number): void {
    this.#offsets.set(textOf(key), offset)
  }

  /** -1 for a key that is not there. */
  get(key: Uint8Array): number {
    return this.#offsets.get(textOf(key)) ?? -1
  }
}

const CHUNK = 4096

/** A text that no other bytes have, one character for each byte. */
function textOf(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK) return String.fromCharCode(...bytes)
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return text
}
