// A partition's log as Kafka keeps it, as far as producers can tell: batches in order, and the last five of each producer (KIP-98).
import { ErrorCode } from '@odradek/protocol'
import { decodeRecordBatches, incrementSequence, type RecordBatch } from '@odradek/records'

interface ProducerEntry {
  epoch: number
  batches: { first: number; last: number; offset: number }[]
}

/** What came of an append. */
export interface ModelAppend {
  readonly errorCode: number
  readonly baseOffset: bigint
}

export class ModelLog {
  /** The values of all records, by offset. */
  readonly values: string[] = []
  readonly #producers = new Map<bigint, ProducerEntry>()

  /** Forgets all producers, as a broker does when their records have been deleted. */
  forgetProducers(): void {
    this.#producers.clear()
  }

  /** Appends one batch as the leader would, or refuses it. */
  append(records: Uint8Array): ModelAppend {
    const [batch] = [...decodeRecordBatches(records)]
    batch!.ensureValid()
    if (batch!.producerId >= 0n) {
      const refused = this.#check(batch!)
      if (refused !== undefined) return refused
    }
    const offset = this.values.length
    for (const { value } of batch!.records()) this.values.push(value === null ? '' : new TextDecoder().decode(value))
    if (batch!.producerId >= 0n) this.#note(batch!, offset)
    return { errorCode: ErrorCode.NONE, baseOffset: BigInt(offset) }
  }

  #check({ producerId, producerEpoch, baseSequence, lastSequence }: RecordBatch): ModelAppend | undefined {
    const entry = this.#producers.get(producerId)
    if (entry === undefined) return undefined
    if (producerEpoch < entry.epoch) return { errorCode: ErrorCode.INVALID_PRODUCER_EPOCH, baseOffset: -1n }
    if (producerEpoch === entry.epoch) {
      const known = entry.batches.find(({ first, last }) => first === baseSequence && last === lastSequence)
      if (known !== undefined) return { errorCode: ErrorCode.NONE, baseOffset: BigInt(known.offset) }
    }
    const expected = producerEpoch > entry.epoch ? 0 : incrementSequence(entry.batches.at(-1)!.last, 1)
    if (baseSequence === expected) return undefined
    return { errorCode: ErrorCode.OUT_OF_ORDER_SEQUENCE_NUMBER, baseOffset: -1n }
  }

  #note({ producerId, producerEpoch, baseSequence, lastSequence }: RecordBatch, offset: number): void {
    let entry = this.#producers.get(producerId)
    if (entry === undefined || entry.epoch !== producerEpoch) entry = { epoch: producerEpoch, batches: [] }
    this.#producers.set(producerId, entry)
    entry.batches.push({ first: baseSequence, last: lastSequence, offset })
    if (entry.batches.length > 5) entry.batches.shift()
  }
}
