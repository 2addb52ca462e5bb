import pc from 'picocolors'
import test from 'ava'

import { reportText, type JobReport } from '../../src/main-job/report.ts'

const good: JobReport = {
  ok: true,
  interrupted: false,
  bootstrapServers: '127.0.0.1:9092',
  embeddedBroker: false,
  topic: 'lines',
  group: 'lines-group',
  inputs: 2,
  lines: { lines: 1500, bytes: 30_000, invalidUtf8: 0, skipped: 0, skippedLines: [] },
  partitions: [
    { partition: 0, produced: 1000, consumed: 1000, duplicates: 7, logEnd: 1000, committed: 1000 },
    { partition: 1, produced: 500, consumed: 500, duplicates: 0, logEnd: 500, committed: 500 },
  ],
  produced: 1500,
  consumed: 1500,
  duplicates: 7,
  rebalances: 2,
  members: [
    { name: 'member 1', consumed: 1007, assignments: 2 },
    { name: 'member 2', consumed: 500, assignments: 2 },
  ],
  elapsedMs: 1234,
  producedPerSecond: 12_345,
  consumedPerSecond: 11_111,
  faultCounts: {},
  faults: [],
  problems: [],
  warnings: [],
}

const plain = pc.createColors(false)

test('a good run: a row per partition, and what it comes to', (t) => {
  t.snapshot(reportText(good, plain))
})

test('faults, problems, warnings and lines left out are told one by one', (t) => {
  const bad: JobReport = {
    ...good,
    ok: false,
    consumed: 1499,
    partitions: [
      { partition: 0, produced: 1000, consumed: 999, duplicates: 0, logEnd: 1000, committed: 990 },
      { partition: 1, produced: 500, consumed: 500, duplicates: 0, logEnd: null, committed: null },
    ],
    lines: {
      ...good.lines,
      invalidUtf8: 3,
      skipped: 1,
      skippedLines: [{ name: 'a.txt', lineNumber: 7, sizeInBytes: 2_000_000 }],
    },
    faultCounts: { lost: 1, commit: 1 },
    faults: [
      { kind: 'lost', partition: 0, offset: 17, detail: 'record 17 was acknowledged and never consumed' },
      { kind: 'commit', partition: 0, offset: 990, detail: '990 is committed, the log ends at 1000' },
    ],
    problems: ['1 line was too long to be produced'],
    warnings: ['topic lines could not be deleted: no'],
  }
  t.snapshot(reportText(bad, plain))
})

test('an interrupted run is not called lost', (t) => {
  const text = reportText({ ...good, ok: false, interrupted: true, consumed: 1200 }, plain)
  t.regex(text, /interrupted: 1,500 produced, 1,200 consumed, 300 not read yet\n$/)
})

test('a verdict that is bad is red where there are colours', (t) => {
  const colored = reportText({ ...good, ok: false, faultCounts: { lost: 1 } }, pc.createColors(true))
  t.true(colored.includes('\u001b[31mFAILED: 1 lost'))
})
