// What nobody should send, sent to a broker over TCP, in a process of its own whose memory is watched.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import { crc32c } from '@odradek/bytes'
import { lz4Codec } from '@odradek/compression'
import { nodeTcp } from '@odradek/network'
import { encodeRequestFrame, ErrorCode } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { describeGroupsApi } from '@odradek/protocol/apis/describe-groups'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import { produceApi } from '@odradek/protocol/apis/produce'
import { seededRandom } from '@odradek/test-kit'
import anyTest, { type TestFn } from 'ava'
import { batchOf } from './core/batches.ts'
import { RawClient } from './raw-client.ts'

interface Context {
  readonly child: ChildProcess
  readonly port: number
}

const test = anyTest as TestFn<Context>
const MIB = 1024 * 1024

test.before(async (t) => {
  const script = fileURLToPath(new URL('support/broker-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import=tsx', '--conditions=source', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const line = await new Promise<string>((resolve) => child.stdout!.once('data', (text) => resolve(String(text))))
  t.context = { child, port: Number(line) }
})
test.after.always((t) => void t.context.child?.kill())

/** The most memory that the broker has ever had. */
function peakBytes({ child }: Context): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024
}

function client({ port }: Context): RawClient {
  return new RawClient(nodeTcp, { host: '127.0.0.1', port })
}

/** The broker still answers someone else. */
async function serves(context: Context): Promise<boolean> {
  const other = client(context)
  const { apiKeys } = await other.ask(apiVersionsApi, 0, {})
  other.close()
  return apiKeys.length > 0
}

function int32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setInt32(0, value)
  return bytes
}

function rawSocket({ port }: Context): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

test.serial('lengths of 2 GB, below zero and beyond the limit close that connection and cost nothing', async (t) => {
  const before = peakBytes(t.context)
  for (const length of [0x7fffffff, -1, -0x80000000, 104_857_601]) {
    const raw = client(t.context)
    raw.write(int32(length))
    raw.write(new Uint8Array(1000))
    await raw.closed
  }
  t.true(await serves(t.context))
  t.true(peakBytes(t.context) - before < 64 * MIB)
})

test.serial('a length that is promised and not kept costs what has come, on fifty connections', async (t) => {
  const before = peakBytes(t.context)
  const sockets = await Promise.all(Array.from({ length: 50 }, () => rawSocket(t.context)))
  for (const socket of sockets) {
    socket.write(int32(100_000_000))
    socket.write(new Uint8Array(10_000))
  }
  t.true(await serves(t.context))
  t.true(peakBytes(t.context) - before < 64 * MIB)
  for (const socket of sockets) socket.destroy()
})

test.serial('garbage closes its connection, whichever it is', async (t) => {
  const random = seededRandom(7)
  for (let round = 0; round < 200; round += 1) {
    const length = Math.floor(random() * 200)
    const raw = client(t.context)
    raw.write(Uint8Array.from({ length }, () => Math.floor(random() * 256)))
    raw.write(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff))
    raw.close()
  }
  for (const text of ['GET / HTTP/1.1\r\n\r\n', '\u0016\u0003\u0001\u0002\u0000\u0001']) {
    const raw = client(t.context)
    raw.write(new TextEncoder().encode(text))
    if (text.startsWith('GET')) await raw.closed
    raw.close()
  }
  t.true(await serves(t.context))
})

test.serial(
  'requests cut off at each place, keys and versions that there are not, close their connections',
  async (t) => {
    const frame = encodeRequestFrame(produceApi, 9, 1, 'abuse', {
      acks: 1,
      topicData: [{ name: 't', partitionData: [{ index: 0, records: batchOf(['a']) }] }],
    })
    for (let length = 10; length < frame.length - 4; length += 7) {
      const raw = client(t.context)
      raw.write(int32(length))
      raw.write(frame.subarray(4, 4 + length))
      await raw.closed
    }
    for (const [key, version] of [
      [999, 0],
      [-1, 0],
      [produceApi.key, 99],
      [produceApi.key, -1],
      [metadataApi.key, 32_767],
    ] as const) {
      const raw = client(t.context)
      const header = Uint8Array.of(key >> 8, key & 0xff, version >> 8, version & 0xff, 0, 0, 0, 1, 0xff, 0xff)
      raw.write(int32(header.length))
      raw.write(header)
      await raw.closed
    }
    t.true(await serves(t.context))
  },
)

test.serial('a length that makes no sense ends the connection when the requests before it are answered', async (t) => {
  const request = encodeRequestFrame(apiVersionsApi, 0, 1, 'abuse', {})
  for (const nonsense of [-1, 0x7fffffff]) {
    const raw = client(t.context)
    raw.write(Uint8Array.from([...request, ...request, ...int32(nonsense)]))
    t.true((await raw.frame())!.length > 100)
    t.true((await raw.frame())!.length > 100)
    await raw.closed
  }
  t.true(await serves(t.context))
})

test.serial('frames that are empty or too short for a header close their connections', async (t) => {
  for (const length of [0, 1, 7]) {
    const raw = client(t.context)
    raw.write(int32(length))
    raw.write(new Uint8Array(length))
    await raw.closed
  }
  t.true(await serves(t.context))
})

test.serial('who asks for much and reads nothing is not listened to further', async (t) => {
  const before = peakBytes(t.context)
  const request = encodeRequestFrame(apiVersionsApi, 0, 1, 'deaf', {})
  // Their answers are some 50 MB for each connection.
  const many = Buffer.concat(Array.from({ length: 100_000 }, () => request))
  const sockets = await Promise.all(Array.from({ length: 3 }, () => rawSocket(t.context)))
  for (const socket of sockets) {
    socket.pause()
    socket.on('error', () => {})
    socket.write(many)
  }
  for (let i = 0; i < 50; i += 1) t.true(await serves(t.context))
  t.true(peakBytes(t.context) - before < 128 * MIB)
  for (const socket of sockets) socket.destroy()
})

test.serial('who sends a byte at a time holds up nobody', async (t) => {
  const frame = encodeRequestFrame(metadataApi, 1, 1, 'slow', { topics: [] })
  const slow = client(t.context)
  for (const byte of frame) {
    slow.write(Uint8Array.of(byte))
    t.true(await serves(t.context))
  }
  t.true((await slow.frame())!.length > 0)
  slow.close()
})

test.serial('a thousand idle connections cost little, and the next one is served', async (t) => {
  const before = peakBytes(t.context)
  const sockets: Socket[] = []
  for (let i = 0; i < 10; i += 1) {
    sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => rawSocket(t.context)))))
  }
  t.true(await serves(t.context))
  const growth = peakBytes(t.context) - before
  t.log(`${Math.round(growth / 1000 / 1024)} KiB each`)
  t.true(growth < 64 * MIB)
  for (const socket of sockets) socket.destroy()
})

test.serial('damaged batches and decompression bombs are refused, and the broker stays small', async (t) => {
  const before = peakBytes(t.context)
  const raw = client(t.context)
  const bomb = batchWithSection(gzipSync(new Uint8Array(512 * MIB)), 1)
  const wild = batchWithSection(gzipSync(new Uint8Array(MIB)), 0x7fffffff)
  const flipped = batchOf(['a', 'b'])
  flipped[flipped.length - 1]! ^= 1
  for (const records of [bomb, wild, flipped, batchOf(['a']).subarray(0, 40), new Uint8Array(61)]) {
    const topicData = [{ name: 'compact', partitionData: [{ index: 0, records }] }]
    const { responses } = await raw.ask(produceApi, 9, { acks: 1, timeoutMs: 1000, topicData })
    const { errorCode } = responses[0]!.partitionResponses[0]!
    const expected: number[] = [ErrorCode.CORRUPT_MESSAGE, ErrorCode.INVALID_RECORD, ErrorCode.MESSAGE_TOO_LARGE]
    t.true([...expected, ErrorCode.UNSUPPORTED_COMPRESSION_TYPE as number].includes(errorCode), String(errorCode))
  }
  raw.close()
  t.true(await serves(t.context))
  t.true(peakBytes(t.context) - before < 256 * MIB)
})

test.serial('bombs of each codec cost no more than a batch may hold', async (t) => {
  const before = peakBytes(t.context)
  const raw = client(t.context)
  const zeros = new Uint8Array(128 * MIB)
  for (const [id, section] of [
    [1, gzipSync(zeros)],
    [3, lz4Codec.compress(zeros)],
    [4, zstdBomb(4096)],
  ] as const) {
    t.true(section.length < MIB, `${id}: ${section.length} bytes`)
    for (const name of ['t', 'compact']) {
      const records = batchWithSection(section, 1, id)
      const topicData = [{ name, partitionData: [{ index: 0, records }] }]
      const { responses } = await raw.ask(produceApi, 9, { acks: 1, timeoutMs: 1000, topicData })
      t.is(responses[0]!.partitionResponses[0]!.errorCode, ErrorCode.INVALID_RECORD, `${id} ${name}`)
    }
  }
  raw.close()
  t.true(await serves(t.context))
  t.true(peakBytes(t.context) - before < 320 * MIB)
})

test.serial(
  'requests that name one thing a hundred thousand times are answered or refused, and cost little',
  async (t) => {
    const before = peakBytes(t.context)
    const raw = client(t.context)
    const many = Array.from({ length: 100_000 }, () => 0)
    const partitions = many.map((partitionIndex) => ({ partitionIndex, timestamp: -1n }))
    const listed = await raw.ask(listOffsetsApi, 5, { replicaId: -1, topics: [{ name: 't', partitions }] })
    t.true(listed.topics.length > 0)
    const described = await raw.ask(describeGroupsApi, 5, { groups: many.map(() => 'nobody') })
    t.true(described.groups.length > 0)
    raw.close()
    t.true(await serves(t.context))
    t.true(peakBytes(t.context) - before < 192 * MIB)
  },
)

test.serial('arrays that declare millions of elements in a few bytes allocate none', async (t) => {
  const before = peakBytes(t.context)
  for (let round = 0; round < 50; round += 1) {
    const raw = client(t.context)
    // Metadata 1 with 2,147,483,647 topics of which none follows.
    const bytes = Uint8Array.of(0, 3, 0, 1, 0, 0, 0, 1, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff)
    raw.write(int32(bytes.length))
    raw.write(bytes)
    await raw.closed
  }
  t.true(await serves(t.context))
  t.true(peakBytes(t.context) - before < 32 * MIB)
})

/** A compressed batch with a right CRC around a section of our own. */
function batchWithSection(section: Uint8Array, count: number, codec = 1): Uint8Array {
  const head = batchOf(['a']).subarray(0, 61)
  const bytes = new Uint8Array(61 + section.length)
  bytes.set(head)
  bytes.set(section, 61)
  const view = new DataView(bytes.buffer)
  view.setInt32(8, bytes.length - 12)
  view.setInt16(21, codec)
  view.setInt32(23, count - 1)
  view.setInt32(57, count)
  view.setUint32(17, crc32c(bytes, 21, bytes.length))
  return bytes
}

/** A zstd frame of so many blocks, each of which is 4 bytes that stand for 128 KiB of zeros. */
function zstdBomb(blocks: number): Uint8Array {
  const frame = [0x28, 0xb5, 0x2f, 0xfd, 0, 7 << 3]
  for (let left = blocks; left > 0; left--) {
    const header = (0x20000 << 3) | (1 << 1) | (left === 1 ? 1 : 0)
    frame.push(header & 0xff, (header >> 8) & 0xff, (header >> 16) & 0xff, 0)
  }
  return Uint8Array.from(frame)
}
