import { readdirSync } from 'node:fs'

import { goldenPath } from '@odradek/test-kit'
import test from 'ava'

import { dumpDifferences, kafkaDump, ourDump } from './dump-log.ts'

// odradek dump-log against kafka-dump-log of Kafka 4.3.1, on segments that real brokers of 0.8.2 to 4.3 wrote, in every codec.

const segments = readdirSync(goldenPath('segments/'))
  .filter((name) => name.endsWith('.log'))
  .map((name) => goldenPath(`segments/${name}`))

for (const options of [[], ['--deep-iteration'], ['--print-data-log']]) {
  test.serial(`dump-log ${options.join(' ')} prints the same lines as Kafka's program`, async (t) => {
    const expected = await kafkaDump(segments, ...options)
    t.deepEqual(dumpDifferences(expected, await ourDump(segments, ...options)), [])
    // Every segment holds a name, an offset, at least four batches, and 41 records.
    t.true(expected.length >= segments.length * (options.length === 0 ? 6 : 6 + 41), String(expected.length))
    t.log(`${expected.length} lines of ${segments.length} segments`)
  })
}
