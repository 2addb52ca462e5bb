import { UsageError } from '@odradek/protocol'
import test from 'ava'
import { parseDuration } from '../../../src/core/offsets/duration.ts'

for (const [text, ms] of [
  ['PT1H', 3_600_000],
  ['P1D', 86_400_000],
  ['PT30M', 1_800_000],
  ['PT0.5S', 500],
  ['P2DT3H4M5S', 183_845_000],
  ['pt15m', 900_000],
] as const)
  test(`${text} are ${ms} ms`, (t) => {
    t.is(parseDuration(text), ms)
  })

for (const text of ['', 'P', 'PT', '1h', 'P1M', 'PT1', 'P1DT'])
  test(`'${text}' is refused`, (t) => {
    t.throws(() => parseDuration(text), { instanceOf: UsageError })
  })
