// Asks a real Kafka and the reference broker the same, over connections of raw frames.
import { nodeTcp, parseBootstrapServers } from '@odradek/network'
import { type Api, ApiKey, encodeRequestFrame, type MessageInput } from '@odradek/protocol'
import { apiVersionsApi } from '@odradek/protocol/apis/api-versions'
import { RawClient } from '../../../packages/broker/test/raw-client.ts'
import { askAgain, type Patience } from '../../until.ts'
import type { Ending } from './step.ts'

/** An answer, or `closed` where the connection was closed instead, or `silent` where nothing came. */
export type RawAnswer = object | 'closed' | 'silent'

const PATIENCE_MS = 20_000
/** For requests that are never answered. */
const SHORT_PATIENCE_MS = 1000
/** A coordinator that is still loading is asked again. */
const LOADING_PATIENCE: Patience = { limitMs: 20_000, pauseMs: 150 }
const LOADING = /"(e|partitionE)rrorCode":(14|15)\b/

type AnyApi = Api<unknown, unknown>
type AnyRequest = MessageInput<unknown>

/** One of the two brokers. */
export class Asked {
  readonly #bootstrapServers: string
  #client: RawClient | undefined

  constructor(bootstrapServers: string) {
    this.#bootstrapServers = bootstrapServers
  }

  /** Asks; a real broker's coordinators that are still loading are asked again. */
  async ask(api: AnyApi, version: number, request: AnyRequest, ending?: Ending): Promise<RawAnswer> {
    if (api.key === ApiKey.Produce && ((request as { acks?: number }).acks ?? 0) === 0)
      return this.#askForNothing(api, version, request)
    const patienceMs = ending === 'silent' ? SHORT_PATIENCE_MS : PATIENCE_MS
    return askAgain(
      () => this.#askOnce(api, version, request, patienceMs),
      (answer) => ending === 'unavailable' || !LOADING.test(JSON.stringify(answer, plain)),
      LOADING_PATIENCE,
    )
  }

  async #askOnce(api: AnyApi, version: number, request: AnyRequest, patienceMs: number): Promise<RawAnswer> {
    const client = this.#connected()
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<'silent'>((resolve) => {
      timer = setTimeout(() => resolve('silent'), patienceMs)
    })
    const answer = client.ask(api, version, request).then(
      (response) => response as object,
      () => 'closed' as const,
    )
    const first = await Promise.race([answer, silence])
    clearTimeout(timer)
    if (first === 'silent') client.close()
    return first
  }

  /** Sends a request that asks for no answer: where what is asked behind it is answered first, there was none. */
  async #askForNothing(api: AnyApi, version: number, request: AnyRequest): Promise<RawAnswer> {
    const client = this.#connected()
    client.write(encodeRequestFrame(api, version, 1, 'raw', request))
    try {
      await client.ask(apiVersionsApi, 0, {})
      return 'silent'
    } catch {
      if (client.isClosed) return 'closed'
      client.close()
      return { answered: 'what asked for no answer' }
    }
  }

  #connected(): RawClient {
    if (this.#client === undefined || this.#client.isClosed)
      this.#client = new RawClient(nodeTcp, parseBootstrapServers(this.#bootstrapServers)[0]!)
    return this.#client
  }

  close(): void {
    this.#client?.close()
  }
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
