import { encodeUtf8 } from '@odradek/bytes'

import { askForCredentials, type Provided, type SaslCredentials } from './credentials.ts'
import type { SaslMechanism } from './sasl-mechanism.ts'

/** PLAIN (RFC 4616): the password itself goes to the broker; only with TLS below it is that safe. */
export function plainMechanism(credentials: Provided<SaslCredentials>): SaslMechanism {
  return {
    name: 'PLAIN',
    async *authenticate(context) {
      const { username, password } = await askForCredentials(credentials)
      context.keepSecret(password)
      yield encodeUtf8(`\0${username}\0${password}`)
    },
  }
}
