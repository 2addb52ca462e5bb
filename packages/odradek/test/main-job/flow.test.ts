import { FakeClock } from '@odradek/test-kit'
import test from 'ava'

import { Flow, type FlowMember } from '../../src/main-job/flow.ts'
import { Ledger } from '../../src/main-job/ledger.ts'
import type { LineChunk } from '../../src/main-job/line-source.ts'
import { ProduceSide, type ProduceSideOptions } from '../../src/main-job/produce-side.ts'
import { Stages } from '../../src/main-job/stages.ts'

async function* chunksOf(count: number): AsyncGenerator<LineChunk> {
  const lines = Array.from({ length: count }, (_, i) => ({ lineNumber: i + 1, value: Buffer.from(`line ${i}`) }))
  yield { name: 'a.txt', lines }
}

/** A flow of `total` lines over a producer that answers the first `answered` of them, and members that never get a record. */
function setUp(total: number, answered: number) {
  const clock = new FakeClock()
  const ledger = new Ledger(1)
  const stages = new Stages(total)
  const refusals: ((error: Error) => void)[] = []
  let sent = 0
  const producer: ProduceSideOptions['producer'] = {
    send: ({ topic }) =>
      new Promise((resolve, reject) => {
        const offset = sent++
        if (offset < answered) resolve({ topic, partition: 0, offset: BigInt(offset), timestamp: 0 })
        else refusals.push(reject)
      }),
  }
  const { signal } = new AbortController()
  const produceSide = new ProduceSide({
    producer,
    topic: 'lines',
    ledger,
    stages,
    ratePerSecond: undefined,
    clock,
    signal,
  })
  const left: string[] = []
  const makeMember = (name: string): FlowMember => ({
    name,
    consumed: 0,
    assignments: 0,
    failure: undefined,
    start() {},
    async leave() {
      left.push(name)
    },
  })
  const flow = new Flow({ ledger, stages, produceSide, makeMember, clock, signal, stallTimeoutMs: 1000 })
  const stopProducing = () => refusals.forEach((refuse) => refuse(new Error('closed')))
  return { flow, clock, left, run: () => flow.run(chunksOf(total), stopProducing) }
}

for (const [situation, answered] of [
  ['acknowledgements that never come', 0],
  ['records that are never consumed, while others are held back', 100],
] as const) {
  test(`${situation} end the flow after the time limit, and the members leave`, async (t) => {
    const { clock, left, run } = setUp(30, answered)
    let outcome: Awaited<ReturnType<typeof run>> | undefined
    void run().then((result) => (outcome = result))
    await clock.advance(999)
    t.is(outcome, undefined)
    // What moved is looked at when the limit has passed once, so that it can take two.
    await clock.advance(1001)
    t.regex(outcome!.problems[0]!, /^nothing moved for 1000 ms: /)
    t.deepEqual(left, ['member 1'])
  })
}
