// What an admin client asks of the cluster as a whole: who its brokers are, who controls it, who leads what.
import { BrokerError, ErrorCode, type MessageInput } from '@odradek/protocol'
import { metadataApi } from '@odradek/protocol/apis/metadata'
import type { MetadataRequest } from '@odradek/protocol/messages/metadata-request'
import type { MetadataResponse } from '@odradek/protocol/messages/metadata-response'

import type { AdminCall } from './admin-call.ts'

/** An answer to Metadata with the version it came in: version 0 names no controller. */
export interface MetadataAnswer {
  readonly response: MetadataResponse
  readonly version: number
}

/** Which topics Metadata is asked for, and how. */
export interface MetadataQuestion {
  readonly topics: readonly string[] | 'all'
  readonly includeTopicAuthorizedOperations?: boolean
  readonly includeClusterAuthorizedOperations?: boolean
}

/** See the head of the file. One for a client: it remembers the controller until that proves wrong. */
export class ClusterView {
  #controllerId: number | undefined

  /** One Metadata request to any broker, which creates no topic. Rejects with BrokerError where the answer as a whole is an error. */
  async metadata(call: AdminCall, question: MetadataQuestion): Promise<MetadataAnswer> {
    let version = 0
    const request = (chosen: number) => {
      version = chosen
      return metadataRequest(question, chosen)
    }
    const response = await call.send('any', metadataApi, request)
    if (response.errorCode !== ErrorCode.NONE)
      throw new BrokerError({ api: 'Metadata', errorCode: response.errorCode, retriable: true })
    // A broker that has just started knows nobody yet.
    if (response.brokers.length === 0)
      throw new BrokerError({ api: 'Metadata', errorCode: ErrorCode.BROKER_NOT_AVAILABLE, retriable: true })
    this.#controllerId = response.controllerId >= 0 ? response.controllerId : undefined
    return { response, version }
  }

  /** The controller's node id; undefined where the brokers are too old to say (Kafka 0.9). Rejects with a retriable BrokerError while there is none. */
  async controllerId(call: AdminCall): Promise<number | undefined> {
    if (this.#controllerId !== undefined) return this.#controllerId
    const { response, version } = await this.metadata(call, { topics: [] })
    if (version === 0) return undefined
    if (response.controllerId < 0)
      throw new BrokerError({
        api: 'Metadata',
        errorCode: ErrorCode.BROKER_NOT_AVAILABLE,
        retriable: true,
        detail: 'no broker is the controller at the moment',
      })
    return response.controllerId
  }

  /** The broker asked is not the controller, or not there. */
  forgetController(): void {
    this.#controllerId = undefined
  }

  /** The node ids of the brokers that are there now. */
  async brokerIds(call: AdminCall): Promise<number[]> {
    const { response } = await this.metadata(call, { topics: [] })
    return response.brokers.map(({ nodeId }) => nodeId)
  }
}

/** "All topics" and "no topic" are said differently from version to version; version 0 knows no way to ask for none. */
function metadataRequest(question: MetadataQuestion, version: number): MessageInput<MetadataRequest> {
  const all = version === 0 ? [] : null
  const topics = question.topics === 'all' ? all : question.topics.map((name) => ({ name }))
  const { includeTopicAuthorizedOperations = false, includeClusterAuthorizedOperations = false } = question
  return {
    topics,
    // Before version 4 brokers create what is asked for, if they are set to.
    ...(version >= 4 ? { allowAutoTopicCreation: false } : {}),
    ...(version >= 8 && includeTopicAuthorizedOperations ? { includeTopicAuthorizedOperations } : {}),
    ...(version >= 8 && version <= 10 && includeClusterAuthorizedOperations
      ? { includeClusterAuthorizedOperations }
      : {}),
  }
}
