import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { AuthenticationError, ConnectionError } from '@odradek/protocol'
import { FakeClock } from '@odradek/test-kit'
import { systemClock } from '@odradek/network'
import test, { type ExecutionContext } from 'ava'

import { type OidcOptions, oidcTokens } from '../../src/sasl/oidc-token.ts'

const SECRET = 'client-S3cret'
const options: OidcOptions = {
  tokenEndpointUrl: 'https://idp.example/token',
  clientId: 'id',
  clientSecret: SECRET,
  scope: 'kafka',
  extensions: undefined,
  headerUrlencode: false,
  connectTimeoutMs: 1000,
  readTimeoutMs: 1000,
  retryBackoffMs: 1,
  retryBackoffMaxMs: 4,
  refreshWindowFactor: 0.8,
  refreshWindowJitter: 0,
  refreshMinPeriodSeconds: 0,
  refreshBufferSeconds: 0,
}
const jwt = (exp: number, jti = 0) =>
  ['{"alg":"none"}', JSON.stringify({ exp, jti }), ''].map((part) => Buffer.from(part).toString('base64url')).join('.')

interface Seen {
  readonly authorization: string | undefined
  readonly body: string
}

/** An identity provider that answers with these, one after the other, and the last again and again. */
async function provider(t: ExecutionContext, answers: readonly { status?: number; body: string; location?: string }[]) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      const answer = answers[Math.min(seen.length, answers.length - 1)]!
      seen.push({ authorization: request.headers.authorization, body })
      response.writeHead(answer.status ?? 200, answer.location === undefined ? {} : { location: answer.location })
      response.end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}/token?x=1`, seen }
}

const world = { clock: systemClock, random: () => 0.5, fetch }
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600

test('a token is fetched with the client credentials, once for all who ask', async (t) => {
  const value = jwt(inAnHour())
  const { url, seen } = await provider(t, [{ body: JSON.stringify({ access_token: value }) }])
  const get = oidcTokens({ ...options, tokenEndpointUrl: url }, world)
  const tokens = await Promise.all([get(), get(), get()])
  t.is((await get()).value, value)
  t.true(tokens.every((token) => token.value === value))
  t.is(seen.length, 1)
  t.is(seen[0]!.authorization, `Basic ${Buffer.from(`id:${SECRET}`).toString('base64')}`)
  t.is(seen[0]!.body, 'grant_type=client_credentials&scope=kafka')
})

test('a token is kept for most of its life; one that cannot be renewed is used to its end', async (t) => {
  const clock = new FakeClock()
  const startMs = clock.wallClockMs()
  let asked = 0
  let isDown = false
  const answer = () => {
    asked++
    if (isDown) return Promise.resolve(new Response('', { status: 400 }))
    const value = jwt(Math.floor(clock.wallClockMs() / 1000) + 100, asked)
    return Promise.resolve(new Response(JSON.stringify({ access_token: value })))
  }
  const get = oidcTokens(options, { clock, random: () => 0.5, fetch: answer })
  const first = await get()
  await clock.advance(79_000)
  t.is((await get()).value, first.value)
  await clock.advance(2000)
  const second = await get()
  t.not(second.value, first.value)
  t.is(asked, 2)
  isDown = true
  await clock.advance(90_000)
  t.is((await get()).value, second.value)
  t.is(asked, 3)
  await clock.advance(startMs + 200_000)
  await t.throwsAsync(get(), { instanceOf: AuthenticationError })
})

test('a failure that may pass is tried again, one that will not is told at once, without the secret', async (t) => {
  const passing = await provider(t, [
    { status: 503, body: '' },
    { body: JSON.stringify({ access_token: jwt(inAnHour()) }) },
  ])
  t.truthy((await oidcTokens({ ...options, tokenEndpointUrl: passing.url }, world)()).value)
  t.is(passing.seen.length, 2)
  const refusal = { status: 401, body: JSON.stringify({ error: 'invalid_client', error_description: `not ${SECRET}` }) }
  const refused = await provider(t, [refusal])
  const error = await t.throwsAsync(oidcTokens({ ...options, tokenEndpointUrl: refused.url }, world)(), {
    instanceOf: AuthenticationError,
  })
  t.is(error?.reason, 'token')
  t.regex(error!.message, /gives no token: HTTP 401, invalid_client: not \[secret\]$/)
  t.false(error!.message.includes('x=1'))
  t.is(refused.seen.length, 1)
})

test('neither a redirect nor an endless answer nor another kind of answer is followed', async (t) => {
  const elsewhere = await provider(t, [{ body: '{}' }])
  const away = await provider(t, [{ status: 302, body: '', location: elsewhere.url }])
  await t.throwsAsync(oidcTokens({ ...options, tokenEndpointUrl: away.url }, world)(), { instanceOf: ConnectionError })
  t.is(elsewhere.seen.length, 0)
  const endless = await provider(t, [{ body: 'x'.repeat(2_000_000) }])
  const long = oidcTokens({ ...options, tokenEndpointUrl: endless.url }, world)()
  await t.throwsAsync(long, { message: /more than a megabyte/ })
  const page = await provider(t, [{ body: '<html>' }])
  await t.throwsAsync(oidcTokens({ ...options, tokenEndpointUrl: page.url }, world)(), { message: /no access_token/ })
})

test('a token may come from a file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'odradek-token-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'token')
  const tokenEndpointUrl = pathToFileURL(file).href
  await t.throwsAsync(oidcTokens({ ...options, tokenEndpointUrl }, world)(), { message: /cannot be read \(ENOENT\)/ })
  await writeFile(file, `${jwt(inAnHour())}\n`)
  t.truthy((await oidcTokens({ ...options, tokenEndpointUrl }, world)()).expiresAtMs)
})
