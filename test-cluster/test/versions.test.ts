import test from 'ava'
import { toolNames } from '../src/tool-classes.ts'
import { defaultVersion, findVersion, kafkaVersions } from '../src/versions.ts'

test('each version has one row, and the newest is the default', (t) => {
  const versions = kafkaVersions.map((row) => row.version)
  t.is(new Set(versions).size, versions.length)
  t.is(versions[0], defaultVersion)
  const newestFirst = versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  t.deepEqual(versions, newestFirst)
})

for (const row of kafkaVersions) {
  test(`the row of ${row.version} fetches that version of the broker and of the tools`, (t) => {
    const broker = `org.apache.kafka:kafka_2.13:${row.version}`
    t.true(row.brokerArtifacts.includes(broker))
    t.true(row.toolArtifacts.includes(broker))
    t.true(row.toolArtifacts.includes(`org.apache.kafka:kafka-tools:${row.version}`))
    for (const coordinates of [...row.brokerArtifacts, ...row.toolArtifacts]) {
      t.regex(coordinates, /^[\w.-]+:[\w.-]+:[\w.-]+$/)
    }
  })

  test(`the row of ${row.version} has a class for every tool`, (t) => {
    t.deepEqual(Object.keys(row.toolClasses).sort(), [...toolNames].sort())
  })
}

test('a known version is found', (t) => {
  t.is(findVersion('3.9.1').version, '3.9.1')
})

test('an unknown version is refused with the nearest one and the list of all', (t) => {
  const error = t.throws(() => findVersion('3.91'), { name: 'ClusterError', code: 'unknown-version' })
  t.regex(error.message, /Kafka 3\.91 .* Did you mean 3\.9\.1\? Known versions: 4\.3\.1, /)
})
