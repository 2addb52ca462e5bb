import test from 'ava'
import { kebabCase, localName, lowerFirst } from '../../generator/names.ts'

test('files are named in kebab case', (t) => {
  t.is(kebabCase('ProduceRequest'), 'produce-request')
  t.is(kebabCase('OffsetForLeaderEpochResponse'), 'offset-for-leader-epoch-response')
  t.is(kebabCase('KRaftVersionRecord'), 'kraft-version-record')
})

test('fields begin with a small letter, as in JSON', (t) => {
  t.is(lowerFirst('TopicData'), 'topicData')
  t.is(lowerFirst('KRaftVersion'), 'kRaftVersion')
})

test('a field that is named like a variable of the generated functions gets another local name', (t) => {
  t.is(localName('version'), 'versionField')
  t.is(localName('topics'), 'topics')
})
