import { open } from 'node:fs/promises'
import { join } from 'node:path'

import { readRecords, RecordBatchBuilder } from '@odradek/records'
import { readGoldenBytes } from '@odradek/test-kit'
import test, { type ExecutionContext } from 'ava'

import { logBatches, LogEndError } from '../../src/dump-log/log-batches.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function openWith(t: ExecutionContext, bytes: Uint8Array) {
  const file = await open(join(temporaryFolder(t, { 'a.log': bytes }), 'a.log'))
  t.teardown(() => file.close())
  return file
}

test('however little is read at once, the same batches come, each at its position', async (t) => {
  const bytes = readGoldenBytes('segments/0.11.0.3-none.log')
  const expected = Array.from(readRecords(bytes), (batch) => [batch.position, Buffer.from(batch.bytes).toString('hex')])
  const file = await openWith(t, bytes)
  for (const chunkBytes of [1, 16, 61, 100, 1024, bytes.length - 1, bytes.length, bytes.length + 1, 1 << 20]) {
    const read = []
    for await (const { position, batch } of logBatches(file, { chunkBytes })) {
      read.push([position, Buffer.from(batch.bytes).toString('hex')])
    }
    t.deepEqual(read, expected, String(chunkBytes))
  }
})

test('cut off at any byte, the whole batches come, and where they end is told', async (t) => {
  const bytes = readGoldenBytes('segments/4.3.1-gzip.log')
  const starts = Array.from(readRecords(bytes).positions(), ({ position }) => position)
  for (let end = 1; end < bytes.length; end++) {
    const file = await open(join(temporaryFolder(t, { 'a.log': bytes.subarray(0, end) }), 'a.log'))
    const positions: number[] = []
    const read = async () => {
      for await (const { position } of logBatches(file, { chunkBytes: 300 })) positions.push(position)
    }
    const whole = starts.filter((_, i) => (starts[i + 1] ?? bytes.length) <= end)
    const last = starts[whole.length]
    if (last === undefined || last === end) await read()
    else t.like(await t.throwsAsync(read, { instanceOf: LogEndError }), { position: last, bytesLeft: end - last })
    t.deepEqual(positions, whole)
    await file.close()
  }
})

test('a batch that is larger than what is read at once is read whole', async (t) => {
  const builder = new RecordBatchBuilder()
  builder.append(0, null, new Uint8Array(3_000_000).fill(7))
  const batch = builder.build({})
  const file = await openWith(t, Buffer.concat([batch, batch]))
  const sizes: number[] = []
  for await (const located of logBatches(file)) {
    located.batch.ensureValid()
    sizes.push(located.batch.sizeInBytes)
  }
  t.deepEqual(sizes, [batch.length, batch.length])
})
