import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { startCluster } from '../src/index.ts'

// Shell scripts stand in for Java and Maven, so that everything up to a running broker can be tested without them.
const javaScript = (broker: string): string => `#!/bin/sh
case "$*" in
  -version) echo 'openjdk version "17.0.1"' >&2 ;;
  *StorageTool*)
    settings=$(echo "$*" | sed 's/.*-c \\([^ ]*\\).*/\\1/')
    data=$(sed -n 's/^log.dirs=//p' "$settings")
    mkdir -p "$data" && printf 'node.id=1\\ncluster.id=x\\ndirectory.id=y\\n' > "$data/meta.properties" ;;
  *kafka.Kafka*) ${broker} ;;
esac
`

const changedVariables = ['JAVA_HOME', 'PATH', 'TMPDIR', 'ODRADEK_KAFKA_CACHE']

const makeMachine = async (t: ExecutionContext, broker: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-machine-'))
  const bin = join(folder, 'bin')
  const temporary = join(folder, 'tmp')
  await mkdir(bin)
  await mkdir(temporary)
  const scripts = { java: javaScript(broker), mvn: '#!/bin/sh\nmkdir lib\n' }
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(bin, name), text)
    await chmod(join(bin, name), 0o755)
  }
  const before = { ...process.env }
  t.teardown(async () => {
    for (const name of changedVariables) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
    await rm(folder, { recursive: true })
  })
  delete process.env['JAVA_HOME']
  process.env['PATH'] = [bin, before['PATH']].join(delimiter)
  process.env['TMPDIR'] = temporary
  process.env['ODRADEK_KAFKA_CACHE'] = join(folder, 'cache')
  return { bin, temporary, cache: join(folder, 'cache') }
}

test.serial('a broker that dies at its start is an error with the last lines of its log', async (t) => {
  const machine = await makeMachine(t, "echo 'INFO starting'; echo 'FATAL no such setting'; exit 1")
  const error = await t.throwsAsync(startCluster(), { name: 'ClusterError', code: 'broker-died' })
  t.regex(error.message, /exit code 1/)
  t.regex(error.message, /INFO starting\nFATAL no such setting/)
  t.deepEqual(await readdir(machine.temporary), [])
})

test.serial('a port that was taken in the meantime is replaced by another, three times at most', async (t) => {
  const machine = await makeMachine(t, 'echo x >> "$TMPDIR/../starts"; echo java.net.BindException; exit 1')
  await t.throwsAsync(startCluster(), { code: 'broker-died' })
  t.is(await readFile(join(machine.temporary, '../starts'), 'utf8'), 'x\nx\nx\n')
  t.deepEqual(await readdir(machine.temporary), [])
})

test.serial('a start that is stopped leaves no process and no folder', async (t) => {
  const machine = await makeMachine(t, 'echo $$ > "$TMPDIR/../pid"; exec sleep 600')
  const stop = new AbortController()
  const starting = startCluster({
    signal: stop.signal,
    onProgress: (message) => {
      if (message.startsWith('Starting')) stop.abort()
    },
  })
  await t.throwsAsync(starting, { code: 'aborted' })
  t.deepEqual(await readdir(machine.temporary), [])
  const pid = await readFile(join(machine.temporary, '../pid'), 'utf8').catch(() => undefined)
  if (pid !== undefined) t.throws(() => process.kill(Number(pid), 0), { code: 'ESRCH' })
})

test.serial('a failing Maven is an error with what it says, and the cache stays empty', async (t) => {
  const machine = await makeMachine(t, 'exit 1')
  await writeFile(join(machine.bin, 'mvn'), "#!/bin/sh\necho '[INFO] x'\necho '[ERROR] Unknown host'\nexit 1\n")
  const error = await t.throwsAsync(startCluster(), { code: 'fetch-failed' })
  t.regex(error.message, /Maven says:\n\[ERROR\] Unknown host$/)
  t.deepEqual(await readdir(join(machine.cache, 'jars')), [])
  t.deepEqual(await readdir(machine.temporary), [])
})

test.serial('a machine without Maven is told what to install', async (t) => {
  const machine = await makeMachine(t, 'exit 1')
  await rm(join(machine.bin, 'mvn'))
  await writeFile(join(machine.bin, 'java'), '#!/bin/sh\necho \'openjdk version "17.0.1"\' >&2\n')
  process.env['PATH'] = machine.bin
  const error = await t.throwsAsync(startCluster(), { code: 'maven-missing' })
  t.regex(error.message, /command `mvn` was not found on the PATH/)
  t.regex(error.message, /apt-get install maven/)
  t.deepEqual(await readdir(machine.temporary), [])
})

test.serial('an unknown version is refused before anything is run', async (t) => {
  await t.throwsAsync(startCluster({ version: '9.9.9' }), { code: 'unknown-version' })
})
