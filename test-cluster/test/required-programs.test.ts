import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import type { ExecutionContext } from 'ava'
import { javaCommand, javaMajorVersion, requireJava } from '../src/required-programs.ts'

/** A folder whose bin/java prints the line as `java -version` does. */
const fakeJavaHome = async (t: ExecutionContext, versionLine: string): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'odradek-java-'))
  t.teardown(() => rm(home, { recursive: true }))
  await mkdir(join(home, 'bin'))
  await writeFile(join(home, 'bin/java'), `#!/bin/sh\necho '${versionLine}' >&2\n`)
  await chmod(join(home, 'bin/java'), 0o755)
  return home
}

test('the major version is read from old and new version strings', (t) => {
  t.is(javaMajorVersion('openjdk version "17.0.15" 2025-04-15'), 17)
  t.is(javaMajorVersion('openjdk version "25" 2025-09-16'), 25)
  t.is(javaMajorVersion('java version "1.8.0_392"'), 8)
  t.is(javaMajorVersion('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.1"'), 21)
  t.is(javaMajorVersion('no such thing'), undefined)
})

test('JAVA_HOME goes before the PATH', (t) => {
  t.is(javaCommand({ JAVA_HOME: '/opt/java' }), '/opt/java/bin/java')
  t.is(javaCommand({}), 'java')
})

test('a PATH without Java says which command is missing, which version is needed, and how to get it', async (t) => {
  const error = await t.throwsAsync(requireJava(17, { PATH: '/nonexistent' }), { code: 'java-missing' })
  t.regex(error.message, /Java 17 or newer/)
  t.regex(error.message, /command `java` was not found on the PATH/)
  t.regex(error.message, /apt-get install openjdk-17-jre-headless/)
})

test('a JAVA_HOME without a Java is named', async (t) => {
  const error = await t.throwsAsync(requireJava(17, { JAVA_HOME: '/nonexistent' }), { code: 'java-missing' })
  t.regex(error.message, /JAVA_HOME is \/nonexistent/)
})

test('a Java that is too old is refused with both versions', async (t) => {
  const home = await fakeJavaHome(t, 'openjdk version "11.0.13" 2021-10-19')
  const error = await t.throwsAsync(requireJava(17, { JAVA_HOME: home }), { code: 'java-too-old' })
  t.regex(error.message, /Java 17 or newer, but .* is Java 11/)
})

test('a Java that is new enough is returned as the command', async (t) => {
  const home = await fakeJavaHome(t, 'openjdk version "21.0.2" 2024-01-16')
  t.is(await requireJava(17, { JAVA_HOME: home }), join(home, 'bin/java'))
})

test('a program called java that is none is refused', async (t) => {
  const home = await fakeJavaHome(t, 'hello')
  await t.throwsAsync(requireJava(17, { JAVA_HOME: home }), { code: 'java-missing', message: /hello/ })
})
