// Writes peers.jsonl: where the partitioners of kafkajs and @platformatic/kafka, as npm has them, send keys. See README.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const benchmarks = new URL('../../../../benchmarks/', import.meta.url)
const require = createRequire(new URL('package.json', benchmarks))
const { Partitioners } = require('kafkajs')
const peer = (path) => new URL(`node_modules/${path}`, benchmarks)
const platformatic = await import(peer('@platformatic/kafka/dist/clients/producer/partitioners.js').href)
const versionOf = (name) => JSON.parse(readFileSync(peer(`${name}/package.json`), 'utf8')).version

const PARTITION_COUNTS = [1, 2, 3, 7, 12, 50, 1000]

/** Keys that go to other partitions than in Java for different reasons: every length, every kind of byte, both signs of the hash. */
function* keys() {
  yield Buffer.alloc(0)
  for (let byte = 0; byte < 256; byte += 15) yield Buffer.from([byte])
  for (let i = 0; i < 120; i++) yield Buffer.from(`order-${i}`)
  for (const text of ['Größe', 'ключ', '鍵', '🔑', 'a\0b', '\u2028']) yield Buffer.from(text)
  for (const byte of [0x00, 0x7f, 0x80, 0xff]) {
    for (let length = 1; length <= 12; length++) yield Buffer.alloc(length, byte)
  }
  // A linear congruential generator: the same bytes on every run.
  let state = 41_000
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24
  for (let i = 0; i < 160; i++) yield Buffer.from(Array.from({ length: i % 80 }, next))
}

const kafkajsLegacy = Partitioners.LegacyPartitioner()
const kafkajsDefault = Partitioners.DefaultPartitioner()

function line(key) {
  const kafkajs = (partitioner) =>
    PARTITION_COUNTS.map((count) => {
      const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({ partitionId, leader: 1 }))
      return partitioner({ topic: 't', partitionMetadata, message: { key } })
    })
  // The producer takes the remainder after it has called the partitioner.
  const rest = (partitioner) => PARTITION_COUNTS.map((count) => partitioner({}, key) % count)
  return {
    base64: key.toString('base64'),
    kafkajsLegacy: kafkajs(kafkajsLegacy),
    kafkajsDefault: kafkajs(kafkajsDefault),
    platformaticDefault: rest(platformatic.defaultPartitioner),
    platformaticCompatibility: rest(platformatic.compatibilityPartitioner),
  }
}

const lines = [...keys()].map((key) => JSON.stringify(line(key)))
const head = {
  kafkajs: versionOf('kafkajs'),
  platformatic: versionOf('@platformatic/kafka'),
  partitionCounts: PARTITION_COUNTS,
}
writeFileSync(new URL('peers.jsonl', import.meta.url), [JSON.stringify(head), ...lines, ''].join('\n'))
console.log(`${lines.length} keys`)
