// Station 7 of a record's way out: sorts each partition of a Produce response into complete, retry, split or fail.
import { exponentialBackoff } from '@odradek/network/internal'
import { AuthorizationError, BrokerError, ErrorCode, errorName, type KafkaError } from '@odradek/protocol'
import type {
  ProduceResponse,
  ProduceResponsePartitionProduceResponse,
} from '@odradek/protocol/messages/produce-response'

import { produceErrorAction } from './produce-error-table.ts'
import type { ProducePart, ProduceTopicParts } from './produce-request-builder.ts'
import type { RecordAccumulator } from './record-accumulator.ts'

/** What ProduceResponseHandler is told; the producer's options fit. */
export interface ProduceResponseOptions {
  readonly retries: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
}

/** The first version that names topics by id (KIP-516). */
const FIRST_VERSION_WITH_IDS = 13

/** Settles or retries the batches of a request once it is known what became of it. */
export class ProduceResponseHandler {
  readonly #options: ProduceResponseOptions
  readonly #accumulator: RecordAccumulator
  readonly #random: () => number
  readonly #requestMetadataUpdate: (nowMs: number) => void

  constructor(
    options: ProduceResponseOptions,
    accumulator: RecordAccumulator,
    random: () => number,
    requestMetadataUpdate: (nowMs: number) => void,
  ) {
    this.#options = options
    this.#accumulator = accumulator
    this.#random = random
    this.#requestMetadataUpdate = requestMetadataUpdate
  }

  /** The broker answered. A batch that it says nothing of is tried again, as if the answer had been lost. */
  onResponse(topics: readonly ProduceTopicParts[], response: ProduceResponse, version: number, nowMs: number): void {
    const withIds = version >= FIRST_VERSION_WITH_IDS
    for (const topic of topics) {
      const answers = new Map<number, ProduceResponsePartitionProduceResponse>()
      for (const answered of response.responses) {
        const isSame = withIds ? answered.topicId === topic.topicId : answered.name === topic.name
        if (isSame) for (const answer of answered.partitionResponses) answers.set(answer.index, answer)
      }
      for (const part of topic.parts) {
        const answer = answers.get(part.queue.partition)
        if (answer === undefined) this.#retry(part, this.#leftOut(part), true, nowMs)
        else this.#onAnswer(part, answer, nowMs)
      }
    }
  }

  /** No answer will come. Whether the broker wrote the batches is not known. */
  onFailure(topics: readonly ProduceTopicParts[], error: KafkaError, nowMs: number): void {
    for (const part of parts(topics)) {
      if (error.retriable) this.#retry(part, error, true, nowMs)
      else this.#fail(part, () => error)
    }
  }

  /** The request was written, and no answer is to come (acks=0). */
  onSent(topics: readonly ProduceTopicParts[]): void {
    for (const part of parts(topics)) this.#deliver(part, -1, -1)
  }

  #onAnswer(part: ProducePart, answer: ProduceResponsePartitionProduceResponse, nowMs: number): void {
    if (answer.errorCode === ErrorCode.NONE) {
      this.#deliver(part, Number(answer.baseOffset), Number(answer.logAppendTimeMs))
      return
    }
    const { batch, queue } = part
    const action = produceErrorAction(answer.errorCode)
    if (action === 'split' && batch.state === 'in-flight' && batch.recordCount > 1) {
      this.#accumulator.split(queue, batch)
      return
    }
    const error = this.#error(part, answer.errorCode, answer.errorMessage)
    if (action === 'retry' || action === 'refresh-and-retry') {
      this.#retry(part, error, action === 'refresh-and-retry', nowMs)
    } else if (answer.recordErrors.length === 0) this.#fail(part, () => error)
    else this.#fail(part, this.#recordErrors(part, answer))
  }

  #deliver({ queue, batch }: ProducePart, baseOffset: number, logAppendTimeMs: number): void {
    if (batch.state === 'abandoned') this.#accumulator.finishAbandoned(queue, batch)
    else this.#accumulator.deliver(queue, batch, baseOffset, logAppendTimeMs)
  }

  #fail({ queue, batch }: ProducePart, errorOf: (index: number) => KafkaError): void {
    if (batch.state === 'abandoned') this.#accumulator.finishAbandoned(queue, batch)
    else this.#accumulator.fail(queue, batch, errorOf)
  }

  #retry(part: ProducePart, error: KafkaError, refresh: boolean, nowMs: number): void {
    const { queue, batch } = part
    if (refresh) this.#requestMetadataUpdate(nowMs)
    if (batch.state === 'abandoned' || batch.failures >= this.#options.retries) {
      this.#fail(part, () => error)
      return
    }
    const { retryBackoffMs, retryBackoffMaxMs } = this.#options
    const backoffMs = exponentialBackoff(batch.failures, retryBackoffMs, retryBackoffMaxMs, this.#random)
    batch.failures++
    batch.lastError = error
    this.#accumulator.retry(queue, batch, nowMs + backoffMs)
  }

  #error({ queue }: ProducePart, errorCode: number, detail: string | null): KafkaError {
    const topic = queue.topic.name
    if (errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED || errorCode === ErrorCode.CLUSTER_AUTHORIZATION_FAILED) {
      const what = errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED ? `topic ${topic}` : 'this cluster'
      return new AuthorizationError(`this user may not write to ${what}: an ACL that allows WRITE is needed`, {
        errorCode,
        errorName: errorName(errorCode),
        resource: topic,
      })
    }
    return new BrokerError({ api: 'Produce', errorCode, topic, partition: queue.partition, detail })
  }

  /** KIP-467: the broker drops the whole batch, and says which records are why. The others could be sent again. */
  #recordErrors(
    { queue }: ProducePart,
    { errorCode, errorMessage, recordErrors }: ProduceResponsePartitionProduceResponse,
  ): (index: number) => KafkaError {
    const where = { api: 'Produce', topic: queue.topic.name, partition: queue.partition }
    const errors = new Map<number, KafkaError>()
    for (const { batchIndex, batchIndexErrorMessage } of recordErrors) {
      // With several refused records the batch's one code cannot be every record's.
      const code = recordErrors.length === 1 ? errorCode : ErrorCode.INVALID_RECORD
      errors.set(
        batchIndex,
        new BrokerError({ ...where, errorCode: code, detail: batchIndexErrorMessage ?? errorMessage }),
      )
    }
    const detail = `this record was in a batch with ${recordErrors.length} that the broker refused, and was not written: send it again`
    const forOthers = new BrokerError({ ...where, errorCode, detail, retriable: true })
    return (index) => errors.get(index) ?? forOthers
  }

  #leftOut({ queue }: ProducePart): KafkaError {
    const detail = 'the answer says nothing of this partition'
    const where = { topic: queue.topic.name, partition: queue.partition }
    return new BrokerError({
      api: 'Produce',
      errorCode: ErrorCode.UNKNOWN_SERVER_ERROR,
      ...where,
      detail,
      retriable: true,
    })
  }
}

function* parts(topics: readonly ProduceTopicParts[]): Iterable<ProducePart> {
  for (const topic of topics) yield* topic.parts
}
