import type { AnyUnsentRequest, PollResult, RequestManager } from '@odradek/network/internal'
import type { Api, KafkaError, MessageInput } from '@odradek/protocol'
import { decodeMessage, encodeMessage } from '@odradek/protocol'

/**
 * Polls cores without any network, and holds what they want sent until the test answers it: hours of a core's life with not one `await`.
 * Requests and answers pass through their codecs, so that a field that a version lacks is lost here as it would be on the wire.
 */
export class CoreRunner<Event = never> {
  nowMs = 0
  /** What the cores want sent and the test has not answered, oldest first. */
  readonly pending: AnyUnsentRequest[] = []
  /** All events so far. */
  readonly events: Event[] = []
  readonly #cores: readonly RequestManager<Event>[]

  constructor(...cores: readonly RequestManager<Event>[]) {
    this.#cores = cores
  }

  /** Polls each core, again where it only told something and wants it so; returns when to poll again at the latest. */
  poll(): number {
    let nextPollAtMs = Infinity
    for (const core of this.#cores) {
      let result: PollResult<Event>
      do {
        result = core.poll(this.nowMs)
        this.pending.push(...result.requests)
        this.events.push(...(result.events ?? []))
      } while (result.nextPollAtMs <= this.nowMs && (result.events?.length ?? 0) > 0)
      nextPollAtMs = Math.min(nextPollAtMs, result.nextPollAtMs)
    }
    return nextPollAtMs
  }

  /** Moves time on by `ms` and polls whenever a core asked for it on the way. */
  advance(ms: number): void {
    const untilMs = this.nowMs + ms
    for (let nextMs = this.poll(); nextMs <= untilMs; nextMs = this.poll()) {
      // A core that wants to be polled again at once, each time, would hold time still for ever.
      if (nextMs <= this.nowMs)
        throw new Error(`a core asks at ${this.nowMs} to be polled at ${nextMs}, again and again`)
      this.nowMs = nextMs
    }
    this.nowMs = untilMs
    this.poll()
  }

  /** The oldest open request of an API as the broker would read it in `version`. Fails where there is none. */
  request<Req>(api: Api<Req, unknown>, version = api.latestStableVersion): Req {
    const { request } = this.pending[this.#indexOf(api)]!
    const message = (typeof request === 'function' ? request(version) : request) as MessageInput<Req>
    return decodeMessage(api.request, encodeMessage(api.request, message, version), version)
  }

  /** Answers the oldest open request of an API. */
  answer<Res>(api: Api<unknown, Res>, response: MessageInput<Res>, version = api.latestStableVersion): void {
    const [request] = this.pending.splice(this.#indexOf(api), 1)
    const bytes = encodeMessage(api.response, response, version)
    request!.onResponse(decodeMessage(api.response, bytes, version), version, this.nowMs)
  }

  /** Fails the oldest open request of an API. */
  fail(api: Api<unknown, unknown>, error: KafkaError): void {
    const [request] = this.pending.splice(this.#indexOf(api), 1)
    request!.onFailure(error, this.nowMs)
  }

  #indexOf(api: { readonly name: string; readonly key: number }): number {
    const index = this.pending.findIndex((request) => request.api.key === api.key)
    if (index < 0) {
      const open = this.pending.map((request) => request.api.name).join(', ')
      throw new Error(`no ${api.name} is wanted; open: ${open === '' ? 'none' : open}`)
    }
    return index
  }
}
