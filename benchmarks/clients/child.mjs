// One client in a process of its own: does one workload once and prints what it took as a line of JSON.
//   node child.mjs MODULE JSON
import { makeRecords, touch } from './records.mjs'

const [module, json] = process.argv.slice(2)
const task = JSON.parse(json)
const client = await import(`./entrants/${module}.mjs`)

/** CPU seconds and wall seconds from now on. */
function stopwatch() {
  const cpuBefore = process.cpuUsage()
  const begin = performance.now()
  return () => {
    const { user, system } = process.cpuUsage(cpuBefore)
    return { seconds: (performance.now() - begin) / 1000, cpuSeconds: (user + system) / 1e6 }
  }
}

/** Sends one record and waits for it: connecting and learning of the topic is no part of a producer's rate. */
async function connect(records) {
  const producer = await client.makeProducer(task)
  await producer.sendAll(producer.call(records.slice(0, 1)))
  return producer
}

async function bulk() {
  const { count, recordsPerCall, openCalls, valueBytes, warmUp = 0 } = task
  const records = makeRecords(Math.max(recordsPerCall, Math.min(10_000, Math.floor(1e7 / valueBytes))), valueBytes)
  const producer = await connect(records)
  const calls = []
  for (let i = 0; i + recordsPerCall <= records.length; i += recordsPerCall)
    calls.push(producer.call(records.slice(i, i + recordsPerCall)))
  let sent = 0
  const sendUpTo = async (end) => {
    while (sent < end) {
      const call = calls[(sent / recordsPerCall) % calls.length]
      sent += recordsPerCall
      await producer.sendAll(call)
    }
  }
  const sendOn = (end) => Promise.all(Array.from({ length: openCalls }, () => sendUpTo(end)))
  await sendOn(warmUp)
  const before = sent
  const stop = stopwatch()
  await sendOn(before + count)
  const taken = stop()
  await producer.close()
  const sum = task.withSum ? sumOfSent(records, sent, recordsPerCall * calls.length) : undefined
  return { ...taken, count: sent - before, written: sent + 1, sum }
}

/** The sum that whoever reads it all comes to: the records in turn, and the first once more. */
function sumOfSent(records, sent, inTurn) {
  let sum = touch(records[0].key, records[0].value)
  for (let i = 0; i < sent; i++) {
    const { key, value } = records[i % inTurn]
    sum = (sum + touch(key, value)) >>> 0
  }
  return sum
}

async function single() {
  const { count, inFlight, valueBytes, warmUp } = task
  const records = makeRecords(1000, valueBytes)
  const producer = await connect(records)
  const ready = records.map(producer.record)
  const send = (number) =>
    producer.stream === undefined ? sendSingly(producer, ready, number, inFlight) : producer.stream(ready, number)
  await send(warmUp)
  const stop = stopwatch()
  await send(count)
  const taken = stop()
  await producer.close()
  return { ...taken, count, written: count + warmUp + 1 }
}

/** Keeps `inFlight` records unacknowledged, each with a promise of its own. */
function sendSingly(producer, ready, count, inFlight) {
  return new Promise((resolve, reject) => {
    let sent = 0
    let settled = 0
    const onSettled = () => {
      if (++settled === count) resolve()
      else if (sent < count) sendOne()
    }
    const sendOne = () => {
      producer.send(ready[sent++ % ready.length]).then(onSettled, reject)
    }
    for (let i = 0; i < Math.min(inFlight, count); i++) sendOne()
  })
}

async function awaited() {
  const { count, warmUp, valueBytes } = task
  const records = makeRecords(1000, valueBytes)
  const producer = await connect(records)
  const ready = records.map(producer.record)
  const times = new Float64Array(count)
  let stop = stopwatch()
  for (let i = -warmUp; i < count; i++) {
    if (i === 0) stop = stopwatch()
    const begin = performance.now()
    await producer.send(ready[(i + warmUp) % ready.length])
    if (i >= 0) times[i] = performance.now() - begin
  }
  const taken = stop()
  await producer.close()
  return { ...taken, ...quantiles(times), count, written: count + warmUp + 1 }
}

async function consume() {
  const { count } = task
  let seen = 0
  let sum = 0
  let firstRecordMs
  const stop = stopwatch()
  const begin = performance.now()
  const consumer = await client.makeConsumer(task)
  await consumer.read((key, value) => {
    if (seen === 0) firstRecordMs = performance.now() - begin
    sum = (sum + touch(key, value)) >>> 0
    return ++seen === count
  })
  const taken = stop()
  await consumer.close()
  return { ...taken, count: seen, sum, firstRecordMs }
}

async function latency() {
  const { count, warmUp, perSecond, valueBytes } = task
  const records = makeRecords(1000, valueBytes)
  const total = count + warmUp
  const consumer = await client.makeConsumer({ ...task, fromStart: true })
  const producer = await client.makeProducer({ ...task, acks: -1, isAwaited: true })
  const times = new Float64Array(count)
  let seen = 0
  let onFirst
  const first = new Promise((resolve) => (onFirst = resolve))
  const done = consumer.read((_key, value) => {
    const now = performance.now()
    if (seen++ === 0) onFirst()
    else if (seen > warmUp + 1) times[seen - warmUp - 2] = now - stampOf(value)
    return seen === total + 1
  })
  await producer.sendAll(producer.call([stamped(records[0])]))
  await first
  const stop = stopwatch()
  await atRate(total, perSecond, (i) => producer.send(producer.record(stamped(records[i % records.length]))))
  await done
  const taken = stop()
  await Promise.all([consumer.close(), producer.close()])
  return { ...taken, ...quantiles(times), count: total, written: total + 1 }
}

function stamped({ key, value }) {
  const copy = Buffer.from(value)
  copy.writeDoubleLE(performance.now(), 0)
  return { key, value: copy }
}

/** Some clients give Buffers, others the Uint8Arrays that a Buffer is. */
function stampOf(value) {
  return new DataView(value.buffer, value.byteOffset, 8).getFloat64(0, true)
}

function atRate(total, perSecond, send) {
  return new Promise((resolve, reject) => {
    let sent = 0
    const begin = performance.now()
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - begin) * perSecond) / 1000))
      while (sent < due) Promise.resolve(send(sent++)).catch(reject)
      if (sent < total) return
      clearInterval(timer)
      resolve()
    }, 1)
  })
}

function quantiles(times) {
  const sorted = times.slice().sort()
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999) }
}

const kinds = { bulk, single, awaited, consume, latency }
const result = await kinds[task.kind]()
const line = JSON.stringify({ ...result, peakRssMiB: process.resourceUsage().maxRSS / 1024, version: process.version })
// Some clients keep a process alive after they are closed.
process.stdout.write(`${line}\n`, () => process.exit(0))
