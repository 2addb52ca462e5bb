/**
 * Fetches jars with Maven, once for each list of artifacts, into a folder that all runs share. An entry is filled in a
 * folder of its own and then takes its place in one rename, so two runs on a cold cache cannot see each other's half.
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { ClusterError } from './cluster-error.ts'
import { runProgram } from './java-process.ts'
import { mavenMissingError } from './required-programs.ts'
import type { Environment } from './required-programs.ts'
import type { Watchdog } from './watchdog.ts'

// Pinned: every Maven has another default for the version of its plugins.
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies'

/** What one start hands down to every step of it. */
export interface StartContext {
  readonly watchdog: Watchdog
  readonly cacheFolder: string
  readonly signal?: AbortSignal | undefined
  /** Called with one line of text for each step that takes time. */
  readonly onProgress: (message: string) => void
}

/** `ODRADEK_KAFKA_CACHE`, or the `kafka` folder in the user's cache folder for odradek (`~/.cache/odradek/kafka` on Linux). */
export const cacheFolder = (environment: Environment = process.env): string =>
  environment['ODRADEK_KAFKA_CACHE']
    ? resolve(environment['ODRADEK_KAFKA_CACHE'])
    : join(envPaths('odradek', { suffix: '' }).cache, 'kafka')

const withoutDependencies =
  '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>'

/** The project file for Maven that has these `group:artifact:version` as its dependencies; those with `!` at the end come alone. */
export const projectFile = (artifacts: readonly string[]): string => {
  const dependencies = artifacts.map((coordinates) => {
    const [group, artifact, version] = coordinates.replace(/!$/, '').split(':')
    const exclusions = coordinates.endsWith('!') ? withoutDependencies : ''
    return `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${exclusions}</dependency>`
  })
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    '  <modelVersion>4.0.0</modelVersion>',
    '  <groupId>odradek</groupId><artifactId>test-cluster-jars</artifactId><version>1</version>',
    '  <dependencies>',
    ...dependencies,
    '  </dependencies>',
    '</project>',
    '',
  ].join('\n')
}

/** File name and size of the jar that a line of Maven's output reports as downloaded; `undefined` for other lines. */
export const downloadedJar = (line: string): string | undefined => {
  const match = /Downloaded from \S+: \S+\/([^/\s]+\.jar)(?: \((\S+ \S+) at)?/.exec(line)
  return match ? (match[2] ? `${match[1]} (${match[2]})` : match[1]) : undefined
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Makes a cache entry: `fill` works in a folder of its own, which then becomes `entry`. Where another process was first,
 * its entry stays and this one's work is thrown away.
 */
export const fillOnce = async (
  entry: string,
  watchdog: Watchdog,
  fill: (folder: string) => Promise<void>,
): Promise<void> => {
  if (await exists(entry)) return
  await mkdir(dirname(entry), { recursive: true })
  const part = await mkdtemp(`${entry}.part-`)
  watchdog.watchFolder(part)
  try {
    await fill(part)
    await rename(part, entry).catch(async (error: unknown) => {
      if (!(await exists(entry))) throw error
    })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/**
 * The class path of these artifacts with all their dependencies; fetches them if they are not in the cache yet.
 * @param label for people, such as `Kafka 4.3.1`; also the start of the entry's folder name
 * @throws ClusterError `maven-missing` or `fetch-failed`.
 */
export const fetchJars = async (
  label: string,
  artifacts: readonly string[],
  context: StartContext,
): Promise<string> => {
  const project = projectFile(artifacts)
  const hash = createHash('sha256').update(project).digest('hex').slice(0, 8)
  const entry = join(context.cacheFolder, 'jars', `${label.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-')}-${hash}`)
  await fillOnce(entry, context.watchdog, async (folder) => {
    context.onProgress(`Fetching the jars of ${label} with Maven (only the first time)`)
    await writeFile(join(folder, 'pom.xml'), project)
    const args = ['-B', '-Dstyle.color=never', copyDependencies, '-DincludeScope=runtime', '-DoutputDirectory=lib']
    const result = await runProgram('mvn', args, {
      ...context,
      folder,
      onLine: (line) => {
        const jar = downloadedJar(line)
        if (jar !== undefined) context.onProgress(`  ${jar}`)
      },
    })
    if (result.notFound) throw mavenMissingError(result)
    if (result.exitCode !== 0) throw fetchFailedError(label, result.stdout + result.stderr)
  })
  return join(entry, 'lib', '*')
}

const fetchFailedError = (label: string, output: string): ClusterError => {
  const errors = output.split('\n').filter((line) => line.startsWith('[ERROR]'))
  const shown = (errors.length > 0 ? errors : output.trimEnd().split('\n').slice(-15)).slice(0, 15).join('\n')
  return new ClusterError(
    'fetch-failed',
    `Maven could not fetch the jars of ${label}. If there is no way to Maven Central from here, name a proxy or a mirror ` +
      `in ~/.m2/settings.xml. Maven says:\n${shown}`,
  )
}
