// Sends numbered records, in order, and writes down what became of each. In a process of its own, so that its memory is the producer's.
import { writeFileSync } from 'node:fs'

import { Producer, type ProducerOptions, SendBatchError, type SendBatchResult } from '@odradek/producer'

/** What it is to do. */
export interface NumberedProducerSettings {
  readonly options: ProducerOptions
  readonly topic: string
  readonly records: number
  /** How many records a second; 0: as many as it takes. */
  readonly perSecond: number
  /** How many records may be unsettled; beyond that it awaits. */
  readonly maxUnsettled: number
  /** `send()`, or `sendBatch()` of this many. */
  readonly recordsPerCall: number
  /** Where the outcomes go: see outcomes.ts. */
  readonly file: string
}

/** How far it is; the last one says that it is done. */
export interface NumberedProducerMessage {
  readonly type: 'progress' | 'done'
  readonly sent: number
  readonly acked: number
  readonly failed: number
  readonly peakRssMiB: number
  /** When something was last acknowledged, in milliseconds since 1970; 0: never. */
  readonly lastAckMs: number
  /** The longest time without an acknowledgement while some were awaited, in milliseconds. */
  readonly longestGapMs: number
  /** The errors of records that failed, and how many had each. */
  readonly errors: Readonly<Record<string, number>>
}

/** Bytes of each record's value. */
const VALUE_SIZE = 100
const KEYS = 1000
const FAILED = -2

const settings = JSON.parse(process.argv[2]!) as NumberedProducerSettings
const { topic, records, perSecond, maxUnsettled, recordsPerCall, file } = settings
const producer = new Producer(settings.options)
const partitions = new Int8Array(records).fill(-1)
const offsets = new Int32Array(records).fill(-1)
const errors: Record<string, number> = {}
let [sent, acked, failed, lastAckMs, longestGapMs, peakRss, waitsSinceMs] = [0, 0, 0, 0, 0, 0, 0]
let onRoom: (() => void) | undefined
let onAllSettled: (() => void) | undefined

const record = (n: number) => ({ key: `k${n % KEYS}`, value: `${n} `.padEnd(VALUE_SIZE, 'x') })

function noteAcked(n: number, partition: number, offset: number): void {
  partitions[n] = partition
  offsets[n] = offset
  acked++
}

function noteFailed(n: number, error: Error): void {
  partitions[n] = FAILED
  const text = `${error.name}: ${error.message.replace(/\d+/g, '#')}`
  errors[text] = (errors[text] ?? 0) + 1
  failed++
}

function settled(isAck: boolean): void {
  const nowMs = Date.now()
  if (isAck) {
    longestGapMs = Math.max(longestGapMs, nowMs - Math.max(lastAckMs, waitsSinceMs))
    lastAckMs = nowMs
  }
  if (acked + failed === sent) {
    waitsSinceMs = Infinity
    onAllSettled?.()
  }
  if (sent - acked - failed < maxUnsettled) {
    onRoom?.()
    onRoom = undefined
  }
}

function sendOne(n: number): void {
  producer.send({ topic, ...record(n) }).then(
    ({ partition, offset }) => {
      noteAcked(n, partition, Number(offset))
      settled(true)
    },
    (error: Error) => {
      noteFailed(n, error)
      settled(false)
    },
  )
}

/** A function of its own: one that awaits would keep the records until they have settled, and their memory would be counted as the producer's. */
function sendRecords(first: number, count: number): Promise<SendBatchResult> {
  return producer.sendBatch(
    topic,
    Array.from({ length: count }, (_, i) => record(first + i)),
  )
}

async function sendMany(first: number, count: number): Promise<void> {
  let results
  try {
    results = await sendRecords(first, count)
  } catch (error) {
    if (!SendBatchError.is(error)) throw error
    results = error.results
    for (const [i, failure] of error.failures) noteFailed(first + i, failure)
  }
  let i = 0
  for (const metadata of results) {
    if (metadata !== undefined) noteAcked(first + i, metadata.partition, Number(metadata.offset))
    i++
  }
  settled(results.at(0) !== undefined)
}

function say(type: NumberedProducerMessage['type']): void {
  peakRss = Math.max(peakRss, process.memoryUsage.rss())
  const peakRssMiB = Math.round(peakRss / 1048576)
  const pendingGapMs = waitsSinceMs === Infinity || sent === 0 ? 0 : Date.now() - Math.max(lastAckMs, waitsSinceMs)
  longestGapMs = Math.max(longestGapMs, pendingGapMs)
  process.send!({
    type,
    sent,
    acked,
    failed,
    peakRssMiB,
    lastAckMs,
    longestGapMs,
    errors,
  } satisfies NumberedProducerMessage)
}

const timer = setInterval(() => say('progress'), 100)
process.on('disconnect', () => process.exit())

const startedMs = Date.now()
waitsSinceMs = startedMs
while (sent < records) {
  const due = perSecond === 0 ? records : Math.floor(((Date.now() - startedMs) / 1000) * perSecond)
  if (sent >= due) await new Promise((resolve) => setTimeout(resolve, 5))
  for (let step = 0; sent < Math.min(due, records) && step < 1000; step += recordsPerCall) {
    if (sent - acked - failed >= maxUnsettled) await new Promise<void>((resolve) => (onRoom = resolve))
    const first = sent
    const count = Math.min(recordsPerCall, records - sent)
    if (waitsSinceMs === Infinity) waitsSinceMs = Date.now()
    sent += count
    if (recordsPerCall === 1) sendOne(first)
    else void sendMany(first, count)
  }
  // Lets sockets and timers have their turn.
  await new Promise((resolve) => setImmediate(resolve))
}
await new Promise<void>((resolve) => {
  onAllSettled = resolve
  if (acked + failed === sent) resolve()
})
await producer.close()
clearInterval(timer)
writeFileSync(file, new Uint8Array(partitions.buffer))
writeFileSync(`${file}.offsets`, new Uint8Array(offsets.buffer))
say('done')
process.disconnect()
