import type { Api } from '@odradek/protocol'
import type { BrokerControl } from './broker-control.ts'
import type { Fault } from './fault.ts'
import type { InterceptFilter, Interception, Interceptor } from './interceptors.ts'
import { type ApiOrFilter, describeFilter, filterOf, matches, type RequestFilter } from './request-filter.ts'
import { type ReadOptions, readTopic } from './read-topic.ts'
import type { RequestLog } from './request-log.ts'
import { seedTopic, type SeedRecord } from './seed-topic.ts'
import type { SeenRequest } from './seen-request.ts'
import type { StoredRecord } from './stored-record.ts'
import { type AnyGroupState, untilGroup, untilRecords, untilTopic, type WaitContext } from './until-state.ts'

/** How long to wait for something. */
export interface UntilOptions {
  /** By the broker's clock, in ms; then the wait ends with a TimeoutError. @default 10000 */
  readonly timeoutMs?: number
}

const DEFAULT_TIMEOUT_MS = 10_000

/** What tests can do to a broker, or to a cluster of them, beside talking to it. */
export abstract class Controlled {
  readonly #control: BrokerControl

  constructor(control: BrokerControl) {
    this.#control = control
  }

  /** The latest 1,000 requests (of 16 MiB at most) that came to the broker, decoded. */
  get requests(): RequestLog {
    return this.#control.requests
  }

  /**
   * Puts a fault into the way of requests: all of an API, or those that a filter means; each time, or so many `times`. A function in place of
   * the fault looks at each request and says what becomes of it. Throws UsageError where filter or fault is wrong.
   */
  intercept<Request, Response>(
    which: Api<Request, Response>,
    fault: Fault<Response> | Interceptor<Request, Response>,
  ): Interception
  intercept<Request = object, Response = object>(
    which: InterceptFilter<Request, Response>,
    fault: Fault<Response> | Interceptor<Request, Response>,
  ): Interception
  intercept<Request, Response>(
    which: ApiOrFilter<Request, Response>,
    fault: Fault<Response> | Interceptor<Request, Response>,
  ): Interception {
    return this.#control.interceptors.add(which, fault)
  }

  /** Ends all interceptions. */
  clearInterceptions(): void {
    this.#control.interceptors.clear()
  }

  /**
   * Waits for a request of an API, or one that a filter means, and gives it: the first that `requests` holds, or that comes. `requests.clear()`
   * before makes it one that is still to come. Rejects with TimeoutError, which says what came instead.
   */
  untilRequest<Request, Response>(which: Api<Request, Response>, options?: UntilOptions): Promise<SeenRequest<Request>>
  untilRequest<Request = object, Response = object>(
    which: RequestFilter<Request, Response>,
    options?: UntilOptions,
  ): Promise<SeenRequest<Request>>
  untilRequest<Request, Response>(
    which: ApiOrFilter<Request, Response>,
    { timeoutMs = DEFAULT_TIMEOUT_MS }: UntilOptions = {},
  ): Promise<SeenRequest<Request>> {
    const { requests, waiters } = this.#control
    const filter = filterOf(which)
    return waiters.until({
      what: `a ${describeFilter(filter)}`,
      look: () => requests.all().find((request) => matches(filter, request)) as SeenRequest<Request> | undefined,
      describe: () => `These came: ${summary(requests)}.`,
      timeoutMs,
    })
  }

  /**
   * Writes records to topics, as a producer with acks=all does; topics that are not there yet are made as by the option `partitions`.
   * Throws UsageError where the broker refuses the topic or a record.
   */
  async seed(topics: Readonly<Record<string, readonly (string | SeedRecord)[]>>): Promise<void> {
    const { client, clock, waiters } = this.#control
    for (const [topic, records] of Object.entries(topics)) {
      await seedTopic(client, topic, records, clock.wallClockMs())
    }
    waiters.onChange()
  }

  /** What a topic holds: partition by partition, in the order of offsets, control records left out. */
  async records(topic: string, options?: ReadOptions): Promise<StoredRecord[]> {
    return readTopic(this.#control.client, topic, options)
  }

  /** Waits until a group, of whichever kind, is in a state; `Dead`: until it is gone. Rejects with TimeoutError, which says how it is. */
  untilGroup(groupId: string, state: AnyGroupState, options?: UntilOptions): Promise<void> {
    return untilGroup(this.#waitContext(options), groupId, state)
  }

  /** Waits until a topic is there and each of its partitions has a leader. Rejects with TimeoutError. */
  untilTopic(topic: string, options?: UntilOptions): Promise<void> {
    return untilTopic(this.#waitContext(options), topic)
  }

  /** Waits until a topic holds `count` records or more, and gives them. Rejects with TimeoutError, which says how many there are. */
  untilRecords(topic: string, count: number, options?: UntilOptions): Promise<StoredRecord[]> {
    return untilRecords(this.#waitContext(options), topic, count)
  }

  #waitContext({ timeoutMs = DEFAULT_TIMEOUT_MS }: UntilOptions = {}): WaitContext {
    return { client: this.#control.client, waiters: this.#control.waiters, timeoutMs }
  }
}

/** Requests counted by API, such as `Metadata (2), Produce`. */
function summary(requests: RequestLog): string {
  const counts = new Map<string, number>()
  for (const { api } of requests) counts.set(api, (counts.get(api) ?? 0) + 1)
  return [...counts].map(([api, count]) => (count === 1 ? api : `${api} (${count})`)).join(', ') || 'none'
}
