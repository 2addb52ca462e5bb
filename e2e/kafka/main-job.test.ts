import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { startCluster } from '@odradek/test-cluster'
import test from 'ava'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface MainJobResult {
  readonly ok: boolean
  readonly [key: string]: unknown
}

function mainJob(args: readonly string[]): Promise<{ code: number; result: MainJobResult; stderr: string }> {
  return new Promise((resolve, reject) => {
    const flags = ['--import=tsx', '--conditions=source', 'packages/odradek/src/main.ts', 'main-job', '--json', ...args]
    const child = execFile(process.execPath, flags, { cwd: root, maxBuffer: 1 << 26 }, (_error, stdout, stderr) => {
      try {
        resolve({ code: child.exitCode ?? -1, result: JSON.parse(stdout) as MainJobResult, stderr })
      } catch (error) {
        reject(new Error(`the main job printed no JSON:\n${stdout}\n${stderr}`, { cause: error }))
      }
    })
  })
}

test('the main job against Apache Kafka 4.3.1 loses nothing and reads in order', async (t) => {
  await using cluster = await startCluster({ version: '4.3.1' })
  const { code, result, stderr } = await mainJob(['--bootstrap', cluster.bootstrapServers])
  t.log(JSON.stringify(result))
  t.is(code, 0, stderr)
  t.true(result.ok)
})
