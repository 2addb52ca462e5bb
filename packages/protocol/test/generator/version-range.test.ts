import test from 'ava'
import {
  contains,
  hull,
  intersect,
  negatedTest,
  parseVersionRange,
  printVersionRange,
  versionTest,
  type VersionRange,
} from '../../generator/version-range.ts'

test('ranges are read and printed as the definitions write them', (t) => {
  for (const text of ['0', '3', '2-7', '4+', 'none']) t.is(printVersionRange(parseVersionRange(text)), text)
  t.deepEqual(parseVersionRange('2-7'), { min: 2, max: 7 })
  t.deepEqual(parseVersionRange('4+'), { min: 4, max: Infinity })
})

test('what is no range is refused', (t) => {
  for (const text of ['', 'x', '1-', '-1', '7-2', '1,3', ' 1']) t.throws(() => parseVersionRange(text))
})

test('ranges are intersected and joined', (t) => {
  t.deepEqual(intersect({ min: 0, max: 5 }, { min: 3, max: Infinity }), { min: 3, max: 5 })
  t.is(intersect({ min: 0, max: 2 }, { min: 3, max: 5 }), undefined)
  t.is(intersect(undefined, { min: 3, max: 5 }), undefined)
  t.deepEqual(hull({ min: 0, max: 2 }, { min: 4, max: 5 }), { min: 0, max: 5 })
  t.deepEqual(hull(undefined, { min: 4, max: 5 }), { min: 4, max: 5 })
})

test('the test in code holds for exactly the versions in the range, for all ranges', (t) => {
  const ranges: (VersionRange | undefined)[] = [undefined]
  for (let min = 0; min < 5; min++) {
    for (const max of [min, min + 1, min + 2, Infinity]) ranges.push({ min, max })
  }
  const within = { min: 1, max: 5 }
  for (const range of ranges) {
    const text = versionTest(range, within)
    const holds = new Function('version', `return ${text}`) as (version: number) => boolean
    const fails = new Function('version', `return ${negatedTest(text)}`) as (version: number) => boolean
    for (let version = 1; version <= 5; version++) {
      t.is(fails(version), !holds(version), negatedTest(text))
      t.is(holds(version), contains(range, version), `${printVersionRange(range)}: ${text} at ${version}`)
    }
  }
})

test('no test is made where none is needed', (t) => {
  t.is(versionTest({ min: 0, max: Infinity }, { min: 0, max: 5 }), 'true')
  t.is(versionTest(undefined, { min: 0, max: 5 }), 'false')
  t.is(versionTest({ min: 3, max: Infinity }, { min: 0, max: 5 }), 'version >= 3')
  t.is(versionTest({ min: 5, max: Infinity }, { min: 0, max: 5 }), 'version === 5')
  t.is(versionTest({ min: 0, max: 2 }, { min: 0, max: 5 }), 'version <= 2')
})
