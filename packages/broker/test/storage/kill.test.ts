import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { nodeTcp } from '@odradek/network'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { produceApi } from '@odradek/protocol/apis/produce'
import { decodeRecordBatches } from '@odradek/records'
import test from 'ava'
import { Broker } from '../../src/index.ts'
import { batchOf } from '../core/batches.ts'
import { RawClient } from '../raw-client.ts'

const program = fileURLToPath(new URL('broker-process.ts', import.meta.url))
const PRODUCERS = 4

async function startProcess(dataDir: string): Promise<{ child: ChildProcess; port: number }> {
  const node = ['--conditions=source', '--import=tsx', program, dataDir]
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string]
  return { child, port: Number(line) }
}

/** Produces one record after the other until the broker is gone; `acknowledged` holds each as soon as it is. */
async function produceUntilGone(port: number, producer: string, acknowledged: Map<number, string>, onEach: () => void) {
  const client = new RawClient(nodeTcp, { host: '127.0.0.1', port })
  for (let count = 0; ; count++) {
    const value = `${producer}-${count}-${'x'.repeat(count % 3_000)}`
    const topicData = [{ name: 't', partitionData: [{ index: 0, records: batchOf([value]) }] }]
    const asked = client.ask(produceApi, 9, { acks: -1, timeoutMs: 10_000, topicData })
    const answered = await Promise.race([asked.catch(() => undefined), client.closed.then(() => undefined)])
    if (answered === undefined) return
    const { baseOffset, errorCode } = answered.responses[0]!.partitionResponses[0]!
    if (errorCode !== 0) throw new Error(`error ${errorCode}`)
    acknowledged.set(Number(baseOffset), value)
    onEach()
  }
}

async function readAll(broker: Broker): Promise<Map<number, string>> {
  const client = new RawClient(nodeTcp, { host: '127.0.0.1', port: broker.port })
  const values = new Map<number, string>()
  for (let fetchOffset = 0n, highWatermark = 1n; fetchOffset < highWatermark;) {
    const topics = [{ topic: 't', partitions: [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000_000 }] }]
    const { responses } = await client.ask(fetchApi, 11, { minBytes: 0, maxWaitMs: 0, topics })
    const { records, highWatermark: end } = responses[0]!.partitions[0]!
    highWatermark = end
    for (const batch of decodeRecordBatches(records!)) {
      batch.ensureValid()
      for (const { offset, value } of batch.records()) values.set(Number(offset), new TextDecoder().decode(value!))
      fetchOffset = batch.nextOffset
    }
  }
  client.close()
  return values
}

test('what a broker had acknowledged, with flush.messages 1, is there after it was killed, at its offset', async (t) => {
  t.timeout(60_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'odradek-kill-'))
  t.teardown(() => rmSync(dataDir, { recursive: true }))
  const acknowledged = new Map<number, string>()
  for (const kills of [150, 400, 900]) {
    const { child, port } = await startProcess(dataDir)
    t.teardown(() => child.kill('SIGKILL'))
    const exited = once(child, 'exit')
    const kill = () => acknowledged.size >= kills && child.kill('SIGKILL')
    const producers = Array.from({ length: PRODUCERS }, (_, index) => {
      return produceUntilGone(port, `${kills}-${index}`, acknowledged, kill)
    })
    await Promise.all(producers)
    t.deepEqual(await exited, [null, 'SIGKILL'])
    const broker = await Broker.start({ dataDir })
    const found = await readAll(broker)
    for (const [offset, value] of acknowledged) if (found.get(offset) !== value) t.fail(`offset ${offset} is lost`)
    // What was on its way may be there too; nothing is missing in between.
    t.true(found.size >= acknowledged.size)
    t.deepEqual(
      [...found.keys()],
      [...found.keys()].map((_offset, index) => index),
    )
    await broker.close()
  }
})
