/**
 * The formatted data folder of a KRaft node. Formatting costs the start of a JVM, and what it writes depends on the
 * version and the feature levels alone, apart from three ids: so it is done once, kept in the cache, and copied.
 * (Writing meta.properties alone by hand is not enough: a 4.x broker would start with its newer features switched off.)
 */
import { createHash, randomBytes } from 'node:crypto'
import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ClusterError } from './cluster-error.ts'
import { fillOnce } from './jar-cache.ts'
import type { StartContext } from './jar-cache.ts'
import { runProgram, smallJvmFlags } from './java-process.ts'
import type { Users } from './users.ts'
import type { KafkaVersion } from './versions.ts'

/** A new id as Kafka writes them: 16 random bytes in base64url, not starting with `-`, which would look like an option. */
export const randomKafkaId = (): string => {
  for (;;) {
    const id = randomBytes(16).toString('base64url')
    // The first 100 ids are reserved; all of them start with this many zero bits.
    if (!id.startsWith('-') && !id.startsWith('AAAAAAAAAAAAAAAA')) return id
  }
}

/** The text of meta.properties with the ids of another cluster and node; a line that is not there is not added. */
export const withIds = (metaProperties: string, clusterId: string, nodeId: number, directoryId: string): string =>
  metaProperties
    .replace(/^cluster\.id=.*$/m, `cluster.id=${clusterId}`)
    .replace(/^node\.id=.*$/m, `node.id=${nodeId}`)
    .replace(/^directory\.id=.*$/m, `directory.id=${directoryId}`)

/** Which data folder is wanted. */
export interface StorageOptions {
  readonly row: KafkaVersion
  readonly java: string
  readonly classPath: string
  readonly nodeId: number
  readonly clusterId: string
  /** Must not exist yet. */
  readonly dataFolder: string
  /** The node's server.properties, for a data folder elsewhere. */
  readonly settings: (place: { readonly dataFolder: string }) => string
  /** Feature levels that differ from the version's defaults, such as `{ 'share.version': 1 }`. */
  readonly features: Readonly<Record<string, number>>
  /** Users with SCRAM credentials, by name with their password. */
  readonly scramUsers: Users
}

const scramArguments = (users: Users): string[] =>
  Object.entries(users).flatMap(([user, password]) =>
    ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap((mechanism) => [
      '--add-scram',
      `${mechanism}=[name=${user},password=${password}]`,
    ]),
  )

/**
 * Makes `dataFolder`, formatted and with these ids.
 * @throws ClusterError `format-failed`, for example for a feature that the version does not know.
 */
export const makeDataFolder = async (options: StorageOptions, context: StartContext): Promise<void> => {
  const features = Object.entries(options.features).flatMap(([name, level]) => ['--feature', `${name}=${level}`])
  const choices = [...features, ...scramArguments(options.scramUsers)]
  const hash = createHash('sha256').update(JSON.stringify(choices)).digest('hex').slice(0, 8)
  const entry = join(context.cacheFolder, 'formatted', `${options.row.version}-${hash}`)
  await fillOnce(entry, context.watchdog, (folder) => formatInto(folder, choices, options, context))
  await cp(entry, options.dataFolder, { recursive: true })
  const metaFile = join(options.dataFolder, 'meta.properties')
  const meta = await readFile(metaFile, 'utf8')
  await writeFile(metaFile, withIds(meta, options.clusterId, options.nodeId, randomKafkaId()))
}

/** Runs Kafka's StorageTool and leaves nothing but what it made in `folder`. */
const formatInto = async (
  folder: string,
  choices: string[],
  options: StorageOptions,
  context: StartContext,
): Promise<void> => {
  context.onProgress(`Formatting the storage of Kafka ${options.row.version} (only the first time)`)
  const dataFolder = `${options.dataFolder}-template`
  const settingsFile = `${dataFolder}.properties`
  await writeFile(settingsFile, options.settings({ dataFolder }))
  const jvm = [...smallJvmFlags('128m', folder), '-cp', options.classPath, 'kafka.tools.StorageTool']
  const command = ['format', '-t', options.clusterId, '-c', settingsFile, ...choices]
  const result = await runProgram(options.java, [...jvm, ...command], context)
  if (result.exitCode !== 0) {
    const output = `${result.stdout}\n${result.stderr}`.trim()
    throw new ClusterError('format-failed', `Kafka's StorageTool could not format the storage:\n${output}`)
  }
  // Copied, not moved: the cache may be on another file system than the temp folder.
  for (const name of await readdir(dataFolder))
    await cp(join(dataFolder, name), join(folder, name), { recursive: true })
}
