// kcat (librdkafka) against three brokers, of which one dies while it produces and comes back.
import { spawn } from 'node:child_process'
import test from 'ava'
import { coordinatorPartition } from '../../src/core/cluster/coordinator-partition.ts'
import { Broker } from '../../src/index.ts'

/** Runs kcat, and gives what it prints. Rejects where it fails. */
function kcat(args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('kcat', args)
    let printed = ''
    let complaints = ''
    child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`kcat ended with ${code}: ${complaints}`)),
    )
    child.stdin.end(input)
  })
}

test('kcat produces to and consumes from three brokers, while one is killed and restarted', async (t) => {
  const broker = await Broker.start({ brokers: 3, topics: [{ name: 't', partitions: 3, replicationFactor: 3 }] })
  t.teardown(() => broker.close())
  const { bootstrapServers } = broker
  const values = (round: string) => Array.from({ length: 300 }, (_, index) => `${round}-${index}`)
  const produce = (round: string) =>
    kcat(['-b', bootstrapServers, '-P', '-t', 't', '-X', 'acks=all'], values(round).join('\n'))
  await produce('first')
  const second = produce('second')
  await broker.kill(1)
  await second
  await produce('third')
  await broker.restart(1)
  await produce('fourth')
  for (let partition = 0; partition < 3; partition++) t.is(broker.isrOf('t', partition).length, 3)
  const consumed = await kcat(['-b', bootstrapServers, '-C', '-t', 't', '-e', '-q', '-o', 'beginning'])
  const kept = new Set(consumed.trim().split('\n'))
  const expected = ['first', 'second', 'third', 'fourth'].flatMap(values)
  t.deepEqual(
    expected.filter((value) => !kept.has(value)),
    [],
  )
  const listed = await kcat(['-b', bootstrapServers, '-L'])
  t.regex(listed, /3 brokers:/)
})

test('a kcat group goes on where it was when its coordinator has died', async (t) => {
  const broker = await Broker.start({ brokers: 3, topics: [{ name: 't', partitions: 1, replicationFactor: 3 }] })
  t.teardown(() => broker.close())
  const { bootstrapServers } = broker
  const consume = async () => {
    const group = ['-G', 'readers', 't', '-X', 'auto.offset.reset=earliest', '-c', '3', '-q']
    return (await kcat(['-b', bootstrapServers, ...group])).trim().split('\n')
  }
  await kcat(['-b', bootstrapServers, '-P', '-t', 't', '-X', 'acks=all'], ['a', 'b', 'c', 'd', 'e', 'f'].join('\n'))
  t.deepEqual(await consume(), ['a', 'b', 'c'])
  await broker.kill(broker.leaderOf('__consumer_offsets', coordinatorPartition('readers', 50)))
  t.deepEqual(await consume(), ['d', 'e', 'f'])
})
