/** Tokens for SASL/OAUTHBEARER: JSON web tokens, signed by a key of the cluster's own or, for old brokers, not at all. */
import { generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

const issuer = 'https://issuer.test-cluster'
const audience = 'test-cluster'
const keyId = 'test-cluster-key'

/** What is put into a token. */
export interface TokenClaims {
  /** The user: `sub`. */
  readonly subject: string
  /** @default an hour */
  readonly expiresInSeconds?: number
  /** Claims in place of or beside `iss`, `aud`, `sub`, `iat` and `exp`. */
  readonly claims?: Readonly<Record<string, unknown>>
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Makes tokens that the brokers of one cluster accept. */
export class TokenIssuer {
  readonly issuer = issuer
  readonly audience = audience
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    this.#privateKey = privateKey
    this.#publicKey = publicKey
  }

  /** The public key as the JSON Web Key Set (RFC 7517) that brokers read. */
  keySet(): string {
    const key = { ...this.#publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' }
    return JSON.stringify({ keys: [key] })
  }

  /** A token signed with RS256. */
  signed(token: TokenClaims, nowMs = Date.now()): string {
    const content = `${encoded({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${encoded(this.#claims(token, nowMs))}`
    return `${content}.${sign('sha256', Buffer.from(content), this.#privateKey).toString('base64url')}`
  }

  /** A token with the algorithm `none`, which brokers accept unless told otherwise. */
  unsecured(token: TokenClaims, nowMs = Date.now()): string {
    return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(this.#claims(token, nowMs))}.`
  }

  #claims({ subject, expiresInSeconds = 3600, claims = {} }: TokenClaims, nowMs: number): Record<string, unknown> {
    const now = Math.floor(nowMs / 1000)
    return { iss: issuer, aud: audience, sub: subject, iat: now, exp: now + expiresInSeconds, ...claims }
  }
}
