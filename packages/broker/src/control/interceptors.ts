import { UsageError } from '@odradek/protocol'
import { checkFault, type Fault } from './fault.ts'
import { type ApiOrFilter, filterOf, matches, type RequestFilter } from './request-filter.ts'
import type { SeenRequest } from './seen-request.ts'

/** Which requests are intercepted, and how often. */
export interface InterceptFilter<Request = object, Response = object> extends RequestFilter<Request, Response> {
  /** After so many faults the interception ends by itself. Unless given, it lasts until `remove` is called. */
  readonly times?: number
}

type Maybe<T> = T | undefined | void

/** Looks at a request and says what becomes of it; undefined: another interception, or the broker, takes it. */
export type Interceptor<Request, Response> = (
  request: SeenRequest<Request>,
) => Maybe<Fault<Response>> | Promise<Maybe<Fault<Response>>>

type AnyInterceptor = Interceptor<object, object>

/** An interception that has been set up. */
export interface Interception extends Disposable {
  /** How many requests it has put a fault into. */
  readonly hits: number
  /** Whether it still takes requests. */
  readonly isActive: boolean
  /** Ends it; requests that it is working on go on to their end. */
  remove(): void
}

class Rule implements Interception {
  readonly filter: InterceptFilter
  readonly interceptor: AnyInterceptor
  readonly #rules: Set<Rule>
  hits = 0

  constructor(filter: InterceptFilter, interceptor: AnyInterceptor, rules: Set<Rule>) {
    this.filter = filter
    this.interceptor = interceptor
    this.#rules = rules
  }

  get isActive(): boolean {
    return this.#rules.has(this)
  }

  remove(): void {
    this.#rules.delete(this)
  }

  [Symbol.dispose](): void {
    this.remove()
  }

  /** Counts a fault, and ends where it was the last. */
  hit(): void {
    this.hits += 1
    if (this.hits === this.filter.times) this.remove()
  }
}

/** All interceptions of a cluster. The first that was set up and has a fault for a request gets it. */
export class Interceptors {
  readonly #rules = new Set<Rule>()

  /** Sets up an interception. Throws UsageError where the filter or the fault is wrong. */
  add<Request, Response>(
    given: ApiOrFilter<Request, Response> | InterceptFilter<Request, Response>,
    fault: Fault<Response> | Interceptor<Request, Response>,
  ): Interception {
    const filter: InterceptFilter<Request, Response> = filterOf(given)
    if (filter.times !== undefined && !(Number.isInteger(filter.times) && filter.times > 0))
      throw new UsageError(`An interception is for 1, 2, 3... times, not ${filter.times}`)
    if (typeof fault !== 'function') checkFault(fault)
    const interceptor = typeof fault === 'function' ? fault : () => fault
    // The filter's API says what the requests and responses are that the interceptor gets to see.
    const rule = new Rule(filter as unknown as InterceptFilter, interceptor as unknown as AnyInterceptor, this.#rules)
    this.#rules.add(rule)
    return rule
  }

  /** Ends all interceptions. */
  clear(): void {
    this.#rules.clear()
  }

  /** What becomes of a request; undefined: the broker handles it. Throws, or rejects with, what an interceptor throws. */
  faultFor(request: SeenRequest): Fault | undefined | Promise<Fault | undefined> {
    if (this.#rules.size === 0) return undefined
    return this.#askFrom([...this.#rules], 0, request)
  }

  #askFrom(rules: readonly Rule[], from: number, request: SeenRequest): Fault | undefined | Promise<Fault | undefined> {
    for (let index = from; index < rules.length; index += 1) {
      const rule = rules[index]!
      if (!rule.isActive || !matches(rule.filter, request)) continue
      const fault = rule.interceptor(request)
      if (fault instanceof Promise)
        return fault.then((given) => this.#take(rule, given) ?? this.#askFrom(rules, index + 1, request))
      const taken = this.#take(rule, fault)
      if (taken !== undefined) return taken
    }
    return undefined
  }

  #take(rule: Rule, fault: Maybe<Fault>): Fault | undefined {
    if (typeof fault !== 'object') return undefined
    checkFault(fault)
    rule.hit()
    return fault
  }
}
