// A member of a group that writes down each record before it asks for the next one: what is in the file was handled, even when the process
// is killed. Its events go to a file beside. In a process of its own, so that its memory is the consumer's.
import { appendFileSync, openSync, writeSync } from 'node:fs'

import { Consumer, type ConsumerOptions } from '@odradek/consumer'

/** What it is to do. */
export interface NumberedConsumerSettings {
  readonly options: ConsumerOptions
  /** How many records a second it handles at most; 0: as many as come. */
  readonly perSecond: number
  /** Where entries of `ENTRY_SIZE` bytes go: number, partition, offset and time, 32 bits each. */
  readonly file: string
  /** What the times count from, in milliseconds since 1970. */
  readonly epochMs: number
}

/** How far it is; the last one says that it has closed. */
export interface NumberedConsumerMessage {
  readonly type: 'progress' | 'closed'
  readonly handled: number
  readonly assigned: number
  readonly peakRssMiB: number
  /** Why the loop ended, where it ended by an error. */
  readonly error?: string
}

/** Bytes of an entry of the file. */
const ENTRY_SIZE = 16

const { options, perSecond, file, epochMs } = JSON.parse(process.argv[2]!) as NumberedConsumerSettings
const consumer = new Consumer({
  ...options,
  onEvent(event) {
    const text = JSON.stringify(event, (_key, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value instanceof Error ? value.message : value,
    )
    appendFileSync(`${file}.events`, `${Date.now() - epochMs} ${text}\n`)
  },
})
const handle = openSync(file, 'a')
const entry = Buffer.alloc(ENTRY_SIZE)
let [handled, peakRss] = [0, 0]
let error: string | undefined

function say(type: NumberedConsumerMessage['type']): void {
  peakRss = Math.max(peakRss, process.memoryUsage.rss())
  const peakRssMiB = Math.round(peakRss / 1048576)
  const assigned = consumer.assignment().length
  process.send!({ type, handled, assigned, peakRssMiB, ...(error === undefined ? {} : { error }) })
}

/** The number that a value begins with. */
function numberOf(value: Uint8Array): number {
  let number = 0
  for (let i = 0; value[i] !== 32; i++) number = number * 10 + value[i]! - 48
  return number
}

const timer = setInterval(() => say('progress'), 100)
process.on('disconnect', () => process.exit())
process.on('message', () => void consumer.close())

const startedMs = Date.now()
try {
  for await (const { value, partition, offset } of consumer) {
    entry.writeInt32LE(numberOf(value!), 0)
    entry.writeInt32LE(partition, 4)
    entry.writeInt32LE(Number(offset), 8)
    entry.writeInt32LE(Date.now() - epochMs, 12)
    writeSync(handle, entry)
    handled++
    while (perSecond > 0 && handled >= ((Date.now() - startedMs) / 1000) * perSecond)
      await new Promise((resolve) => setTimeout(resolve, 5))
  }
} catch (cause) {
  error = String(cause)
}
await consumer.close()
clearInterval(timer)
say('closed')
process.disconnect()
