// Asks a real Kafka and the reference broker the same, over connections of raw frames.
import { nodeTcp, parseBootstrapServers } from '@odradek/network'
import type { Api, MessageInput } from '@odradek/protocol'
import { RawClient } from '../../../packages/broker/test/raw-client.ts'

/** An answer, or `closed` where the connection was closed instead, or `silent` where nothing came. */
export type RawAnswer = object | 'closed' | 'silent'

const PATIENCE_MS = 4000
/** How often a coordinator that is still loading is asked again. */
const TRIES = 40
const TRY_AGAIN_MS = 150
const LOADING = /"(e|partitionE)rrorCode":(14|15)\b/

/** One of the two brokers. */
export class Asked {
  readonly #bootstrapServers: string
  #client: RawClient | undefined

  constructor(bootstrapServers: string) {
    this.#bootstrapServers = bootstrapServers
  }

  /** Asks; a real broker's coordinators that are still loading are asked again. */
  async ask(api: Api<unknown, unknown>, version: number, request: MessageInput<unknown>): Promise<RawAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#askOnce(api, version, request)
      if (attempt === TRIES || !LOADING.test(JSON.stringify(answer, plain))) return answer
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
    }
  }

  async #askOnce(api: Api<unknown, unknown>, version: number, request: MessageInput<unknown>): Promise<RawAnswer> {
    if (this.#client === undefined || this.#client.isClosed) {
      this.#client = new RawClient(nodeTcp, parseBootstrapServers(this.#bootstrapServers)[0]!)
    }
    const client = this.#client
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<'silent'>((resolve) => {
      timer = setTimeout(() => resolve('silent'), PATIENCE_MS)
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

  close(): void {
    this.#client?.close()
  }
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
