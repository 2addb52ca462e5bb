import { once } from 'node:events'
import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { ClusterError } from '../src/cluster-error.ts'
import { cliProgram } from '../src/cli-options.ts'
import type { ControlCall } from '../src/cli-options.ts'
import { control } from '../src/control-client.ts'
import { parseControlRequest } from '../src/control-command.ts'
import { startControlServer } from '../src/control-server.ts'
import type { Cluster, ClusterNode } from '../src/running-cluster.ts'

const makeFolder = async (t: ExecutionContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-control-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A cluster of three nodes that only writes down what is done to it, with its control socket. */
const startFake = async (t: ExecutionContext, temporary: string, port: number) => {
  const folder = join(temporary, `odradek-kafka-${port}`)
  await mkdir(folder)
  const done: string[] = []
  const note = (what: string) => (nodeId: number) => {
    if (what === 'kill' && done.includes(`kill ${nodeId}`)) {
      throw new ClusterError('wrong-state', `Node ${nodeId} does not run.`)
    }
    done.push(`${what} ${nodeId}`)
    return Promise.resolve()
  }
  const nodes = [1, 2, 3].map((nodeId) => ({ nodeId, state: 'running', address: `127.0.0.1:${port + nodeId}` }))
  const bootstrapServers = nodes.map(({ address }) => address).join(',')
  const faults = { kill: note('kill'), shutDown: note('shutDown'), restart: note('restart') }
  const freezing = { freeze: note('freeze'), thaw: note('thaw'), restartAll: () => note('restart')(0) }
  const facts = { folder, version: '4.3.1', bootstrapServers, nodes: nodes as unknown as ClusterNode[] }
  const said: string[] = []
  const cluster = { ...facts, ...faults, ...freezing } as unknown as Cluster
  const server = await startControlServer(cluster, (line) => said.push(line))
  t.teardown(() => server[Symbol.asyncDispose]())
  return { done, folder, server, said }
}

test('each action reaches the nodes that were named, or all', async (t) => {
  const temporary = await makeFolder(t)
  const { done } = await startFake(t, temporary, 9000)
  const order = (action: string, nodes: number[]) => control({ action: action as 'kill', nodes }, { temporary })
  await order('kill', [2])
  await order('restart', [2, 3])
  await order('freeze', [1])
  await order('thaw', [])
  await order('shut-down', [3])
  await order('restart', [])
  const { nodes, version } = await order('status', [])
  t.deepEqual(done, [
    ...['kill 2', 'restart 2', 'restart 3', 'freeze 1', 'thaw 1', 'thaw 2', 'thaw 3', 'shutDown 3', 'restart 0'],
  ])
  t.is(version, '4.3.1')
  t.deepEqual(
    nodes.map(({ nodeId, address }) => [nodeId, address]),
    [
      [1, '127.0.0.1:9001'],
      [2, '127.0.0.1:9002'],
      [3, '127.0.0.1:9003'],
    ],
  )
})

test('a node that there is not, and one whose state forbids it, are told', async (t) => {
  const temporary = await makeFolder(t)
  const { done } = await startFake(t, temporary, 9000)
  const order = (nodes: number[]) => control({ action: 'kill', nodes }, { temporary })
  await t.throwsAsync(order([1, 7]), { message: 'There is no node 7 in this cluster. Its nodes: 1, 2, 3.' })
  t.deepEqual(done, [])
  await order([1])
  await t.throwsAsync(order([1]), { message: 'Node 1 does not run.' })
})

test('where several clusters run, one says which by the address of a broker', async (t) => {
  const temporary = await makeFolder(t)
  const [one, other] = [await startFake(t, temporary, 9000), await startFake(t, temporary, 9100)]
  const request = { action: 'kill', nodes: [1] } as const
  const several = await t.throwsAsync(control(request, { temporary }), { code: 'wrong-state' })
  t.regex(several.message, /--cluster 127\.0\.0\.1:port:\n {2}Kafka 4\.3\.1 on .*\n {2}Kafka 4\.3\.1 on /)
  await control(request, { temporary, address: '127.0.0.1:9102' })
  t.deepEqual([one.done, other.done], [[], ['kill 1']])
  await t.throwsAsync(control(request, { temporary, address: '127.0.0.1:1' }), {
    message: /No cluster runs here on 127\.0\.0\.1:1\. These run:\n/,
  })
})

test('folders of clusters that are gone are passed over; without any, it is said how to start one', async (t) => {
  const temporary = await makeFolder(t)
  await mkdir(join(temporary, 'odradek-kafka-gone'))
  await mkdir(join(temporary, 'odradek-kafka-broken'))
  await writeFile(join(temporary, 'odradek-kafka-broken', 'control.sock'), '')
  await writeFile(join(temporary, 'odradek-kafka-file'), '')
  const { server, folder } = await startFake(t, temporary, 9000)
  await control({ action: 'status', nodes: [] }, { temporary })
  await server[Symbol.asyncDispose]()
  await t.throwsAsync(access(join(folder, 'control.sock')), { code: 'ENOENT' })
  await t.throwsAsync(control({ action: 'status', nodes: [] }, { temporary }), {
    message: 'No cluster runs here. Start one in another terminal: npm run cluster',
  })
})

test('clusters whose programs are suspended are passed over, and told where no other is', async (t) => {
  const temporary = await makeFolder(t)
  // As of a program that is suspended: connections are taken, and nothing is said.
  const suspended = ['a', 'b', 'c'].map((name) => join(temporary, `odradek-kafka-${name}`))
  for (const folder of suspended) {
    await mkdir(folder)
    const server = createServer()
    server.listen(join(folder, 'control.sock'))
    await once(server, 'listening')
    t.teardown(() => server.close())
  }
  const order = { action: 'kill', nodes: [1] } as const
  const { message } = (await t.throwsAsync(control(order, { temporary }), { code: 'wrong-state' }))!
  for (const folder of suspended)
    t.true(message.includes(`This one does not answer; is its program suspended? ${folder}`))
  const { done } = await startFake(t, temporary, 9000)
  await control(order, { temporary })
  t.deepEqual(done, ['kill 1'])
})

test('a cluster whose socket cannot be opened goes on, and says why it takes no orders', async (t) => {
  const temporary = await makeFolder(t)
  const long = join(temporary, 'x'.repeat(120))
  await mkdir(long)
  const { said, server, folder } = await startFake(t, long, 9000)
  const most = process.platform === 'darwin' ? 103 : 107
  t.deepEqual(said, [
    `This cluster takes no orders from other terminals: ${join(folder, 'control.sock')} is longer than the ${most} bytes of a socket's path. Set a shorter TMPDIR.`,
  ])
  t.deepEqual(await readdir(temporary), ['x'.repeat(120)])
  await server[Symbol.asyncDispose]()
  await t.throwsAsync(control({ action: 'status', nodes: [] }, { temporary: long }), {
    message: /^No cluster runs here/,
  })
})

test('what is no request is refused, and the socket goes on', async (t) => {
  const temporary = await makeFolder(t)
  const { folder } = await startFake(t, temporary, 9000)
  for (const line of ['hello', 'null', '{"action":"explode","nodes":[]}', '{"action":"kill","nodes":["1"]}']) {
    t.throws(() => parseControlRequest(line), { instanceOf: ClusterError, code: 'bad-option' })
    const socket = connect(join(folder, 'control.sock'))
    socket.write(`${line}\n`)
    t.like(JSON.parse(await text(socket)), { ok: false, error: `This is no request to a cluster: ${line}` })
  }
  t.is((await control({ action: 'status', nodes: [] }, { temporary })).nodes.length, 3)
})

test('the command line has a command for each action', (t) => {
  const calls: ControlCall[] = []
  const parse = (...args: string[]) => cliProgram((call) => calls.push(call)).parse(args, { from: 'user' })
  parse('kill', '1', '3')
  parse('restart', '--json', '--cluster', '127.0.0.1:9092', '2')
  parse('status')
  t.deepEqual(calls, [
    { request: { action: 'kill', nodes: [1, 3] }, json: false },
    { request: { action: 'restart', nodes: [2] }, json: true, address: '127.0.0.1:9092' },
    { request: { action: 'status', nodes: [] }, json: false },
  ])
})
