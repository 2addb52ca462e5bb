import test from 'ava'
import { defaultVersion, findVersion, kafkaVersions } from '../src/versions.ts'

test('each version has one row, newest first', (t) => {
  const versions = kafkaVersions.map((row) => row.version)
  t.is(new Set(versions).size, versions.length)
  t.true(versions.includes(defaultVersion))
  t.is(versions.length, 17)
  const newestFirst = versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  t.deepEqual(versions, newestFirst)
})

for (const row of kafkaVersions) {
  test(`the row of ${row.version} fetches that version of the broker`, (t) => {
    const own = row.brokerArtifacts.filter((coordinates) => /^org\.apache\.kafka:kafka_2\.1[123]:/.test(coordinates))
    t.deepEqual(
      own.map((coordinates) => coordinates.split(':')[2]),
      [row.version],
    )
    for (const coordinates of [...row.brokerArtifacts, ...row.toolArtifacts]) {
      t.regex(coordinates, /^[\w.-]+:[\w.-]+:[\w.-]+!?$/)
    }
  })
}

test('a known version is found', (t) => {
  t.is(findVersion('3.9.1').version, '3.9.1')
})

test('an unknown version is refused with the nearest one and the list of all', (t) => {
  const error = t.throws(() => findVersion('3.91'), { name: 'ClusterError', code: 'unknown-version' })
  t.regex(error.message, /Kafka 3\.91 .* Did you mean 3\.9\.1\? Known versions: 4\.4\.0, 4\.3\.1, /)
})
