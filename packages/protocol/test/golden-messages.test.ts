import test from 'ava'
import { isDeepStrictEqual } from 'node:util'
import { ByteReader, ByteWriter } from '@odradek/bytes'
import { messageFromJson, messageToJson } from '@odradek/protocol/json'
import { allMessages } from '@odradek/protocol/all-messages'
import { decodeMessage } from '../src/decode-message.ts'
import { encodeMessage } from '../src/encode-message.ts'
import { codecOf, fromHex, goldenMessages, lineName, toHex, type GoldenMessage } from './support/golden-messages.ts'

/** What is wrong with one line, both ways; undefined where nothing is. */
function fault(line: GoldenMessage): string | undefined {
  const codec = codecOf(line.name)
  const decoded = decodeMessage(codec, fromHex(line.hex), line.version)
  const fromJson = messageFromJson(codec, line.json, line.version)
  if (!isDeepStrictEqual(decoded, fromJson)) return 'the decoded bytes are not what the JSON says'
  if (!isDeepStrictEqual(messageToJson(codec, decoded as object, line.version), line.json)) return 'JSON differs'
  if (toHex(encodeMessage(codec, decoded as object, line.version)) !== line.hex)
    return 'encoding what was decoded differs'
  // A writer that has to grow all the time: positions taken before a growth must hold after it.
  const growing = new ByteWriter(1)
  codec.encode(growing, fromJson as object, line.version)
  if (toHex(growing.bytes()) !== line.hex) return 'encoding the JSON differs'
  if (codec.apiKey !== line.apiKey || codec.type !== line.type) return 'API key or type differ'
  if (line.flexible !== line.version >= (codec.flexibleFrom ?? Infinity)) return 'the flexible versions differ'
  return undefined
}

const wholeCorpus = test.macro((t, folder: 'messages' | 'messages-legacy', count: number) => {
  const lines = goldenMessages(folder)
  const faults = lines.flatMap((line) => {
    const found = fault(line)
    return found === undefined ? [] : [`${lineName(line)}: ${found}`]
  })
  t.deepEqual(faults, [])
  t.is(lines.length, count)
  t.log(`${lines.length} messages of ${folder}/ decoded and encoded to the bytes of Kafka's Java classes`)
})

test("every message of Kafka 4.3 decodes to Kafka's JSON and encodes to Kafka's bytes", wholeCorpus, 'messages', 3640)
test('every message version that Kafka 4 removed does too', wholeCorpus, 'messages-legacy', 595)

test('a stored message, behind its version or key, is read from where its body begins', (t) => {
  const lines = goldenMessages('messages').filter((line) => line.prefixedHex !== undefined)
  for (const line of lines) {
    const codec = codecOf(line.name)
    const reader = new ByteReader(fromHex(line.prefixedHex!))
    const prefix = reader.readInt16()
    t.is(prefix as number | undefined, line.type === 'coordinator-key' ? codec.apiKey : line.version, lineName(line))
    const writer = new ByteWriter(1)
    writer.writeInt16(prefix)
    codec.encode(writer, codec.decode(reader, line.version) as object, line.version)
    t.is(toHex(writer.bytes()), line.prefixedHex!, lineName(line))
    t.is(reader.remaining, 0)
  }
  t.true(lines.length > 100, `${lines.length} lines`)
})

test('every message has lines in the corpus', (t) => {
  const named = new Set([...goldenMessages('messages'), ...goldenMessages('messages-legacy')].map(({ name }) => name))
  t.deepEqual(
    allMessages.map(({ name }) => name).filter((name) => !named.has(name)),
    [],
  )
  t.is(allMessages.length, 280)
})
