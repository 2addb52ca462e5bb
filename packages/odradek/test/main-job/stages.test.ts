import test from 'ava'

import { Stages } from '../../src/main-job/stages.ts'

test('the second member joins at a third, the first leaves at two thirds', (t) => {
  const stages = new Stages(300)
  t.false(stages.shouldJoin(99))
  t.true(stages.shouldJoin(100))
  stages.onJoined()
  t.false(stages.shouldLeave(199))
  t.true(stages.shouldLeave(200))
})

test('the producer waits at half for the second member, and at two thirds for the first to leave', (t) => {
  const stages = new Stages(300)
  let released = 0
  stages.onRelease = () => released++
  t.true(stages.mayProduce(150))
  t.false(stages.mayProduce(151))
  stages.onJoined()
  t.is(released, 1)
  t.true(stages.mayProduce(200))
  t.false(stages.mayProduce(201))
  stages.onLeaving()
  t.is(released, 2)
  t.true(stages.mayProduce(300))
  t.false(stages.shouldLeave(300))
})

test('without the second member the first one stays', (t) => {
  t.false(new Stages(3).shouldLeave(3))
})

test('for every small number of records, what may be produced is enough for the next stage', (t) => {
  for (let total = 1; total <= 40; total++) {
    const stages = new Stages(total)
    let produced = 0
    const produce = () => {
      while (produced < total && stages.mayProduce(produced + 1)) produced++
    }
    produce()
    t.true(stages.shouldJoin(produced), `${total} records`)
    stages.onJoined()
    produce()
    t.true(stages.shouldLeave(produced), `${total} records`)
    stages.onLeaving()
    produce()
    t.is(produced, total)
  }
})

test('without a known total the second member joins after a thousand, and the first leaves after two thousand', (t) => {
  const stages = new Stages(undefined)
  t.false(stages.shouldJoin(999))
  t.true(stages.shouldJoin(1000))
  t.true(stages.mayProduce(1500))
  t.false(stages.mayProduce(1501))
  stages.onJoined()
  t.false(stages.shouldLeave(1999))
  t.true(stages.shouldLeave(2000))
  stages.onLeaving()
  t.true(stages.mayProduce(1_000_000))
})

test('an input that ends early is its own total', (t) => {
  const stages = new Stages(undefined)
  stages.setTotal(30)
  t.true(stages.shouldJoin(10))
})

test('nobody joins for no records', (t) => {
  t.false(new Stages(0).shouldJoin(0))
})
