// A transport whose streams bring something else than what was sent: brokers that answer what they please.
import type { ByteStream, StreamEvents, Transport } from '@odradek/network'
import { InvariantError, KafkaError } from '@odradek/protocol'

/** What a broker's bytes become. */
export type Mangle = (bytes: Uint8Array, random: () => number) => Uint8Array

const SIZE_AND_ID = 8
const LARGEST = [0x7f, 0xff, 0xff, 0xff]

/** What a broker's bytes become. Sizes and correlation ids stay in most, so that what is behind them is decoded. */
export const manglers: Readonly<Record<string, Mangle>> = {
  'a bit here and there is another': (bytes, random) => {
    const mangled = bytes.slice()
    const flips = 1 + Math.floor(random() * 3)
    for (let i = 0; i < flips; i++) mangled[at(mangled, random)]! ^= 1 << Math.floor(random() * 8)
    return mangled
  },
  'numbers are as large as can be': (bytes, random) => {
    const mangled = bytes.slice()
    mangled.set(
      LARGEST.slice(0, mangled.length - at(mangled, random)),
      Math.min(at(mangled, random), mangled.length - 4),
    )
    return mangled
  },
  'numbers are negative': (bytes, random) => {
    const mangled = bytes.slice()
    const from = at(mangled, random)
    mangled.fill(0xff, from, Math.min(mangled.length, from + 4))
    return mangled
  },
  'bytes are random': (bytes, random) => {
    const mangled = bytes.slice()
    for (let i = Math.min(SIZE_AND_ID, mangled.length); i < mangled.length; i++) mangled[i] = Math.floor(random() * 256)
    return mangled
  },
  'all is random, sizes too': (bytes, random) => bytes.map(() => Math.floor(random() * 256)),
  'the end is missing': (bytes, random) => bytes.slice(0, Math.floor(random() * bytes.length)),
  'it says it is 2 GB': (bytes) => new Uint8Array([...LARGEST, ...bytes.subarray(4)]),
}

/** A place behind the size and the correlation id. */
function at(bytes: Uint8Array, random: () => number): number {
  const first = Math.min(SIZE_AND_ID, bytes.length - 1)
  return first + Math.floor(random() * (bytes.length - first))
}

/** A transport whose streams bring, with this probability, something else than what was sent. */
export function manglingTransport(
  inner: Transport,
  mangle: Mangle,
  probability: number,
  random: () => number,
): Transport {
  return {
    connect(address, events): ByteStream {
      const mangling: StreamEvents = {
        ...(events.onOpen && { onOpen: () => events.onOpen!() }),
        ...(events.onDrain && { onDrain: () => events.onDrain!() }),
        onData: (bytes) => events.onData(bytes.length > 0 && random() < probability ? mangle(bytes, random) : bytes),
        onClose: (error) => events.onClose(error),
      }
      return inner.connect(address, mangling)
    },
    listen: (address, onStream) => inner.listen(address, onStream),
  }
}

/** An error that hostile bytes may lead to. */
export function checkError(t: { true(value: boolean, text: string): void }, error: unknown, seed: number): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  t.true(KafkaError.is(error) || (error as Error).name === 'CorruptRecordError', `seed ${seed}: ${text}`)
  // An invariant that an answer can break is a defect of ours.
  t.true(!InvariantError.is(error), `seed ${seed}: ${text}`)
}
