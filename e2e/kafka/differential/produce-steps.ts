// Record batches, right and wrong.
import { batch, damaged, NO_ID, NOW, produce, type Step } from './step.ts'

/** In the order in which they are asked. */
export const produceSteps: readonly Step[] = [
  ['Produce', 12, produce('dt', batch(['a', 'b']))],
  ['Produce', 9, produce('dt', null), 'silent'],
  ['Produce', 9, produce('dt', new Uint8Array(0))],
  ['Produce', 9, produce('dt', batch(['a']).subarray(0, 60))],
  ['Produce', 9, produce('dt', new Uint8Array([...batch(['a']), ...batch(['b'])]))],
  [
    'Produce',
    9,
    produce(
      'dt',
      damaged(batch(['a']), (b) => {
        b[b.length - 1]! ^= 1
      }),
    ),
  ],
  [
    'Produce',
    9,
    produce(
      'dt',
      damaged(batch(['a']), (b) => {
        b[16] = 1
      }),
    ),
  ],
  [
    'Produce',
    9,
    produce(
      'dt',
      damaged(batch(['a']), (b) => {
        b[16] = 9
      }),
    ),
  ],
  [
    'Produce',
    9,
    produce(
      'dt',
      damaged(batch(['a']), (_b, v) => {
        v.setInt32(8, 20)
      }),
    ),
  ],
  [
    'Produce',
    9,
    produce(
      'dt',
      damaged(batch(['a']), (_b, v) => {
        v.setInt32(8, -1)
      }),
    ),
  ],
  ['Produce', 9, produce('dt', batch(['a'], { isControl: true }))],
  ['Produce', 9, produce('dt', batch(['a'], { lastOffsetDelta: 3 }))],
  ['Produce', 9, produce('dt', batch(['a'], { producerId: 1n, producerEpoch: 0 }))],
  ['Produce', 9, produce('dt', batch(['a'], { timestampType: 'LogAppendTime' }))],
  [
    'Produce',
    9,
    produce('dt', batch(['a'], { isTransactional: true, producerId: 1n, producerEpoch: 0, baseSequence: 0 })),
  ],
  ['Produce', 9, produce('dc', batch([{ key: 'k', value: 'a' }, { value: 'b' }]))],
  ['Produce', 12, produce('dc', batch([{ key: 'k', value: 'a' }, { value: 'b' }, { value: 'c' }]))],
  ['Produce', 9, produce('dt', batch([{ value: 'x', timestamp: NOW + 7_200_000 }]))],
  ['Produce', 9, produce('dt', batch([{ value: 'x', timestamp: -1 }]))],
  ['Produce', 9, produce('dlat', batch(['a', 'b']))],
  ['Produce', 9, produce('dlat', batch(['y'.repeat(1000)]))],
  ['Produce', 9, produce('nosuch', batch(['a']))],
  [
    'Produce',
    12,
    produce('dt', batch(['a']), { topicData: [{ name: 'dt', partitionData: [{ index: 7, records: batch(['a']) }] }] }),
  ],
  [
    'Produce',
    13,
    { acks: 1, timeoutMs: 100, topicData: [{ topicId: NO_ID, partitionData: [{ index: 0, records: batch(['a']) }] }] },
  ],
  ['Produce', 9, produce('dt', batch(['a']), { acks: 2 })],
  ['Produce', 9, produce('dt', batch(['a']), { acks: -3 })],
  [
    'Produce',
    9,
    produce('dt', batch(['a']), {
      topicData: [
        {
          name: 'dt',
          partitionData: [
            { index: 0, records: batch(['a1']) },
            { index: 0, records: batch(['a2']) },
          ],
        },
      ],
    }),
  ],
  ['Produce', 9, produce('dt', batch(['p0', 'p1'], { producerId: 7777n, producerEpoch: 0, baseSequence: 0 }))],
  ['Produce', 9, produce('dt', batch(['p0', 'p1'], { producerId: 7777n, producerEpoch: 0, baseSequence: 0 }))],
  ['Produce', 12, produce('dt', batch(['p9'], { producerId: 7777n, producerEpoch: 0, baseSequence: 9 }))],
  ['Produce', 12, produce('dt', batch(['p1'], { producerId: 7777n, producerEpoch: 0, baseSequence: 1 }))],
  ['Produce', 12, produce('dt', batch(['p5'], { producerId: 7777n, producerEpoch: 3, baseSequence: 5 }))],
  ['Produce', 12, produce('dt', batch(['p5'], { producerId: 7777n, producerEpoch: 3, baseSequence: 0 }))],
  ['Produce', 12, produce('dt', batch(['p5'], { producerId: 7777n, producerEpoch: 1, baseSequence: 0 }))],
  ['Produce', 12, produce('dt', batch(['z'], { producerId: 8888n, producerEpoch: 2, baseSequence: 44 }))],
]
