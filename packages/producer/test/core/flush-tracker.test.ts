import { seededRandom } from '@odradek/test-kit'
import test from 'ava'

import { FlushTracker } from '../../src/core/flush-tracker.ts'

test('a flush with nothing to wait for is over at once', (t) => {
  let isDone = false
  new FlushTracker().begin(() => (isDone = true))
  t.true(isDone)
})

test('what is counted twice is settled twice, and no more', (t) => {
  const tracker = new FlushTracker()
  const epoch = tracker.add()
  tracker.remove(epoch)
  t.throws(() => tracker.remove(epoch), { message: /nothing to settle/ })
})

test('each flush ends exactly when everything counted before it has settled, in any order of settling', (t) => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = seededRandom(seed)
    const tracker = new FlushTracker()
    const open: { epoch: number; born: number }[] = []
    const flushes: { at: number; isDone: boolean }[] = []
    for (let step = 0; step < 300; step++) {
      const choice = random()
      if (choice < 0.5) open.push({ epoch: tracker.add(), born: step })
      else if (choice < 0.6) {
        const flush = { at: step, isDone: false }
        flushes.push(flush)
        tracker.begin(() => (flush.isDone = true))
      } else if (open.length > 0) {
        const index = Math.floor(random() * open.length)
        const other = open[Math.floor(random() * open.length)]!
        // A waiting record may go into a batch of a later flush: the batch then belongs to the record's.
        if (choice > 0.95 && other.epoch < open[index]!.epoch) {
          tracker.move(open[index]!.epoch, other.epoch)
          open[index] = { epoch: other.epoch, born: Math.min(open[index]!.born, other.born) }
        } else tracker.remove(open.splice(index, 1)[0]!.epoch)
      }
      for (const { at, isDone } of flushes)
        t.is(isDone, !open.some(({ born }) => born < at), `seed ${seed}, step ${step}`)
    }
  }
})
