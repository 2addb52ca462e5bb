// The errors that users see of a transaction: by what they can do about it.
import {
  AbortableTransactionError,
  AuthorizationError,
  BrokerError,
  ErrorCode,
  errorName,
  KafkaError,
} from '@odradek/protocol'

import type { AnswerPart } from './transaction-requests.ts'

/** What a broker answered, as an error. */
export function answerError(api: string, part: AnswerPart, transactionalId: string): KafkaError {
  const { errorCode, topic, partition } = part
  const resource = authorizedResource(errorCode, transactionalId, topic)
  if (resource !== undefined) {
    const text = `${api} failed: this user may not use ${resource}: an ACL is needed (${errorName(errorCode)})`
    return new AuthorizationError(text, { errorCode, errorName: errorName(errorCode), resource })
  }
  const where = { ...(topic === undefined ? {} : { topic }), ...(partition === undefined ? {} : { partition }) }
  return new BrokerError({ api, errorCode, ...where })
}

/** What every call meets until the transaction is aborted. `remedy`: a sentence that says more of the cause. */
export function abortableError(cause: KafkaError | undefined, remedy = ''): AbortableTransactionError {
  if (cause === undefined) return new AbortableTransactionError('the transaction was aborted')
  if (AbortableTransactionError.is(cause)) return cause
  const text = `the transaction has failed, abort it and begin again: ${cause.message}${remedy}`
  return new AbortableTransactionError(text, { cause })
}

/** What every call meets from now on: never retriable. */
export function fatalTransactionError(error: KafkaError): KafkaError {
  if (!error.retriable) return error
  return new KafkaError(`the producer cannot go on: ${error.message}`, { cause: error })
}

function authorizedResource(errorCode: number, transactionalId: string, topic?: string): string | undefined {
  if (errorCode === ErrorCode.TRANSACTIONAL_ID_AUTHORIZATION_FAILED) return `the transactional id ${transactionalId}`
  if (errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED) return `topic ${topic}`
  if (errorCode === ErrorCode.GROUP_AUTHORIZATION_FAILED) return 'the consumer group'
  return undefined
}
