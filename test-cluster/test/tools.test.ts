import test from 'ava'
import { toolArguments, toolClass, toolNames, toolsOf } from '../src/tool-classes.ts'
import type { ToolName } from '../src/tool-classes.ts'
import { kafkaVersions } from '../src/versions.ts'

const addresses = { bootstrapServers: '127.0.0.1:9', zooKeeper: '127.0.0.1:2' }

const addressOf = (tool: ToolName, version: string): string =>
  toolArguments(tool, version, ['--list'], addresses).slice(0, -1).join(' ')

test('a tool is told the address of the cluster in the way of its version', (t) => {
  t.is(addressOf('topics', '4.3.1'), '--bootstrap-server 127.0.0.1:9')
  t.is(addressOf('topics', '2.0.1'), '--zookeeper 127.0.0.1:2')
  t.is(addressOf('console-producer', '2.4.1'), '--broker-list 127.0.0.1:9')
  t.is(addressOf('console-consumer', '0.8.2.2'), '--zookeeper 127.0.0.1:2')
  t.is(addressOf('console-consumer', '0.10.0.1'), '--new-consumer --bootstrap-server 127.0.0.1:9')
  t.is(addressOf('acls', '1.1.1'), '--authorizer-properties zookeeper.connect=127.0.0.1:2')
  t.is(addressOf('producer-perf-test', '4.0.0'), '--producer-props bootstrap.servers=127.0.0.1:9')
})

test('a tool that is told an address already, or speaks to no broker, keeps its arguments', (t) => {
  const own = ['--bootstrap-server', 'other:1', '--list']
  t.deepEqual(toolArguments('topics', '4.3.1', own, addresses), own)
  t.deepEqual(toolArguments('dump-log', '4.3.1', ['--files', 'a.log'], addresses), ['--files', 'a.log'])
  t.deepEqual(toolArguments('topics', '4.3.1', ['--help'], addresses), ['--help'])
})

for (const { version } of kafkaVersions) {
  test(`${version} has the tools that write, read and make topics`, (t) => {
    for (const tool of ['topics', 'console-producer', 'console-consumer', 'get-offsets'] as const) {
      t.true(toolsOf(version).includes(tool))
      t.regex(toolClass(tool, version), /^[\w.]+$/)
    }
  })
}

test('the newest version has all tools', (t) => {
  t.deepEqual(toolsOf('4.4.0'), [...toolNames])
})

test('a tool that a version lacks is refused with those that it has', (t) => {
  const error = t.throws(() => toolClass('transactions', '2.8.2'), { code: 'not-in-version' })
  t.regex(error.message, /Kafka 2\.8\.2 has no tool transactions .* It has acls, configs/)
})
