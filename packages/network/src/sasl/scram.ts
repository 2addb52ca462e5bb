import { encodeUtf8 } from '@odradek/bytes'

import { ScramClient } from '../core/sasl/scram-client.ts'
import { encodeBase64 } from '../core/security/base64.ts'
import type { ScramMechanism } from '../core/security/scram-mechanism.ts'
import { nodeCryptography, saltedPassword } from '../node-cryptography.ts'
import { askForCredentials, type Provided, type SaslCredentials } from './credentials.ts'
import type { SaslMechanism } from './sasl-mechanism.ts'

const NONCE_BYTES = 18

/** SCRAM-SHA-256 or SCRAM-SHA-512: the password does not leave this process, and the broker has to show that it knows it too. */
export function scramClientMechanism(
  mechanism: ScramMechanism,
  credentials: Provided<SaslCredentials>,
  newNonce: () => string = () => encodeBase64(nodeCryptography.randomBytes(NONCE_BYTES)),
): SaslMechanism {
  return {
    name: mechanism.name,
    async *authenticate(context) {
      const { username, password, tokenAuth = false } = await askForCredentials(credentials)
      context.keepSecret(password)
      const cryptography = nodeCryptography
      const client = new ScramClient({ mechanism, cryptography, username, tokenAuth, nonce: newNonce() })
      const { salt, iterations } = client.onServerFirst(yield client.first())
      const salted = await saltedPassword(mechanism.hash, encodeUtf8(password), salt, iterations)
      client.onServerFinal(yield client.final(salted))
    },
  }
}
