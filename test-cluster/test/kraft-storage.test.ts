import test from 'ava'
import { randomKafkaId, withIds } from '../src/kraft-storage.ts'

test('a Kafka id is 16 bytes in base64url and never looks like an option', (t) => {
  for (let i = 0; i < 1000; i++) t.regex(randomKafkaId(), /^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/)
})

test('the ids in meta.properties are replaced and all else stays', (t) => {
  const before = '#Sat Nov 21\ncluster.id=old\nversion=1\ndirectory.id=old\nnode.id=1\n'
  t.is(
    withIds(before, 'new-cluster', 3, 'new-directory'),
    '#Sat Nov 21\ncluster.id=new-cluster\nversion=1\ndirectory.id=new-directory\nnode.id=3\n',
  )
})

test('a version without directory ids gets none', (t) => {
  t.is(withIds('cluster.id=a\nnode.id=1\n', 'b', 2, 'd'), 'cluster.id=b\nnode.id=2\n')
})
