import test from 'ava'
import { toolArguments } from '../src/tools.ts'

test('a tool is told the address of the cluster', (t) => {
  t.deepEqual(toolArguments('topics', ['--list'], '127.0.0.1:9'), ['--bootstrap-server', '127.0.0.1:9', '--list'])
})

test('a tool that is told an address already, or speaks to no broker, keeps its arguments', (t) => {
  const own = ['--bootstrap-server', 'other:1', '--list']
  t.deepEqual(toolArguments('topics', own, '127.0.0.1:9'), own)
  t.deepEqual(toolArguments('dump-log', ['--files', 'a.log'], '127.0.0.1:9'), ['--files', 'a.log'])
  t.deepEqual(toolArguments('topics', ['--help'], '127.0.0.1:9'), ['--help'])
})
