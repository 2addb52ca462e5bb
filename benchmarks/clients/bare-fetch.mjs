// What a Node process can take from a broker at most: one socket, one Fetch after the other for all partitions of a topic, and of the answers nothing
// is looked at but where the next ones begin. No client can be faster.
//   node --conditions=source --import=tsx bare-fetch.mjs HOST:PORT TOPIC RECORDS [BYTES_PER_ANSWER]
import net from 'node:net'

import { decodeResponseFrame, encodeRequestFrame } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { readRecords } from '@odradek/records'

import { PARTITIONS } from './workloads.mjs'

const VERSION = 12
const [address, topic, wanted, answerBytes = String(2 ** 20)] = process.argv.slice(2)
const [host, port] = address.split(':')
const offsets = new Array(PARTITIONS).fill(0n)
const frame = Buffer.allocUnsafeSlow(2 ** 26)
const begin = performance.now()
const cpuBefore = process.cpuUsage()
let filled = 0
let requests = 0
let bytes = 0
let records = 0

const onread = { buffer: Buffer.allocUnsafeSlow(2 ** 20), callback: onBytes }
const socket = net.connect({ host, port, noDelay: true, onread }, ask)

function ask() {
  // Each request begins with another partition: the broker fills an answer in the order of the request.
  const first = ++requests
  const partitions = offsets.map((_, i) => (i + first) % PARTITIONS)
  const asked = partitions.map((partition) => ({
    partition,
    currentLeaderEpoch: -1,
    fetchOffset: offsets[partition],
    lastFetchedEpoch: -1,
    logStartOffset: -1n,
    partitionMaxBytes: 2 ** 20,
  }))
  const limits = { replicaId: -1, maxWaitMs: 500, minBytes: 1, maxBytes: Number(answerBytes), isolationLevel: 0 }
  const noSession = { sessionId: 0, sessionEpoch: -1, rackId: '', forgottenTopicsData: [] }
  const request = { ...limits, ...noSession, topics: [{ topic, partitions: asked }] }
  socket.write(encodeRequestFrame(fetchApi, VERSION, requests, 'bare-fetch', request))
}

function onBytes(count, buffer) {
  buffer.copy(frame, filled, 0, count)
  filled += count
  const size = filled < 4 ? Infinity : 4 + frame.readInt32BE(0)
  if (filled < size) return true
  filled = 0
  onAnswer(frame.subarray(4, size))
  if (records < Number(wanted)) ask()
  else finish()
  return true
}

function onAnswer(answer) {
  for (const { partitions } of decodeResponseFrame(fetchApi, VERSION, answer).response.responses)
    for (const { partitionIndex, records: read } of partitions) {
      if (read === null) continue
      bytes += read.length
      for (const { nextOffset } of readRecords(read)) {
        if (nextOffset <= offsets[partitionIndex]) continue
        records += Number(nextOffset - offsets[partitionIndex])
        offsets[partitionIndex] = nextOffset
      }
    }
}

function finish() {
  const seconds = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  const cpuSecondsPerMillion = (user + system) / records
  process.stdout.write(
    `${JSON.stringify({ seconds, requests, records, bytes, megabytesPerSecond: bytes / 1e6 / seconds, cpuSecondsPerMillion })}\n`,
  )
  socket.destroy()
}
