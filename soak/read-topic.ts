// Reads a topic with kcat, whose librdkafka has nothing in common with the clients under test.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** What a topic holds: the number that each record begins with, by partition and in the order of the offsets. */
export interface ReadTopic {
  /** `numbers[p][i]` was read at `offsets[p][i]`. */
  readonly numbers: readonly number[][]
  readonly offsets: readonly number[][]
}

/** Reads all that is in a topic, or all that is committed. */
export async function readTopic(bootstrapServers: string, topic: string, committed = false): Promise<ReadTopic> {
  const isolation = committed ? 'read_committed' : 'read_uncommitted'
  const args = ['-C', '-b', bootstrapServers, '-t', topic, '-o', 'beginning', '-e', '-q', '-f', '%p %o %s\n']
  const kcat = spawn('kcat', [...args, '-X', `isolation.level=${isolation}`], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  kcat.stderr.on('data', (text) => (complaints += String(text)))
  const ended = once(kcat, 'close')
  const read = { numbers: [] as number[][], offsets: [] as number[][] }
  for await (const line of createInterface({ input: kcat.stdout })) {
    const [partition, offset, number] = line.split(' ', 3).map(Number) as [number, number, number]
    ;(read.numbers[partition] ??= []).push(number)
    ;(read.offsets[partition] ??= []).push(offset)
  }
  const [code] = (await ended) as [number]
  if (code !== 0) throw new Error(`kcat ended with ${code}: ${complaints.slice(-500)}`)
  return read
}
