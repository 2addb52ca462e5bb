// Station 7 of a record's way out: sorts each partition of a Produce response into complete, retry, split or fail.
import { exponentialBackoff, type LeaderHint, wasNotSent } from '@odradek/network/internal'
import { AuthorizationError, BrokerError, ErrorCode, errorName, FencedError, type KafkaError } from '@odradek/protocol'
import type {
  ProduceResponse,
  ProduceResponsePartitionProduceResponse,
} from '@odradek/protocol/messages/produce-response'

import { produceErrorAction } from './produce-error-table.ts'
import type { ProducerIdentity } from './producer-identity.ts'
import type { GivenUp } from './partition-sequences.ts'
import type { ProducePart, ProduceTopicParts } from './produce-request-builder.ts'
import type { RecordAccumulator } from './record-accumulator.ts'

type PartitionAnswer = ProduceResponsePartitionProduceResponse

/** What ProduceResponseHandler is told; the producer's options fit. */
export interface ProduceResponseOptions {
  readonly retries: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
}

/** The first version that names topics by id (KIP-516). */
const FIRST_VERSION_WITH_IDS = 13

/** What ProduceResponseHandler works with. */
export interface ProduceResponseParts {
  readonly accumulator: RecordAccumulator
  readonly random: () => number
  /** Called when new metadata is needed. */
  readonly requestMetadataUpdate: (nowMs: number) => void
  /** Called with the new leader that a broker named (KIP-951). */
  readonly onLeaderHint: (hint: LeaderHint, nowMs: number) => void
  /** Absent where the producer is not idempotent. */
  readonly identity?: ProducerIdentity | undefined
}

/** Settles or retries the batches of a request once it is known what became of it. */
export class ProduceResponseHandler {
  readonly #options: ProduceResponseOptions
  readonly #parts: ProduceResponseParts

  constructor(options: ProduceResponseOptions, parts: ProduceResponseParts) {
    this.#options = options
    this.#parts = parts
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
        if (answer === undefined) this.#retry(part, leftOut(part), true, 'unknown', nowMs)
        else {
          this.#noteLeader(part, answer, response, nowMs)
          this.#onAnswer(part, answer, nowMs)
        }
      }
    }
  }

  /** No answer will come. Whether the broker wrote the batches is not known, unless the request was never sent. */
  onFailure(topics: readonly ProduceTopicParts[], error: KafkaError, nowMs: number): void {
    const outcome = wasNotSent(error) ? 'not-written' : 'unknown'
    for (const part of parts(topics)) {
      if (error.retriable) this.#retry(part, error, true, outcome, nowMs)
      else this.#fail(part, outcome, () => error)
    }
  }

  /** The request was written, and no answer is to come (acks=0). */
  onSent(topics: readonly ProduceTopicParts[]): void {
    for (const part of parts(topics)) this.#deliver(part, -1, -1)
  }

  #onAnswer(part: ProducePart, answer: PartitionAnswer, nowMs: number): void {
    const { errorCode } = answer
    if (errorCode === ErrorCode.NONE) {
      this.#deliver(part, Number(answer.baseOffset), Number(answer.logAppendTimeMs))
      return
    }
    const { batch, queue } = part
    const action = produceErrorAction(errorCode)
    if (action === 'done') {
      this.#deliver(part, -1, -1)
      return
    }
    // Halves have other numbers than the whole: one that was written after all would not be recognised.
    const canSplit = batch.recordCount > 1 && !(batch.hasSequence && batch.mayBeWritten)
    if (action === 'split' && batch.state === 'in-flight' && canSplit) {
      this.#parts.accumulator.split(queue, batch)
      return
    }
    const error = produceError(part, errorCode, answer.errorMessage)
    if (action === 'retry' || action === 'refresh-and-retry') {
      this.#retry(part, error, action === 'refresh-and-retry', outcomeOf(errorCode), nowMs)
    } else if (action === 'renumber' && this.#canRenumber(part, answer)) {
      this.#retry(part, error, false, 'not-written', nowMs)
    } else if (answer.recordErrors.length === 0) this.#fail(part, 'not-written', () => error)
    else this.#fail(part, 'not-written', recordErrors(part, answer))
    if (action === 'fatal') this.#parts.identity?.onFatalError(error)
  }

  /** Whether a batch that was refused for its number can be sent again; in a transaction only one that was refused because of one before it. */
  #canRenumber({ batch, queue }: ProducePart, { errorCode, logStartOffset }: PartitionAnswer): boolean {
    const { identity } = this.#parts
    if (identity === undefined || !batch.hasSequence) return false
    const { sequences } = queue
    // The broker lost sight of the partition while it answered: it can say more the next time.
    if (errorCode === ErrorCode.UNKNOWN_PRODUCER_ID && logStartOffset === -1n) return true
    const isOldest = sequences.indexOf(batch) === 0
    sequences.onOutOfOrder(batch)
    return identity.transactionalId === null || !isOldest
  }

  #noteLeader(
    { queue }: ProducePart,
    answer: PartitionAnswer,
    { nodeEndpoints }: ProduceResponse,
    nowMs: number,
  ): void {
    const { leaderId, leaderEpoch } = answer.currentLeader
    if (leaderId < 0 || answer.errorCode === ErrorCode.NONE) return
    const endpoint = nodeEndpoints.find(({ nodeId }) => nodeId === leaderId)
    const broker = endpoint && { id: leaderId, host: endpoint.host, port: endpoint.port, rack: endpoint.rack }
    this.#parts.onLeaderHint(
      { topic: queue.topic.name, partition: queue.partition, leader: leaderId, leaderEpoch, broker },
      nowMs,
    )
  }

  #deliver({ queue, batch }: ProducePart, baseOffset: number, logAppendTimeMs: number): void {
    const { accumulator } = this.#parts
    if (batch.state === 'abandoned') accumulator.finishAbandoned(queue, batch, 'written')
    else accumulator.deliver(queue, batch, baseOffset, logAppendTimeMs)
  }

  #fail({ queue, batch }: ProducePart, outcome: GivenUp, errorOf: (index: number) => KafkaError): void {
    const { accumulator } = this.#parts
    if (batch.state === 'abandoned') accumulator.finishAbandoned(queue, batch, outcome)
    else accumulator.fail(queue, batch, outcome, errorOf)
  }

  #retry(part: ProducePart, error: KafkaError, refresh: boolean, outcome: GivenUp, nowMs: number): void {
    const { queue, batch } = part
    if (refresh) this.#parts.requestMetadataUpdate(nowMs)
    if (batch.state === 'abandoned' || batch.failures >= this.#options.retries) {
      this.#fail(part, outcome, () => error)
      return
    }
    const { retryBackoffMs, retryBackoffMaxMs } = this.#options
    const backoffMs = exponentialBackoff(batch.failures, retryBackoffMs, retryBackoffMaxMs, this.#parts.random)
    batch.failures++
    if (outcome === 'unknown') batch.mayBeWritten = true
    batch.lastError = error
    this.#parts.accumulator.retry(queue, batch, nowMs + backoffMs)
  }
}

/** Whether a batch that was answered so can be in the log all the same: the leader wrote it, and the replicas did not follow in time. */
function outcomeOf(errorCode: number): GivenUp {
  const mayBeWritten =
    errorCode === ErrorCode.REQUEST_TIMED_OUT || errorCode === ErrorCode.NOT_ENOUGH_REPLICAS_AFTER_APPEND
  return mayBeWritten ? 'unknown' : 'not-written'
}

function produceError({ queue }: ProducePart, errorCode: number, detail: string | null): KafkaError {
  const topic = queue.topic.name
  if (errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED || errorCode === ErrorCode.CLUSTER_AUTHORIZATION_FAILED) {
    const what = errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED ? `topic ${topic}` : 'this cluster'
    return new AuthorizationError(`this user may not write to ${what}: an ACL that allows WRITE is needed`, {
      errorCode,
      errorName: errorName(errorCode),
      resource: topic,
    })
  }
  if (errorCode === ErrorCode.PRODUCER_FENCED) {
    return new FencedError(`a newer producer with the same transactional id writes to ${topic}: close this one`)
  }
  return new BrokerError({ api: 'Produce', errorCode, topic, partition: queue.partition, detail })
}

/** KIP-467: the broker drops the whole batch, and says which records are why. The others could be sent again. */
function recordErrors(
  { queue }: ProducePart,
  { errorCode, errorMessage, recordErrors: refused }: PartitionAnswer,
): (index: number) => KafkaError {
  const where = { api: 'Produce', topic: queue.topic.name, partition: queue.partition }
  const errors = new Map<number, KafkaError>()
  for (const { batchIndex, batchIndexErrorMessage } of refused) {
    // With several refused records the batch's one code cannot be every record's.
    const code = refused.length === 1 ? errorCode : ErrorCode.INVALID_RECORD
    errors.set(
      batchIndex,
      new BrokerError({ ...where, errorCode: code, detail: batchIndexErrorMessage ?? errorMessage }),
    )
  }
  const detail = `this record was in a batch with ${refused.length} that the broker refused, and was not written: send it again`
  const forOthers = new BrokerError({ ...where, errorCode, detail, retriable: true })
  return (index) => errors.get(index) ?? forOthers
}

function leftOut({ queue }: ProducePart): KafkaError {
  const where = { topic: queue.topic.name, partition: queue.partition }
  const detail = 'the answer says nothing of this partition'
  return new BrokerError({
    api: 'Produce',
    errorCode: ErrorCode.UNKNOWN_SERVER_ERROR,
    ...where,
    detail,
    retriable: true,
  })
}

function* parts(topics: readonly ProduceTopicParts[]): Iterable<ProducePart> {
  for (const topic of topics) yield* topic.parts
}
