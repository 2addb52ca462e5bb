import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import test from 'ava'
import { Broker } from 'odradek'

import { aloneTest, buildSuite, clusterTests, leftOut, runSuite, testsOfClusters } from './franz-go-suite.ts'

// franz-go's own test suite against our cluster of three brokers: https://pkg.go.dev/github.com/twmb/franz-go

async function goTests(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('_test.go'))
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
}

test.serial('each of franz-go’s tests that speaks to a cluster is run, or left out for a reason', async (t) => {
  t.deepEqual(await testsOfClusters(goTests), [...clusterTests, ...Object.keys(leftOut)].sort())
})

async function runOn(brokers: number, tests: readonly string[]) {
  await using broker = await Broker.start({
    brokers,
    defaultReplicationFactor: brokers,
    users: { spool: 'thread' },
    sasl: { mechanisms: ['SCRAM-SHA-256'] },
    listeners: [{ name: 'PLAINTEXT' }, { name: 'SASL_PLAINTEXT' }],
  })
  return await runSuite(tests, {
    bootstrap: broker.bootstrapServers,
    scramBootstrap: broker.endpoints['SASL_PLAINTEXT']!,
    scram: 'spool:thread',
    records: 5000,
    replicationFactor: brokers,
  })
}

test.serial('franz-go’s own tests pass on our brokers', async (t) => {
  t.timeout(300_000)
  await buildSuite()
  const together = clusterTests.filter((name) => name !== aloneTest)
  const all = new Map<string, string>()
  for (const [brokers, tests] of [
    [3, together],
    [1, [aloneTest]],
  ] as const) {
    const { results, output } = await runOn(brokers, tests)
    for (const [name, result] of results) all.set(name, result)
    const failed = [...results].filter(([, result]) => result !== 'PASS')
    t.deepEqual(failed, [], output)
    const missing = tests.filter((name) => !results.has(name))
    t.deepEqual(missing, [], output)
  }
  t.log(`${clusterTests.length} tests of franz-go, ${all.size} with their parts`)
})
