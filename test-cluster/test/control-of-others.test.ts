import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { control } from '../src/control-client.ts'

const NOBODY = 65_534

test('the cluster of another user is passed over', async (t) => {
  const temporary = await mkdtemp(join(tmpdir(), 'odradek-control-'))
  t.teardown(() => rm(temporary, { recursive: true, force: true }))
  const folder = join(temporary, 'odradek-kafka-theirs')
  await mkdir(folder)
  const server = createServer(() => t.fail('it was reached'))
  await new Promise<void>((resolve) => server.listen(join(folder, 'control.sock'), resolve))
  t.teardown(() => server.close())
  await chmod(temporary, 0o755)
  await chmod(folder, 0)
  // Nothing is closed to root: it has to be somebody else meanwhile.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    await t.throwsAsync(control({ action: 'status', nodes: [] }, { temporary }), {
      message: 'No cluster runs here. Start one in another terminal: npm run cluster',
    })
  } finally {
    if (isRoot) process.seteuid?.(0)
    await chmod(folder, 0o700)
  }
})
