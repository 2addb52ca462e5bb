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
  for (const text of ['4.3.1, 4.0.0, 3.9.1', 'Java 17', 'Maven', 'ODRADEK_KAFKA_CACHE', 'Exit code', 'Examples']) {
    t.true(result.stdout.includes(text), text)
  }
})

const refused: [title: string, args: string[], message: RegExp][] = [
  ['an unknown version', ['--version', '4.31'], /Kafka 4\.31 is not .* Did you mean 4\.3\.1\?/],
  ['an unknown option', ['--prot', '9092'], /Did you mean --port\?/],
  ['a port that is none', ['--port', '70000'], /whole number up to 65535/],
  ['port 0', ['--port', '0'], /Leave the option out/],
  ['a heap that Java would not take', ['--heap', '256'], /256m or 1g/],
  ['a property without a value', ['--property', 'a.b'], /name=value/],
  ['a feature level that is no number', ['--feature', 'share.version=x'], /whole number/],
  ['an argument that belongs to no option', ['4.3.1'], /too many arguments/],
]

for (const [title, args, message] of refused) {
  test(`${title} is refused with a hint, on standard error`, async (t) => {
    const result = await runMain(args)
    t.is(result.exitCode, 1)
    t.is(result.stdout, '')
    t.regex(result.stderr, message)
    t.regex(result.stderr, /--help shows all options/)
  })
}

test('a machine without Java is told what to install, without a stack trace', async (t) => {
  const result = await runMain([], { PATH: '/nonexistent', JAVA_HOME: '' })
  t.is(result.exitCode, 1)
  t.is(result.stdout, '')
  t.regex(result.stderr, /the command `java` was not found on the PATH/)
  t.regex(result.stderr, /apt-get install openjdk-17-jre-headless/)
  t.notRegex(result.stderr, /\n\s+at /)
})
