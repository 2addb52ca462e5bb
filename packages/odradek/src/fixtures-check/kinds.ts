import { assignorKind } from './assignor-kind.ts'
import type { CorpusKind } from './corpus-entry.ts'
import { frameKind } from './frame-kind.ts'
import { kafka07Kind } from './kafka07-kind.ts'
import { messageKind } from './message-kind.ts'
import { partitionerKind } from './partitioner-kind.ts'
import { recordKind } from './record-kind.ts'
import { scramKind } from './scram-kind.ts'
import { segmentKind } from './segment-kind.ts'
import { stringHashKind } from './string-hash-kind.ts'

/** Every kind of test vector that we have code for. The first that recognises an entry checks it. */
export const corpusKinds: readonly CorpusKind[] = [
  frameKind,
  messageKind,
  recordKind,
  kafka07Kind,
  partitionerKind,
  stringHashKind,
  segmentKind,
  assignorKind,
  scramKind,
]
