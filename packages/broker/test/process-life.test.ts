// A broker is a server: as long as it is open, so is its process. One for tests is not in the way.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { nodeTcp } from '@odradek/network'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import test, { type ExecutionContext } from 'ava'
import { RawClient } from './raw-client.ts'

const program = fileURLToPath(new URL('support/life-of-process.ts', import.meta.url))

async function run(t: ExecutionContext, how: string) {
  const node = ['--conditions=source', '--import=tsx', program, how]
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, exited, port: Number(line) }
}

test('a broker that nobody closes keeps its process alive, as a server of Node does', async (t) => {
  t.timeout(60_000)
  const { child, exited, port } = await run(t, 'open')
  // Its program is at its end: what answers is the broker.
  const client = new RawClient(nodeTcp, { host: '127.0.0.1', port })
  const software = { clientSoftwareName: 'raw', clientSoftwareVersion: '1' }
  t.is((await client.ask(apiVersionsApi, 3, software)).errorCode, 0)
  client.close()
  t.is(child.exitCode, null)
  child.kill('SIGTERM')
  t.deepEqual(await exited, [null, 'SIGTERM'])
})

for (const how of ['closed', 'for-tests', 'for-tests-tls']) {
  test(`a process ends where its program does: ${how}`, async (t) => {
    t.timeout(60_000)
    const { exited } = await run(t, how)
    t.deepEqual(await exited, [0, null])
  })
}
