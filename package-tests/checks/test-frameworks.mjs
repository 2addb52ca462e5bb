// The broker in tests of vitest and jest, as docs/broker.md shows it: the frameworks are installed into the empty project, the tests run,
// and their processes end by themselves.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const VITEST = 'vitest@5.1.1'
const JEST = 'jest@30.5.2'

/** The tests, which are the same but for how they come by their functions. */
export const vitestTest = `import { brokerForTests, uniqueName } from '@odradek/broker/testing'
import { expect, test } from 'vitest'
import { Producer } from 'odradek'

const broker = await brokerForTests()

test('an order is written', async () => {
  const orders = uniqueName('orders')
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers })
  await producer.send({ topic: orders, value: 'a spool of thread' })
  await producer.close()
  const [record] = await broker.untilRecords(orders, 1)
  expect(record.valueText).toBe('a spool of thread')
})
`

export const jestTest = `const { brokerForTests, uniqueName } = require('@odradek/broker/testing')
const { Producer } = require('odradek')

let broker
beforeAll(async () => {
  broker = await brokerForTests()
})

test('an order is written', async () => {
  const orders = uniqueName('orders')
  const producer = new Producer({ bootstrapServers: broker.bootstrapServers })
  await producer.send({ topic: orders, value: 'a spool of thread' })
  await producer.close()
  const [record] = await broker.untilRecords(orders, 1)
  expect(record.valueText).toBe('a spool of thread')
})
`

/** Runs both. */
export function runTestFrameworks({ project }) {
  const options = { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 }
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--no-save', VITEST, JEST], options)
  const folder = join(project, 'frameworks')
  mkdirSync(folder)
  writeFileSync(join(folder, 'order-vitest.test.mjs'), vitestTest)
  writeFileSync(join(folder, 'order-jest.cjs'), jestTest)
  const run = (program, args) =>
    execFileSync(process.execPath, [join(project, 'node_modules', program), ...args], options)
  run('vitest/vitest.mjs', ['run', '--dir', folder])
  run('jest/bin/jest.js', ['--rootDir', folder, '--testMatch', '**/order-jest.cjs'])
}
