// PLAIN (RFC 4616) as Kafka's PlainSaslServer has it: `authorization id NUL user NUL password`.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import type { Cryptography } from '../cryptography.ts'
import type { SaslServer, SaslStep } from './sasl-server.ts'

const NOTHING = new Uint8Array(0)
const WRONG = 'Authentication failed: Invalid username or password'

/** The passwords of users. A map, so that no user is called `constructor`. */
export type Passwords = ReadonlyMap<string, string>

/** Checks a user's password. */
export class PlainServer implements SaslServer {
  readonly #passwords: Passwords
  readonly #cryptography: Cryptography

  constructor(passwords: Passwords, cryptography: Cryptography) {
    this.#passwords = passwords
    this.#cryptography = cryptography
  }

  step(token: Uint8Array): SaslStep {
    const parts = decodeUtf8(token, 0, token.length).split('\0')
    if (parts.length !== 3) return refused(`Invalid SASL/PLAIN response: expected 3 tokens, got ${parts.length}`)
    const [authorizationId, user, password] = parts as [string, string, string]
    if (user === '') return refused('Authentication failed: username not specified')
    if (password === '') return refused('Authentication failed: password not specified')
    const expected = this.#passwords.get(user)
    // Hashes are of one length: so the time tells neither whether there is such a user, nor how long the password is.
    const hashOf = (text: string) => this.#cryptography.hash('sha256', encodeUtf8(text))
    const isRight = this.#cryptography.equal(hashOf(password), hashOf(expected ?? ''))
    if (expected === undefined || !isRight) return refused(WRONG)
    if (authorizationId !== '' && authorizationId !== user) {
      return refused('Authentication failed: Client requested an authorization id that is different from username')
    }
    return { kind: 'done', token: NOTHING, user, expiresAtMs: Infinity }
  }
}

function refused(text: string): SaslStep {
  return { kind: 'failed', reason: text, text }
}
