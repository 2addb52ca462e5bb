import { decodeUtf8 } from '@odradek/bytes'
import { AuthenticationError } from '@odradek/protocol'

import { decodeBase64 } from '../core/security/base64.ts'

/** A bearer token for OAUTHBEARER. */
export interface AccessToken {
  readonly value: string
  /** When it expires, in milliseconds since 1970. @default what `exp` of a JWT says; else unknown */
  readonly expiresAtMs?: number
  /** SASL extensions (KIP-342), sent along. */
  readonly extensions?: Readonly<Record<string, string>>
}

const TOKEN = /^[-_~+/.a-zA-Z0-9]+=*$/
const EXTENSION_NAME = /^[A-Za-z]+$/
const EXTENSION_VALUE = /^[\x21-\x7E \t\r\n]+$/

/** Checks a token's form and finds when it expires. Throws AuthenticationError, without a word of the token. */
export function checkedToken(given: string | AccessToken): AccessToken {
  const token = typeof given === 'string' ? { value: given } : given
  if (typeof token?.value !== 'string' || !TOKEN.test(token.value)) {
    throw new AuthenticationError('the access token is not one: letters, digits and -._~+/ are allowed (RFC 6750)', {
      reason: 'token',
    })
  }
  for (const [name, value] of Object.entries(token.extensions ?? {})) {
    if (EXTENSION_NAME.test(name) && name.toLowerCase() !== 'auth' && EXTENSION_VALUE.test(value)) continue
    throw new AuthenticationError(`the SASL extension ${name} is not allowed: names are letters, but not auth`, {
      reason: 'configuration',
    })
  }
  const expiresAtMs = token.expiresAtMs ?? expiryOfJwt(token.value)
  return expiresAtMs === undefined ? token : { ...token, expiresAtMs }
}

/** When a JWT expires; undefined for any other token. */
function expiryOfJwt(token: string): number | undefined {
  const [, body, ...rest] = token.split('.')
  if (body === undefined || rest.length !== 1) return undefined
  try {
    const bytes = decodeBase64(body)
    const claims =
      bytes === undefined ? undefined : (JSON.parse(decodeUtf8(bytes, 0, bytes.length)) as { exp?: unknown })
    return typeof claims?.exp === 'number' ? claims.exp * 1000 : undefined
  } catch {
    return undefined
  }
}
