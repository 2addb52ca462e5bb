// OIDC client credentials (KIP-768): fetches access tokens from an identity provider's token endpoint, and keeps each until it is time for the next.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { AuthenticationError, ConnectionError, KafkaError } from '@odradek/protocol'

import type { Clock } from '../clock.ts'
import { exponentialBackoff } from '../core/exponential-backoff.ts'
import { type AccessToken, checkedToken } from './access-token.ts'
import { redacted } from './redacted.ts'

/** What fetching is told; names are those of Kafka's properties sasl.oauthbearer.* and sasl.login.*. */
export interface OidcOptions {
  /** `https://...`, or `file:///...` of a token that something else puts there. */
  readonly tokenEndpointUrl: string
  readonly clientId: string | undefined
  readonly clientSecret: string | undefined
  readonly scope: string | undefined
  readonly extensions: Readonly<Record<string, string>> | undefined
  readonly headerUrlencode: boolean
  readonly connectTimeoutMs: number
  readonly readTimeoutMs: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly refreshWindowFactor: number
  readonly refreshWindowJitter: number
  readonly refreshMinPeriodSeconds: number
  readonly refreshBufferSeconds: number
}

/** What it takes of the world. */
export interface OidcWorld {
  readonly clock: Clock
  readonly random: () => number
  readonly fetch: typeof fetch
}

/** An identity provider's answers are a few kilobytes. */
const MOST_BYTES = 1_000_000
/** Answers that the same request will get again. */
const FINAL_STATUSES = new Set([400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 422, 501])

/** A function that gives a token that holds: the same one to all connections, a new one when most of its life is over. */
export function oidcTokens(options: OidcOptions, world: OidcWorld): () => Promise<AccessToken> {
  let current: { token: AccessToken; refreshAtMs: number } | undefined
  let underWay: Promise<AccessToken> | undefined
  const refresh = async () => {
    try {
      const token = await fetchToken(options, world)
      current = { token, refreshAtMs: refreshTime(token, options, world) }
      return token
    } catch (error) {
      // What holds still is better than nothing; the next connection tries again.
      const isUsable = (current?.token.expiresAtMs ?? 0) > world.clock.wallClockMs()
      if (isUsable) return current!.token
      throw error
    } finally {
      underWay = undefined
    }
  }
  return () => {
    if (current !== undefined && world.clock.wallClockMs() < current.refreshAtMs) return Promise.resolve(current.token)
    underWay ??= refresh()
    return underWay
  }
}

/** As Kafka's ExpiringCredentialRefreshingLogin: at a part of the token's life, but not within the last seconds of it. */
function refreshTime({ expiresAtMs }: AccessToken, options: OidcOptions, { clock, random }: OidcWorld): number {
  const nowMs = clock.wallClockMs()
  // A token that does not say how long it lasts is fetched for each connection.
  if (expiresAtMs === undefined) return nowMs
  const { refreshWindowFactor, refreshWindowJitter, refreshMinPeriodSeconds, refreshBufferSeconds } = options
  const lifetimeMs = expiresAtMs - nowMs
  const wanted = nowMs + lifetimeMs * (refreshWindowFactor + refreshWindowJitter * random())
  const earliest = nowMs + refreshMinPeriodSeconds * 1000
  const latest = expiresAtMs - refreshBufferSeconds * 1000
  if (earliest > latest) return wanted
  return Math.min(Math.max(wanted, earliest), latest)
}

async function fetchToken(options: OidcOptions, world: OidcWorld): Promise<AccessToken> {
  const url = endpoint(options.tokenEndpointUrl)
  if (url.protocol === 'file:') return fromFile(url, options)
  const { retryBackoffMs, retryBackoffMaxMs } = options
  let waitedMs = 0
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(url, options, world)
    } catch (error) {
      const waitMs = exponentialBackoff(attempt, retryBackoffMs, retryBackoffMaxMs, world.random)
      waitedMs += waitMs
      if (!KafkaError.is(error) || !error.retriable || waitedMs > retryBackoffMaxMs) throw error
      await new Promise<void>((resolve) => world.clock.setTimer(waitMs, resolve))
    }
  }
}

function endpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && ['https:', 'http:', 'file:'].includes(url.protocol)) return url
  throw new AuthenticationError('saslOauthbearerTokenEndpointUrl is not an https:, http: or file: URL', {
    reason: 'configuration',
  })
}

async function fromFile(url: URL, { extensions }: OidcOptions): Promise<AccessToken> {
  try {
    return withExtensions((await readFile(fileURLToPath(url), 'utf8')).trim(), extensions)
  } catch (cause) {
    if (KafkaError.is(cause)) throw cause
    const { code = 'unreadable' } = cause as NodeJS.ErrnoException
    throw new AuthenticationError(`the token file ${url.pathname} cannot be read (${code})`, {
      reason: 'configuration',
    })
  }
}

async function ask(url: URL, options: OidcOptions, world: OidcWorld): Promise<AccessToken> {
  const { clientId, clientSecret, scope, extensions } = options
  if (clientId === undefined || clientSecret === undefined) {
    const text = 'OAUTHBEARER with a token endpoint needs a client id and a client secret: see docs/security.md'
    throw new AuthenticationError(text, { reason: 'configuration' })
  }
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) })
  const headers = { accept: 'application/json', 'cache-control': 'no-cache', authorization: basic(options) }
  const abort = new AbortController()
  const timer = world.clock.setTimer(options.connectTimeoutMs + options.readTimeoutMs, () => abort.abort())
  try {
    // A redirect would take the secret elsewhere.
    const init = { method: 'POST', headers, body, redirect: 'error', signal: abort.signal } as const
    const response = await world.fetch(url, init)
    const text = await limitedText(response)
    if (!response.ok) throw refusal(url, response.status, text, clientSecret)
    return withExtensions(accessTokenOf(text, url), extensions)
  } catch (cause) {
    if (KafkaError.is(cause)) throw cause
    const why = abort.signal.aborted ? 'it did not answer in time' : reasonOf(cause)
    throw new ConnectionError(`the token endpoint ${where(url)} cannot be reached: ${redacted(why, [clientSecret])}`, {
      address: url.host,
    })
  } finally {
    timer.cancel()
  }
}

function basic({ clientId = '', clientSecret = '', headerUrlencode }: OidcOptions): string {
  const form = (text: string) => (headerUrlencode ? encodeURIComponent(text).replaceAll('%20', '+') : text)
  return `Basic ${Buffer.from(`${form(clientId)}:${form(clientSecret)}`, 'utf8').toString('base64')}`
}

async function limitedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length
    if (bytes > MOST_BYTES)
      throw new AuthenticationError('the token endpoint answers with more than a megabyte', { reason: 'token' })
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function refusal(url: URL, status: number, text: string, secret: string): KafkaError {
  const { error, error_description: description } = (parsed(text) ?? {}) as Record<string, unknown>
  const detail = [error, description].filter((part) => typeof part === 'string').join(': ')
  const why = redacted(`HTTP ${status}${detail === '' ? '' : `, ${detail.slice(0, 200)}`}`, [secret])
  const message = `the token endpoint ${where(url)} gives no token: ${why}`
  if (FINAL_STATUSES.has(status)) return new AuthenticationError(message, { reason: 'token' })
  return new ConnectionError(message, { address: url.host })
}

function accessTokenOf(text: string, url: URL): string {
  const { access_token: token } = (parsed(text) ?? {}) as { access_token?: unknown }
  if (typeof token === 'string' && token !== '') return token
  throw new AuthenticationError(`the answer of the token endpoint ${where(url)} has no access_token`, {
    reason: 'token',
  })
}

function withExtensions(value: string, extensions: OidcOptions['extensions']): AccessToken {
  return checkedToken(extensions === undefined ? { value } : { value, extensions })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Without user, password and query, which may hold secrets. */
function where(url: URL): string {
  return `${url.origin}${url.pathname}`
}

function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error))
}
