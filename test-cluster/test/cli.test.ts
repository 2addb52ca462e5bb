import { fileURLToPath } from 'node:url'
import test from 'ava'
import { execa } from 'execa'

const mainFile = fileURLToPath(new URL('../src/main.ts', import.meta.url))

const runMain = (args: string[], env: Record<string, string> = {}) =>
  execa(process.execPath, ['--import=tsx', mainFile, ...args], { reject: false, env })

test('--help shows every option, the needs, the exit codes and examples', async (t) => {
  const result = await runMain(['--help'])
  t.is(result.exitCode, 0)
  for (const option of ['--version', '--port', '--heap', '--property', '--feature', '--json', '--exec', '--help']) {
    t.true(result.stdout.includes(option), option)
  }
  for (const text of ['4.4.0, 4.3.1, 4.2.1', 'Java 17', 'Maven', 'ODRADEK_KAFKA_CACHE', 'Exit code', 'Examples']) {
    t.true(result.stdout.includes(text), text)
  }
})

test('an unknown version is refused on standard error with the nearest one', async (t) => {
  const result = await runMain(['--version', '4.31'])
  t.is(result.exitCode, 1)
  t.is(result.stdout, '')
  t.regex(result.stderr, /Kafka 4\.31 is not .* Did you mean 4\.3\.1\?/)
})

test('a machine without Java is told what to install, without a stack trace', async (t) => {
  const result = await runMain([], { PATH: '/nonexistent', JAVA_HOME: '' })
  t.is(result.exitCode, 1)
  t.is(result.stdout, '')
  t.regex(result.stderr, /the command `java` was not found on the PATH/)
  t.regex(result.stderr, /apt-get install openjdk-17-jre-headless/)
  t.notRegex(result.stderr, /\n\s+at /)
})
