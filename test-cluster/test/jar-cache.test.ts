import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { cacheFolder, downloadedJar, fillOnce, projectFile } from '../src/jar-cache.ts'
import { Watchdog } from '../src/watchdog.ts'

const emptyFolder = async (t: ExecutionContext): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-cache-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return folder
}

const makeWatchdog = (t: ExecutionContext): Watchdog => {
  const watchdog = new Watchdog()
  t.teardown(() => watchdog.release())
  return watchdog
}

test('ODRADEK_KAFKA_CACHE names the cache folder, and without it the cache is in the home folder', (t) => {
  t.is(cacheFolder({ ODRADEK_KAFKA_CACHE: '/var/cache/kafka' }), '/var/cache/kafka')
  const byDefault = cacheFolder({})
  t.true(byDefault.startsWith(process.env['XDG_CACHE_HOME'] ?? homedir()))
  t.regex(byDefault, /odradek/)
})

test('the project file has each artifact as a dependency', (t) => {
  const text = projectFile(['a.b:c_2.13:1.0', 'd:e:2'])
  t.true(text.includes('<groupId>a.b</groupId><artifactId>c_2.13</artifactId><version>1.0</version>'))
  t.true(text.includes('<groupId>d</groupId><artifactId>e</artifactId><version>2</version>'))
  t.is(text.match(/<dependency>/g)?.length, 2)
})

test('a downloaded jar is seen in the output of Maven, and nothing else is', (t) => {
  const line =
    '[INFO] Downloaded from central: https://repo.example/org/lz4/lz4-java/1.8.0/lz4-java-1.8.0.jar (683 kB at 11 MB/s)'
  t.is(downloadedJar(line), 'lz4-java-1.8.0.jar (683 kB)')
  t.is(downloadedJar(line.replace('Downloaded', 'Downloading')), undefined)
  t.is(downloadedJar(line.replaceAll('.jar', '.pom')), undefined)
  t.is(downloadedJar('[INFO] BUILD SUCCESS'), undefined)
})

test('an entry is filled once and then reused', async (t) => {
  const entry = join(await emptyFolder(t), 'deep/entry')
  const watchdog = makeWatchdog(t)
  await fillOnce(entry, watchdog, (folder) => writeFile(join(folder, 'file'), 'first'))
  await fillOnce(entry, watchdog, () => Promise.reject(new Error('filled twice')))
  t.is(await readFile(join(entry, 'file'), 'utf8'), 'first')
})

test('of two that fill the same entry at once one wins, both succeed, and nothing half-done is left', async (t) => {
  const folder = await emptyFolder(t)
  const entry = join(folder, 'entry')
  const watchdog = makeWatchdog(t)
  let waiting = 0
  let release = (): void => {}
  const bothAreFilling = new Promise<void>((resolve) => (release = resolve))
  const fill = async (part: string): Promise<void> => {
    t.not(part, entry)
    await writeFile(join(part, 'file'), 'whole')
    if (++waiting === 2) release()
    await bothAreFilling
  }
  await Promise.all([fillOnce(entry, watchdog, fill), fillOnce(entry, watchdog, fill)])
  t.is(waiting, 2)
  t.is(await readFile(join(entry, 'file'), 'utf8'), 'whole')
  t.deepEqual(await readdir(folder), ['entry'])
})

test('a failed filling leaves no entry', async (t) => {
  const folder = await emptyFolder(t)
  const failing = fillOnce(join(folder, 'entry'), makeWatchdog(t), () => Promise.reject(new Error('no network')))
  await t.throwsAsync(failing, { message: 'no network' })
  t.deepEqual(await readdir(folder), [])
})
