import { decodeKafka07MessageSet, type Kafka07Message } from '@odradek/records'

import type { BatchSource, Mark, OpenBatch, Place, ShownRecord } from './batch-source.ts'

interface MessagePlace extends Place {
  readonly message: Kafka07Message
}

/** The message sets of Kafka 0.7, whose magics 0 and 1 are not those of later versions. */
export function kafka07Source(bytes: Uint8Array): BatchSource {
  return {
    bytes,
    *places(): Generator<MessagePlace> {
      const set = decodeKafka07MessageSet(bytes)
      for (const message of set) yield { position: message.position, sizeInBytes: sizeOf(message), message }
    },
    open: (place) => openMessage(bytes, (place as MessagePlace).message),
  }
}

function sizeOf(message: Kafka07Message): number {
  const LENGTH_FIELD = 4
  return LENGTH_FIELD + message.length
}

function openMessage(bytes: Uint8Array, message: Kafka07Message): OpenBatch {
  const { position, magic, attributes, compressionType, crc } = message
  const marks: Mark[] = [{ text: `Kafka 0.7, magic ${magic}`, tone: 'plain' }]
  if (compressionType !== 'none') marks.push({ text: compressionType, tone: 'codec' })
  return {
    marks: () => marks,
    facts: () => [
      ['Position', `byte ${position}`],
      ['Size', `${sizeOf(message)} bytes`],
      ['Magic', String(magic)],
      ['Attributes', magic === 0 ? 'none' : `0x${attributes.toString(16).padStart(2, '0')}`],
      ['Compression', compressionType],
      ['Payload', `${message.payload.length} bytes`],
    ],
    crc,
    // Walking the set has checked it: a message that fails ends the walk.
    ensureValid: () => undefined,
    records: () => recordsOf(bytes.subarray(position, position + sizeOf(message))),
  }
}

function* recordsOf(bytes: Uint8Array): Generator<ShownRecord> {
  for (const value of decodeKafka07MessageSet(bytes).payloads()) {
    yield { offset: undefined, timestamp: undefined, key: undefined, value, headers: [] }
  }
}
