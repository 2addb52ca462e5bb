// The message lines of the golden corpus, with the codec of each.
import { readdirSync } from 'node:fs'
import { allMessages } from '@odradek/protocol/all-messages'
import type { JsonObject } from '@odradek/protocol/json'
import { goldenPath, readGolden } from '@odradek/test-kit'
import type { MessageCodec } from '../../src/message-codec.ts'

/** A line of messages/ or messages-legacy/. */
export interface GoldenMessage {
  readonly name: string
  readonly apiKey?: number
  readonly type: string
  readonly version: number
  readonly flexible: boolean
  readonly case: string
  readonly json: JsonObject
  readonly hex: string
  readonly prefixedHex?: string
}

const codecs = new Map(allMessages.map((codec) => [codec.name, codec]))

/** The codec of a message by its name. */
export function codecOf(name: string): MessageCodec<unknown> {
  const codec = codecs.get(name)
  if (!codec) throw new Error(`there is no codec of ${name}`)
  return codec
}

/** Every line below a folder of the corpus. */
export function goldenMessages(folder: 'messages' | 'messages-legacy'): GoldenMessage[] {
  const names = readdirSync(goldenPath(folder)).map((name) => name.replace(/\.gz$/, ''))
  return names.flatMap((name) => readGolden<GoldenMessage>(`${folder}/${name}`))
}

/** Bytes of their hexadecimal form, in memory of their own. */
export function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

/** The hexadecimal form of bytes. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** A line's name for failure lists. */
export function lineName({ name, version, case: kind }: GoldenMessage): string {
  return `${name} ${version} ${kind}`
}
