/** Finds Java and Maven, and says in plain words what to install where one of them is missing or too old. */
import { join } from 'node:path'
import { execa } from 'execa'
import { ClusterError } from './cluster-error.ts'

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

const howToGet = (debianPackage: string, homebrewPackage: string, site: string): string =>
  `Get it with \`apt-get install ${debianPackage}\` (Debian, Ubuntu) or \`brew install ${homebrewPackage}\` (macOS), or from ${site}.`

const howToGetJava = howToGet('openjdk-17-jre-headless', 'openjdk@17', 'https://adoptium.net')

/** `$JAVA_HOME/bin/java` where JAVA_HOME is set, as Kafka's and Maven's own scripts do; else `java` from the PATH. */
export const javaCommand = (environment: Environment = process.env): string =>
  environment['JAVA_HOME'] ? join(environment['JAVA_HOME'], 'bin', 'java') : 'java'

/** The major version in the output of `java -version`: 17 for `17.0.15`, 8 for `1.8.0_392`; `undefined` if there is none. */
export const javaMajorVersion = (output: string): number | undefined => {
  const match = /version "(?:1\.)?(\d+)/.exec(output)
  return match ? Number(match[1]) : undefined
}

/**
 * Checks that Java can be run and is new enough, and returns the command.
 * @throws ClusterError `java-missing` or `java-too-old`.
 */
export const requireJava = async (minimum: number, environment: Environment = process.env): Promise<string> => {
  const command = javaCommand(environment)
  const result = await execa(command, ['-version'], { env: { ...environment }, extendEnv: false, reject: false })
  if (result.failed && result.exitCode === undefined) {
    const where = environment['JAVA_HOME']
      ? `JAVA_HOME is ${environment['JAVA_HOME']}, but ${command} cannot be run`
      : 'the command `java` was not found on the PATH'
    throw new ClusterError('java-missing', `Kafka needs Java ${minimum} or newer, but ${where}.\n${howToGetJava}`, {
      cause: result,
    })
  }
  const major = javaMajorVersion(result.stderr)
  if (result.failed || major === undefined) {
    throw new ClusterError('java-missing', `\`${command} -version\` failed:\n${result.stderr}\n${howToGetJava}`)
  }
  if (major < minimum) {
    const message = `Kafka needs Java ${minimum} or newer, but \`${command}\` is Java ${major}.\n${howToGetJava}`
    throw new ClusterError('java-too-old', message)
  }
  return command
}

/** The error for a machine without Maven, which is needed only while the jars are not in the cache yet. */
export const mavenMissingError = (cause: unknown): ClusterError =>
  new ClusterError(
    'maven-missing',
    'Apache Maven 3.6 or newer is needed to fetch the Kafka jars for the first time, but the command `mvn` was not found on the PATH.\n' +
      howToGet('maven', 'maven', 'https://maven.apache.org'),
    { cause },
  )
