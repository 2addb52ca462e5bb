import type { KafkaError } from '@odradek/protocol'

import type { ReceiverGroup, RecordReceiver } from './record-receiver.ts'

/** Records that follow each other in a batch and have one receiver. */
interface ReceiverRun {
  receiver: RecordReceiver | ReceiverGroup
  count: number
}

/** In the place of a receiver that was told: a promoted object that is dead would keep it alive, and have it promoted too. */
const NOBODY: RecordReceiver = { onDelivered: () => undefined, onFailed: () => undefined }

/** Whom the records of a batch belong to, in the order of the records. A receiver is noted once for all its records that follow each other. */
export class BatchReceivers {
  private runs: ReceiverRun[] = []
  private tags: number[] = []
  private timestamps: number[] = []
  private group: ReceiverGroup | undefined

  /** Notes the next record; a receiver that stands for one record at a time joins the batch's group. */
  add(receiver: RecordReceiver, tag: number, timestamp: number): void {
    if (receiver.joinBatch === undefined) this.note(receiver, tag, timestamp)
    else {
      this.group = receiver.joinBatch(this.group)
      this.note(this.group, this.group.count - 1, timestamp)
    }
  }

  /** Tells all that their records were acknowledged; `baseOffset` is the first one's offset, -1 where it is not known. */
  deliver(partition: number, baseOffset: number, logAppendTimeMs: number): void {
    const { tags, timestamps } = this
    let start = 0
    for (const run of this.runs) {
      const { receiver, count } = run
      const runOffset = baseOffset < 0 ? -1 : baseOffset + start
      run.receiver = NOBODY
      if (isGroup(receiver)) {
        const firstTag = tags[start]!
        receiver.onRunDelivered({
          firstTag,
          count,
          partition,
          baseOffset: runOffset,
          timestamps,
          start,
          logAppendTimeMs,
        })
      } else {
        for (let i = 0; i < count; i++) {
          const timestamp = logAppendTimeMs >= 0 ? logAppendTimeMs : timestamps[start + i]!
          receiver.onDelivered(tags[start + i]!, partition, runOffset < 0 ? -1 : runOffset + i, timestamp)
        }
      }
      start += count
    }
    this.clear()
  }

  /** Tells all that their records failed: with the error that `errorOf` has for a record's index. */
  fail(errorOf: (index: number) => KafkaError): void {
    let index = 0
    for (const { receiver, count } of this.runs) {
      for (const end = index + count; index < end; index++) receiver.onFailed(this.tags[index]!, errorOf(index))
    }
    this.clear()
  }

  /** Gives the first `count` records to `first` and the others to `second`; nobody is left here. */
  splitInto(first: BatchReceivers, second: BatchReceivers, count: number): void {
    let index = 0
    for (const run of this.runs) {
      for (const end = index + run.count; index < end; index++)
        (index < count ? first : second).note(run.receiver, this.tags[index]!, this.timestamps[index]!)
    }
    this.clear()
  }

  private note(receiver: RecordReceiver | ReceiverGroup, tag: number, timestamp: number): void {
    const last = this.runs[this.runs.length - 1]
    if (last !== undefined && last.receiver === receiver) last.count++
    else this.runs.push({ receiver, count: 1 })
    this.tags.push(tag)
    this.timestamps.push(timestamp)
  }

  private clear(): void {
    this.runs = []
    this.tags = []
    this.timestamps = []
  }
}

function isGroup(receiver: RecordReceiver | ReceiverGroup): receiver is ReceiverGroup {
  return 'onRunDelivered' in receiver
}
