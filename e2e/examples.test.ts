import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import test from 'ava'
import { Broker } from 'odradek'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** Runs an example as a user would, but from the sources. */
function runExample(name: string, env: Record<string, string> = {}) {
  const flags = name.endsWith('.test.ts') ? ['--test'] : []
  return run(process.execPath, ['--import=tsx', '--conditions=source', ...flags, `examples/${name}`], {
    cwd: root,
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
    timeout: 120_000,
  })
}

test('each example in the README is the file that it names', (t) => {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const blocks = [...readme.matchAll(/```ts\n\/\/ (examples\/\S+)\n([^]*?)```/g)]
  t.deepEqual(
    blocks.map(([, file]) => file),
    ['examples/produce.ts', 'examples/consume.ts', 'examples/embedded-broker.test.ts'],
  )
  for (const [, file, code] of blocks) t.is(code, readFileSync(`${root}${file}`, 'utf8'), file)
})

test('each example in docs/broker.md is the file that it names', (t) => {
  const page = readFileSync(`${root}docs/broker.md`, 'utf8')
  const blocks = [...page.matchAll(/```ts\n\/\/ (examples\/\S+)\n([^]*?)```/g)]
  t.is(blocks.length, 7)
  for (const [, file, code] of blocks) t.is(code, readFileSync(`${root}${file}`, 'utf8'), file)
})

test('the produce and consume examples run, one after the other, against one broker', async (t) => {
  const broker = await Broker.start()
  t.teardown(() => broker.close())
  const env = { BOOTSTRAP: broker.bootstrapServers }
  const produced = await runExample('produce.ts', env)
  t.regex(produced.stdout, /written to partition 0 at offset 0/)
  const consumed = await runExample('consume.ts', env)
  t.deepEqual(consumed.stdout.trim().split('\n'), [
    'orders[0]@0: {"item":"spool of thread","count":2}',
    'orders[0]@1: {"item":"star","count":1}',
    'orders[0]@2: {"item":"crossbar","count":1}',
  ])
})

test('the Prometheus example is scraped', async (t) => {
  const broker = await Broker.start()
  t.teardown(() => broker.close())
  const { stdout } = await runExample('prometheus.ts', { BOOTSTRAP: broker.bootstrapServers })
  t.regex(stdout, /^# TYPE kafka_producer_record_send_total counter$/m)
  t.regex(stdout, /^kafka_producer_topic_record_send_total\{client_id="shop",topic="visits"\} 3$/m)
  t.regex(stdout, /^kafka_consumer_fetch_manager_records_lag\{client_id="mill",topic="visits",partition="0"\} [03]$/m)
})

const recipes = {
  'at-most-once.ts': ['21.5 °C', '21.7 °C', '21.4 °C'],
  'at-least-once.ts': ['ada:1 ada:5 grace:2 grace:7'],
  'exactly-once.ts': ['9 16 25'],
  'share-queue.ts': ['flaky: to grace, at attempt 3', 'to ada, at attempt 1', 'to edsger, at attempt 1'],
  'ordered-pipeline.ts': ['sensor-0: 0 3 6 9', 'sensor-1: 1 4 7 10', 'sensor-2: 2 5 8 11'],
  'dead-letters.ts': ['job 1 is done', 'job 3 is done', "given up: jobs at offset 1: 'two' is not a number"],
}
for (const [name, lines] of Object.entries(recipes))
  test.serial(`the recipe ${name} runs against a broker`, async (t) => {
    const broker = await Broker.start()
    t.teardown(() => broker.close())
    const { stdout } = await runExample(name, { BOOTSTRAP: broker.bootstrapServers })
    t.deepEqual(stdout.trim().split('\n'), lines)
  })

test('each recipe of docs/consumer.md is the file that it names', (t) => {
  const page = readFileSync(`${root}docs/consumer.md`, 'utf8')
  const blocks = [...page.matchAll(/```ts\n\/\/ (examples\/\S+)\n([^]*?)```/g)]
  t.deepEqual(
    blocks.map(([, file]) => file),
    Object.keys(recipes).map((name) => `examples/${name}`),
  )
  for (const [, file, code] of blocks) t.is(code, readFileSync(`${root}${file}`, 'utf8'), file)
})

test('the transactions example commits and aborts', async (t) => {
  const broker = await Broker.start()
  t.teardown(() => broker.close())
  const { stdout } = await runExample('transactions.ts', { BOOTSTRAP: broker.bootstrapServers })
  t.deepEqual(stdout.trim().split('\n'), ['committed', 'aborted: a total below 0'])
})

test('the embedded broker example is a test that passes', async (t) => {
  const { stdout } = await runExample('embedded-broker.test.ts')
  t.regex(stdout, /# pass 1/)
  t.regex(stdout, /# fail 0/)
})

for (const [name, what] of [
  ['broker.node.test.ts', 'node:test'],
  ['broker-controls.node.test.ts', 'the controls of the broker'],
  ['broker-cluster.node.test.ts', 'several brokers'],
  ['broker-quotas.node.test.ts', 'quotas'],
  ['proxy.node.test.ts', 'the proxy'],
  ['simulated-time.node.test.ts', 'node:test in simulated time'],
] as const) {
  test(`the example for ${what} is a test that passes, and its process ends by itself`, async (t) => {
    const { stdout } = await runExample(name)
    t.regex(stdout, /# pass [1-9]/)
    t.regex(stdout, /# fail 0/)
  })
}

test('the example for ava is a test that passes, and its process ends by itself', async (t) => {
  const ava = fileURLToPath(new URL('../node_modules/ava/entrypoints/cli.mjs', import.meta.url))
  const args = [ava, '--config', 'ava.examples.config.js']
  const { stdout } = await run(process.execPath, args, { cwd: root, env: cleanEnvironment(), timeout: 120_000 })
  t.regex(stdout, /1 test passed/)
})

/** The environment without what ava tells its own test processes. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { AVA_PATH: _path, NODE_OPTIONS: _options, ...environment } = process.env
  return environment
}

test('the example of the admin client runs', async (t) => {
  const broker = await Broker.start({ autoCreateTopicsEnable: false })
  t.teardown(() => broker.close())
  const { stdout } = await runExample('admin.ts', { BOOTSTRAP: broker.bootstrapServers })
  t.deepEqual(stdout.trim().split('\n'), [
    'orders has 3 partitions',
    'orders-old: UNKNOWN_TOPIC_OR_PARTITION',
    'orders-older: UNKNOWN_TOPIC_OR_PARTITION',
    'billing is 0 records behind',
  ])
})

test('the example in docs/admin.md is the file that it names', (t) => {
  const page = readFileSync(`${root}docs/admin.md`, 'utf8')
  const [[, file, code] = []] = page.matchAll(/```ts\n\/\/ (examples\/\S+)\n([^]*?)```/g)
  t.is(code, readFileSync(`${root}${file}`, 'utf8'))
})
