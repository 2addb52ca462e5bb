import type { Api } from '@odradek/protocol'
import { topicsOf } from './topics-of.ts'

/** What a broker knows of a request when it comes. */
export interface RequestFacts {
  readonly api: Api<object, object>
  readonly version: number
  readonly clientId: string
  readonly clientHost: string
  readonly connectionId: number
  readonly nodeId: number
  /** By the wall clock, in ms. */
  readonly atMs: number
  /** The length of the request as it came, in bytes. */
  readonly size: number
  readonly body: object
}

/** A request that a broker has seen, decoded. */
export class SeenRequest<Body = object> {
  /** Kafka's name of the API, such as Produce. */
  readonly api: string
  readonly apiKey: number
  readonly version: number
  readonly clientId: string
  /** Where it came from, as Kafka shows it: `/127.0.0.1`. */
  readonly clientHost: string
  readonly connectionId: number
  /** The broker that it came to. */
  readonly nodeId: number
  /** When it came, by the wall clock, in ms. */
  readonly atMs: number
  /** Its length, in bytes. */
  readonly size: number
  /** Bytes within are views on what came: copy what you keep. */
  readonly body: Body
  readonly #nameOfTopicId: (topicId: string) => string | undefined
  #topics: readonly string[] | undefined

  constructor(facts: RequestFacts, nameOfTopicId: (topicId: string) => string | undefined) {
    this.api = facts.api.name
    this.apiKey = facts.api.key
    this.version = facts.version
    this.clientId = facts.clientId
    this.clientHost = facts.clientHost
    this.connectionId = facts.connectionId
    this.nodeId = facts.nodeId
    this.atMs = facts.atMs
    this.size = facts.size
    this.body = facts.body as Body
    this.#nameOfTopicId = nameOfTopicId
  }

  /** The names of the topics that it is about, ids resolved where the broker knows them. */
  get topics(): readonly string[] {
    this.#topics ??= topicsOf(this.body as object, this.#nameOfTopicId)
    return this.#topics
  }
}
