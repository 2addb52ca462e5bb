// Access tokens of OAUTHBEARER: JWTs (RFC 7519), unsecured or signed by a given key.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { decodeBase64 } from '@odradek/network/internal'
import type { Cryptography } from '../cryptography.ts'

/** Which tokens are taken. */
export interface AccessTokenRules {
  /** Keys as JWKs (RFC 7517), one of which must have signed. */
  readonly keys: readonly object[]
  /** Whether tokens without a signature are taken, as Kafka's own validator for tests does. */
  readonly unsecured: boolean
  /** One of these must be in `aud`; empty: whatever. */
  readonly audience: readonly string[]
  /** What `iss` must be; undefined: whatever. */
  readonly issuer: string | undefined
  /** The claim that names the user. */
  readonly subClaim: string
  /** All of these must be in `scope`. */
  readonly scope: readonly string[]
  readonly clockSkewMs: number
}

/** Whose token it is and how long it lasts; a string says why it is not taken. */
export type AccessTokenResult = { readonly user: string; readonly expiresAtMs: number } | string

type Json = Readonly<Record<string, unknown>>

/** Judges a token. */
export function checkAccessToken(
  token: string,
  rules: AccessTokenRules,
  wallClockMs: number,
  cryptography: Cryptography,
): AccessTokenResult {
  const parts = token.split('.')
  const [head, body, signature] = parts
  if (parts.length !== 3) return 'the token does not have three parts'
  const header = parseObject(head!)
  const claims = parseObject(body!)
  const mark = decodeBase64(signature!)
  if (header === undefined || claims === undefined || mark === undefined) return 'the token is not a JWT'
  const signed = encodeUtf8(`${head}.${body}`)
  const unsigned = signatureFault(header, signed, mark, rules, cryptography)
  return unsigned ?? claimsFault(claims, rules, wallClockMs) ?? accepted(claims, rules)
}

function accepted(claims: Json, { subClaim }: AccessTokenRules): AccessTokenResult {
  return { user: claims[subClaim] as string, expiresAtMs: (claims['exp'] as number) * 1000 }
}

function parseObject(part: string): Json | undefined {
  const bytes = decodeBase64(part)
  if (bytes === undefined) return undefined
  try {
    const value: unknown = JSON.parse(decodeUtf8(bytes, 0, bytes.length))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

function signatureFault(
  header: Json,
  signed: Uint8Array,
  signature: Uint8Array,
  { keys, unsecured }: AccessTokenRules,
  cryptography: Cryptography,
): string | undefined {
  const algorithm = header['alg']
  if (typeof algorithm !== 'string') return 'the token does not say how it is signed'
  if (algorithm === 'none') return unsecured && signature.length === 0 ? undefined : 'the token is not signed'
  const candidates = keys.filter((key) => {
    const { kid, alg } = key as { kid?: unknown; alg?: unknown }
    const isNamed = header['kid'] === undefined || kid === undefined || kid === header['kid']
    return isNamed && (alg === undefined || alg === algorithm)
  })
  const isSigned = candidates.some((key) => cryptography.verifySignature(algorithm, key, signed, signature))
  return isSigned ? undefined : 'no known key has signed the token'
}

function claimsFault(claims: Json, rules: AccessTokenRules, wallClockMs: number): string | undefined {
  const { exp, nbf, iss } = claims
  const user = claims[rules.subClaim]
  if (typeof user !== 'string' || user === '') return `the token has no claim ${rules.subClaim}`
  if (typeof exp !== 'number') return 'the token does not say when it expires'
  if (exp * 1000 + rules.clockSkewMs <= wallClockMs) return 'the token has expired'
  if (typeof nbf === 'number' && nbf * 1000 - rules.clockSkewMs > wallClockMs) return 'the token does not hold yet'
  if (rules.issuer !== undefined && iss !== rules.issuer) return 'the token is of another issuer'
  const has = (claim: string) => membersOf(claims[claim])
  if (rules.audience.length > 0 && !has('aud').some((member) => rules.audience.includes(member))) {
    return 'the token is for another audience'
  }
  return rules.scope.every((wanted) => has('scope').includes(wanted)) ? undefined : 'the token is of another scope'
}

function membersOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((member) => typeof member === 'string')
  return typeof claim === 'string' ? claim.split(' ') : []
}
