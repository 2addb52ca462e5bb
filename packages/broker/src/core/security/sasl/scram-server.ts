// SCRAM-SHA-256 and SCRAM-SHA-512 (RFC 5802, RFC 7677), the broker's side, as Kafka's ScramSaslServer has it: no channel binding.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import {
  type Cryptography,
  decodeBase64,
  encodeBase64,
  type ScramCredential,
  ScramIterations,
  type ScramMechanism,
} from '@odradek/network/internal'
import type { SaslServer, SaslStep } from './sasl-server.ts'

/** What an exchange needs of the broker. */
export interface ScramServerSettings {
  readonly mechanism: ScramMechanism
  readonly cryptography: Cryptography
  readonly credentialOf: (user: string) => ScramCredential | undefined
  /** What is added to the client's nonce: printable, without a comma, never the same. */
  readonly newNonce: () => string
}

/** What a client's first message says. */
export interface ScramClientFirst {
  readonly authorizationId: string
  /** The user's name as it is sent, with `=2C` and `=3D`. */
  readonly saslName: string
  readonly user: string
  readonly nonce: string
  /** Whether the user's name is a delegation token's id. */
  readonly tokenAuth: boolean
  /** The message without its GS2 header, as it is signed. */
  readonly bare: string
}

// Kafka's grammar: ASCII without NUL.
const SASL_NAME = '(?:[\\x01-\\x2B\\x2D-\\x3C\\x3E-\\x7F]|=2C|=3D)+'
const VALUE = '[\\x01-\\x2B\\x2D-\\x7F]+'
const PRINTABLE = '[\\x21-\\x2B\\x2D-\\x7E]+'
const EXTENSIONS = `(?:,[A-Za-z]+=${VALUE})*`
const BASE64 = '(?:[a-zA-Z0-9/+]{4})*(?:[a-zA-Z0-9/+]{3}=|[a-zA-Z0-9/+]{2}==)?'
const CLIENT_FIRST = new RegExp(
  `^n,(?:a=(${SASL_NAME}))?,((?:m=${VALUE},)?n=(${SASL_NAME}),r=(${PRINTABLE})(${EXTENSIONS}))$`,
)
const CLIENT_FINAL = new RegExp(`^(c=(${BASE64}),r=(${PRINTABLE})${EXTENSIONS}),p=(${BASE64})$`)

/** Reads a client's first message; undefined where it is none. */
export function parseScramClientFirst(text: string): ScramClientFirst | undefined {
  const [, authorizationId = '', bare, saslName, nonce, extensions] = CLIENT_FIRST.exec(text) ?? []
  if (bare === undefined || saslName === undefined || nonce === undefined) return undefined
  const user = saslName.replaceAll('=2C', ',').replaceAll('=3D', '=')
  const tokenAuth = /,tokenauth=true(,|$)/i.test(extensions ?? '')
  return { authorizationId: unescaped(authorizationId), saslName, user, nonce, tokenAuth, bare }
}

function unescaped(saslName: string): string {
  return saslName.replaceAll('=2C', ',').replaceAll('=3D', '=')
}

/** What a client's final message says. */
export interface ScramClientFinal {
  readonly channelBinding: string
  readonly nonce: string
  readonly proof: Uint8Array
  readonly withoutProof: string
}

/** Reads a client's final message; undefined where it is none. */
export function parseScramClientFinal(text: string): ScramClientFinal | undefined {
  const [, withoutProof, channelBinding, nonce, proof] = CLIENT_FINAL.exec(text) ?? []
  const bytes = proof === undefined ? undefined : decodeBase64(proof)
  if (withoutProof === undefined || bytes === undefined) return undefined
  return { channelBinding: channelBinding!, nonce: nonce!, proof: bytes, withoutProof }
}

interface Begun {
  readonly first: ScramClientFirst
  readonly credential: ScramCredential
  readonly nonce: string
  readonly serverFirst: string
}

/** One exchange. What a client hears of a failure does not tell whether there is such a user. */
export class ScramServer implements SaslServer {
  readonly #settings: ScramServerSettings
  #begun: Begun | undefined

  constructor(settings: ScramServerSettings) {
    this.#settings = settings
  }

  step(token: Uint8Array): SaslStep {
    const text = decodeUtf8(token, 0, token.length)
    return this.#begun === undefined ? this.#begin(text) : this.#end(text, this.#begun)
  }

  #begin(text: string): SaslStep {
    const { credentialOf, newNonce } = this.#settings
    const first = parseScramClientFirst(text)
    if (first === undefined) return failed('Invalid SCRAM client first message format')
    const credential = first.tokenAuth ? undefined : credentialOf(first.user)
    if (credential === undefined) return failed('Authentication failed: Invalid user credentials')
    if (first.authorizationId !== '' && first.authorizationId !== first.user) {
      const differs = 'Authentication failed: Client requested an authorization id that is different from username'
      return { kind: 'failed', reason: differs, text: differs }
    }
    const { salt, iterations } = credential
    if (iterations < ScramIterations.LEAST) {
      return failed(`Iterations ${iterations} is less than the minimum ${ScramIterations.LEAST}`)
    }
    const nonce = first.nonce + newNonce()
    const serverFirst = `r=${nonce},s=${encodeBase64(salt)},i=${iterations}`
    this.#begun = { first, credential, nonce, serverFirst }
    return { kind: 'continue', token: encodeUtf8(serverFirst) }
  }

  #end(text: string, { first, credential, nonce, serverFirst }: Begun): SaslStep {
    const { cryptography, mechanism } = this.#settings
    const final = parseScramClientFinal(text)
    if (final === undefined) return failed('Invalid SCRAM client final message format')
    // librdkafka puts its own nonce in front once more, and Kafka lets it.
    if (!final.nonce.endsWith(nonce)) return failed('Invalid client nonce in the final client message.')
    const signed = encodeUtf8(`${first.bare},${serverFirst},${final.withoutProof}`)
    const signature = cryptography.hmac(mechanism.hash, credential.storedKey, signed)
    if (final.proof.length !== signature.length) return failed('Invalid client credentials')
    const clientKey = final.proof.map((byte, index) => byte ^ signature[index]!)
    const storedKey = cryptography.hash(mechanism.hash, new Uint8Array(clientKey))
    if (!cryptography.equal(storedKey, credential.storedKey)) return failed('Invalid client credentials')
    const verifier = cryptography.hmac(mechanism.hash, credential.serverKey, signed)
    return {
      kind: 'done',
      token: encodeUtf8(`v=${encodeBase64(verifier)}`),
      user: first.user,
      expiresAtMs: Infinity,
    }
  }
}

function failed(reason: string): SaslStep {
  return { kind: 'failed', reason }
}
