// Apache Kafka with the properties that the variables of a compose file make, and the README's kcat command for it.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { kafkaClassPath } from '@odradek/test-cluster'
import test, { type ExecutionContext } from 'ava'
import { parse } from 'yaml'

import { propertiesOfEnvironment } from '../../packages/odradek/src/broker-command/kafka-environment.ts'
import { type ComposeFile, composeFlavours } from '../../test-cluster/src/compose-file.ts'
import { until } from '../until.ts'

const run = promisify(execFile)
const compose = new URL('../../test-cluster/compose/', import.meta.url)

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return String(port)
}

async function makeFolder(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-compose-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the broker of a file in `folder`. `died` rejects when it ends. */
async function startBroker(
  t: ExecutionContext,
  { services }: ComposeFile,
  folder: string,
  here: (text: string) => string,
) {
  const { environment = {} } = services['broker-1']!
  const properties = { ...propertiesOfEnvironment(environment), 'log.dirs': join(folder, 'data') }
  const settings = join(folder, 'server.properties')
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${here(value)}`)
  await writeFile(settings, lines.join('\n'))
  const { java, classPath } = await kafkaClassPath()
  const jvm = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '-cp', classPath]
  await run(java, [...jvm, 'kafka.tools.StorageTool', 'format', '-t', environment['CLUSTER_ID']!, '-c', settings])
  const broker = spawn(java, [...jvm, 'kafka.Kafka', settings], { stdio: 'ignore' })
  const ended = once(broker, 'exit')
  t.teardown(async () => {
    broker.kill('SIGKILL')
    await ended
  })
  const died = ended.then(() => Promise.reject<never>(new Error('the broker ended by itself')))
  died.catch(() => undefined)
  return { died }
}

/** Has kcat ask until it is told of a broker at this address. */
function untilListed(flags: readonly string[], cwd: string, address: string) {
  return until(
    `a broker at ${address}`,
    () =>
      run('kcat', [...flags, '-L', '-m', '2'], { cwd }).catch((error: object) => ({
        stdout: '',
        stderr: '',
        ...error,
      })),
    ({ stdout }) => stdout.includes(` at ${address}`),
    { limitMs: 150_000 },
  )
}

for (const flavour of composeFlavours) {
  test.serial(
    `Apache Kafka starts with the variables of ${flavour}-1.yml, and kcat gets in as the README says`,
    async (t) => {
      const folder = await makeFolder(t)
      const secrets = join(folder, 'certificates')
      await mkdir(secrets)
      const ports = { '9092': await freePort(), '19092': await freePort(), '29093': await freePort() }
      const here = (text: string) =>
        text
          .replaceAll(/\b(19092|29093|9092)\b/g, (port) => ports[port as keyof typeof ports])
          .replaceAll('broker-1', '127.0.0.1')
          .replaceAll('/etc/kafka/secrets', secrets)
      const file = parse(await readFile(new URL(`${flavour}-1.yml`, compose), 'utf8')) as ComposeFile
      const { certificates } = file.services
      if (certificates !== undefined) {
        const [shell, ...flags] = certificates.entrypoint!
        await run(shell!, [...flags, certificates.command![0]!.replace('/secrets', secrets)])
      }
      const { died } = await startBroker(t, file, folder, here)

      const readme = await readFile(new URL('README.md', compose), 'utf8')
      const [, command] = new RegExp(`\\n    kcat (-b localhost:9092.*?) -L +# ${flavour}\\n`).exec(readme)!
      const flags = here(command!).split(' ')
      await t.notThrowsAsync(Promise.race([untilListed(flags, folder, `localhost:${ports['9092']}`), died]))
      const produced = run('kcat', [...flags, '-P', '-t', 'orders'], { cwd: folder })
      produced.child.stdin!.end('a star\n')
      await produced
      const { stdout } = await run('kcat', [...flags, '-C', '-t', 'orders', '-e', '-q', '-o', 'beginning'], {
        cwd: folder,
      })
      t.is(stdout, 'a star\n')
      if (flavour === 'acls') {
        const alice = flags.map((flag) => flag.replaceAll('admin', 'alice'))
        const { stdout: seen } = await run('kcat', [...alice, '-L'], { cwd: folder })
        t.false(seen.includes('orders'))
      }
    },
  )
}
