// OAUTHBEARER (RFC 7628, KIP-255): one message with an access token; a client whose token is refused is told so in JSON, answers
// with %x01, and only then fails.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import type { AccessTokenResult } from './access-token.ts'
import type { SaslServer, SaslStep } from './sasl-server.ts'

/* eslint-disable no-control-regex -- RFC 7628 separates its fields by %x01 */
const FORM = /^n,(?:a=((?:[\x01-\x2B\x2D-\x3C\x3E-\x7F]|=2C|=3D)+))?,\x01((?:[A-Za-z]+=[\x21-\x7E \t\r\n]+\x01)*)\x01$/
/* eslint-enable no-control-regex */
const AUTH = /^(\w+) +([-_~+/.a-zA-Z0-9]+=*)$/
const CONTROL_A = 1
const INVALID = '{"status":"invalid_token"}'
const NOTHING = new Uint8Array(0)

/** One exchange. */
export class OauthbearerServer implements SaslServer {
  readonly #check: (token: string, wallClockMs: number) => AccessTokenResult
  #refused: string | undefined

  constructor(check: (token: string, wallClockMs: number) => AccessTokenResult) {
    this.#check = check
  }

  step(token: Uint8Array, wallClockMs: number): SaslStep {
    if (this.#refused !== undefined && token.length === 1 && token[0] === CONTROL_A) {
      return { kind: 'failed', reason: this.#refused, text: INVALID }
    }
    this.#refused = undefined
    const [, authorizationId = '', pairs] = FORM.exec(decodeUtf8(token, 0, token.length)) ?? []
    const properties = new Map(
      (pairs ?? '').split('\x01').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    )
    const [, scheme, accessToken] = AUTH.exec(properties.get('auth') ?? '') ?? []
    if (pairs === undefined || scheme?.toLowerCase() !== 'bearer' || accessToken === undefined) {
      return { kind: 'failed', reason: 'Invalid OAUTHBEARER client first message' }
    }
    const result = this.#check(accessToken, wallClockMs)
    if (typeof result === 'string') {
      this.#refused = result
      return { kind: 'continue', token: encodeUtf8(INVALID) }
    }
    const { user, expiresAtMs } = result
    if (authorizationId !== '' && authorizationId !== user) {
      const text = `Authentication failed: Client requested an authorization id (${authorizationId}) that is different from the token's principal name (${user})`
      return { kind: 'failed', reason: text, text }
    }
    return { kind: 'done', token: NOTHING, user, expiresAtMs }
  }
}
