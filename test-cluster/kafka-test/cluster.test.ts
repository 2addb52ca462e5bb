import { access } from 'node:fs/promises'
import test from 'ava'
import { execa } from 'execa'
import { startCluster } from '../src/index.ts'
import type { ToolName } from '../src/index.ts'
import { toolsOf } from '../src/tool-classes.ts'

// One of each kind: the newest classes of tools, the older ones, and a version with ZooKeeper.
for (const version of ['4.3.1', '3.9.1', '2.0.1']) {
  test.serial(`Kafka ${version} starts, its own tools write and read, and nothing is left of it`, async (t) => {
    const cluster = await startCluster({ version })
    t.teardown(() => cluster.stop())
    t.regex(cluster.bootstrapServers, /^127\.0\.0\.1:\d+$/)

    await cluster.runTool('topics', [
      ...['--create', '--topic', 'words'],
      ...['--partitions', '1', '--replication-factor', '1'],
    ])
    await cluster.runTool('console-producer', ['--topic', 'words'], { input: 'one\ntwo\nthree\n' })
    const consumed = await cluster.runTool('console-consumer', [
      ...['--topic', 'words', '--from-beginning'],
      ...['--max-messages', '3', '--timeout-ms', '30000'],
    ])
    t.is(consumed.stdout, 'one\ntwo\nthree')
    const offsets = await cluster.runTool('get-offsets', ['--topic', 'words', '--time', '-1'])
    t.is(offsets.stdout, 'words:0:3')

    t.true(process.kill(cluster.pid, 0))
    await cluster.stop()
    t.throws(() => process.kill(cluster.pid, 0), { code: 'ESRCH' })
    await t.throwsAsync(access(cluster.logFile), { code: 'ENOENT' })
  })

  test.serial(`every tool of ${version} has its class`, async (t) => {
    await using cluster = await startCluster({ version })
    for (const tool of toolsOf(version)) {
      const help = await cluster.runTool(tool, ['--help'], { throwOnFailure: false })
      t.notRegex(help.stderr, /ClassNotFoundException|NoClassDefFoundError/, tool)
      t.regex(help.stdout + help.stderr, /usage|option/i, tool)
    }
  })
}

test.serial('settings and feature levels reach the broker', async (t) => {
  await using cluster = await startCluster({
    properties: { 'message.max.bytes': '4321' },
    features: { 'share.version': 0 },
  })
  const configs = await cluster.runTool('configs', [
    '--describe',
    '--entity-type',
    'brokers',
    '--entity-name',
    '1',
    '--all',
  ])
  t.regex(configs.stdout, /message\.max\.bytes=4321 /)
  t.regex(configs.stdout, /auto\.create\.topics\.enable=true /)
  const features = await cluster.runTool('features', ['describe'])
  t.regex(features.stdout, /share\.version.*FinalizedVersionLevel: 0/)
  t.regex(features.stdout, /transaction\.version.*FinalizedVersionLevel: 2/)
})

test.serial('a setting that Kafka refuses ends the start with what the broker says', async (t) => {
  const error = await t.throwsAsync(startCluster({ properties: { 'num.io.threads': '0' } }), { code: 'broker-died' })
  t.regex(error.message, /num\.io\.threads/)
})

test.serial('an unknown feature level ends the start with what the tool says', async (t) => {
  const error = await t.throwsAsync(startCluster({ features: { 'no.such.feature': 1 } }), { code: 'format-failed' })
  t.regex(error.message, /no\.such\.feature/)
})

test.serial('a failing tool is an error with its output', async (t) => {
  await using cluster = await startCluster()
  const describing = cluster.runTool('topics', ['--describe', '--topic', 'no-such-topic'])
  await t.throwsAsync(describing, { code: 'tool-failed', message: /no-such-topic/ })
})

test.serial('a tool that does not end is ended by the time limit, and its output is kept', async (t) => {
  await using cluster = await startCluster()
  await cluster.runTool('console-producer', ['--topic', 'words'], { input: 'one\n' })
  const args = ['--topic', 'words', '--from-beginning']
  const result = await cluster.runTool('console-consumer', args, { timeoutMs: 6000, throwOnFailure: false })
  t.like(result, { stdout: 'one', timedOut: true })
})

test.serial('a name that is no tool is refused with the nearest one', async (t) => {
  await using cluster = await startCluster()
  const running = cluster.runTool('console-comsumer' as ToolName, [])
  await t.throwsAsync(running, { code: 'bad-option', message: /Did you mean console-consumer\?/ })
})

test.serial('a port in use is refused, and a free one is used', async (t) => {
  await using first = await startCluster()
  const port = Number(first.bootstrapServers.split(':')[1])
  await t.throwsAsync(startCluster({ port }), { code: 'port-taken' })
  await first.stop()
  await using second = await startCluster({ port })
  t.is(second.bootstrapServers, first.bootstrapServers)
})

test.serial('two clusters run side by side', async (t) => {
  await using first = await startCluster()
  await using second = await startCluster()
  t.not(first.bootstrapServers, second.bootstrapServers)
  await first.runTool('topics', ['--create', '--topic', 'only-here'])
  t.is((await second.runTool('topics', ['--list'])).stdout, '')
})

test.serial('a broker that is killed from outside is told', async (t) => {
  await using cluster = await startCluster()
  process.kill(cluster.pid, 'SIGKILL')
  const error = await cluster.died
  t.is(error.code, 'broker-died')
  t.regex(error.message, /SIGKILL/)
})

test.serial('a client that shares no code with this repository finds the broker', async (t) => {
  await using cluster = await startCluster()
  const kcat = await execa('kcat', ['-b', cluster.bootstrapServers, '-L'])
  t.regex(kcat.stdout, /1 brokers:\n {2}broker 1 at 127\.0\.0\.1:\d+ \(controller\)/)
})
