// OAUTHBEARER (RFC 7628, KIP-255): one message with an access token. A broker that refuses it says why in JSON, wants %x01, and then fails.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { AuthenticationError } from '@odradek/protocol'

import { type AccessToken, checkedToken } from './access-token.ts'
import { provided, type Provided } from './credentials.ts'
import type { SaslContext, SaslMechanism } from './sasl-mechanism.ts'

const CONTROL_A = '\x01'
const DETAIL_LENGTH = 200

/** `token` is asked for each connection and each re-authentication: what caches it has is its own affair. */
export function oauthbearerMechanism(token: Provided<string | AccessToken>): SaslMechanism {
  return {
    name: 'OAUTHBEARER',
    async *authenticate(context) {
      const current = checkedToken(await provided(token, 'saslOauthbearerToken'))
      context.keepSecret(current.value)
      const extensions = Object.entries(current.extensions ?? {}).map(([name, value]) => `${name}=${value}${CONTROL_A}`)
      const message = `n,,${CONTROL_A}auth=Bearer ${current.value}${CONTROL_A}${extensions.join('')}${CONTROL_A}`
      let detail = ''
      try {
        const answer = yield encodeUtf8(message)
        if (answer.length === 0) return
        detail = `: ${decodeUtf8(answer, 0, Math.min(answer.length, DETAIL_LENGTH))}`
        yield encodeUtf8(CONTROL_A)
      } catch (cause) {
        throw AuthenticationError.is(cause) ? refusal(current, detail, context, cause) : cause
      }
      throw refusal(current, detail, context)
    },
  }
}

function refusal({ expiresAtMs }: AccessToken, detail: string, context: SaslContext, cause?: AuthenticationError) {
  if (expiresAtMs !== undefined && expiresAtMs <= context.wallClockMs()) {
    const expired = new Date(expiresAtMs).toISOString()
    return new AuthenticationError(`the access token expired at ${expired}: get a new one`, {
      reason: 'token-expired',
      cause,
    })
  }
  if (cause !== undefined && detail === '') return cause
  return new AuthenticationError(`the broker refuses the access token${detail}`, { reason: 'credentials', cause })
}
