import { decodeUuid } from '@odradek/bytes'

/** A random UUID (RFC 9562, version 4) in Kafka's text form; like Kafka's, it never begins with a dash, which programs take for an option. */
export function randomUuid(random: () => number): string {
  for (;;) {
    const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256))
    bytes[6] = (bytes[6]! & 0x0f) | 0x40
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const text = decodeUuid(bytes)
    if (!text.startsWith('-')) return text
  }
}
