import test from 'ava'
import { Broker } from 'odradek'

import { runProgram } from './programs.ts'

// kcat on our broker while it behaves as older releases of Kafka: message sets of each format, in each codec of the time.

/** What kcat must be told of a broker that does not say which versions it speaks. */
function fallback(version: string): string[] {
  return ['-X', 'api.version.request=false', '-X', `broker.version.fallback=${version}`]
}

const releases: readonly (readonly [emulate: string, options: readonly string[], codecs: readonly string[]])[] = [
  ['0.8.2', fallback('0.8.2'), ['none', 'gzip', 'snappy']],
  ['0.9.0', fallback('0.9.0'), ['none', 'gzip', 'snappy', 'lz4']],
  ['0.10.0', [], ['none', 'gzip', 'snappy', 'lz4']],
  ['0.10.2', [], ['none', 'gzip', 'snappy', 'lz4']],
  ['0.11.0', [], ['none', 'gzip', 'snappy', 'lz4']],
  ['2.8', [], ['none', 'gzip', 'snappy', 'lz4', 'zstd']],
  ['4.0', [], ['none', 'gzip', 'snappy', 'lz4', 'zstd']],
]

for (const [emulate, options, codecs] of releases) {
  test.serial(`kcat writes to and reads from a broker that behaves as ${emulate}`, async (t) => {
    const broker = await Broker.start({ emulate, topics: ['t'] })
    t.teardown(() => broker.close())
    const to = ['-b', broker.bootstrapServers, ...options, '-t', 't']
    for (const codec of codecs)
      await runProgram('kcat', [...to, '-P', '-z', codec], { input: `${codec} 1\n${codec} 2\n` })
    const read = await runProgram('kcat', [...to, '-C', '-e', '-q', '-o', 'beginning', '-f', '%o %s\\n'])
    const expected = codecs.flatMap((codec, i) => [`${2 * i} ${codec} 1`, `${2 * i + 1} ${codec} 2`])
    t.deepEqual(read.trimEnd().split('\n'), expected)
  })
}
