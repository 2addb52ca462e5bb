// SCRAM-SHA-256 and SCRAM-SHA-512 (RFC 5802, RFC 7677), the client's side, without channel binding and without SASLprep, as Kafka has it.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { AuthenticationError } from '@odradek/protocol'

import { decodeBase64, encodeBase64 } from '../security/base64.ts'
import type { Cryptography } from '../security/cryptography.ts'
import { scramKeys, ScramIterations, type ScramMechanism } from '../security/scram-mechanism.ts'

// Kafka's grammar: ASCII without NUL.
const VALUE = '[\\x01-\\x2B\\x2D-\\x7F]+'
const PRINTABLE = '[\\x21-\\x2B\\x2D-\\x7E]+'
const EXTENSIONS = `(?:,[A-Za-z]+=${VALUE})*`
const BASE64 = '(?:[a-zA-Z0-9/+]{4})*(?:[a-zA-Z0-9/+]{3}=|[a-zA-Z0-9/+]{2}==)?'
const SERVER_FIRST = new RegExp(`^(?:m=${VALUE},)?r=(${PRINTABLE}),s=(${BASE64}),i=([0-9]+)${EXTENSIONS}$`)
const SERVER_FINAL = new RegExp(`^(?:e=(${VALUE})|v=(${BASE64}))${EXTENSIONS}$`)
const INT_MAX = 0x7fffffff

/** More rounds than that nobody needs; a server that asks for them wants to keep us busy. Kafka itself allows 16,384. */
export const MOST_SCRAM_ITERATIONS = 1_000_000

/** What a server's first message says. */
export interface ScramServerFirst {
  readonly nonce: string
  readonly salt: Uint8Array
  readonly iterations: number
}

/** Reads a server's first message; undefined where it is none. */
export function parseScramServerFirst(text: string): ScramServerFirst | undefined {
  const [, nonce, salt, rounds] = SERVER_FIRST.exec(text) ?? []
  if (nonce === undefined) return undefined
  const iterations = Number(rounds)
  if (iterations < 1 || iterations > INT_MAX) return undefined
  return { nonce, salt: decodeBase64(salt!)!, iterations }
}

/** What a server's final message says: its signature, or why it refuses. */
export type ScramServerFinal =
  | { readonly error: string; readonly signature?: undefined }
  | { readonly signature: Uint8Array; readonly error?: undefined }

/** Reads a server's final message; undefined where it is none. */
export function parseScramServerFinal(text: string): ScramServerFinal | undefined {
  const [all, error, signature] = SERVER_FINAL.exec(text) ?? []
  if (all === undefined) return undefined
  return error === undefined ? { signature: decodeBase64(signature!)! } : { error }
}

/** What an exchange needs. */
export interface ScramClientSettings {
  readonly mechanism: ScramMechanism
  readonly cryptography: Cryptography
  readonly username: string
  /** Printable, without a comma, never the same. */
  readonly nonce: string
  /** Whether the user name is a delegation token's id, and the password its HMAC. @default false */
  readonly tokenAuth?: boolean
}

/**
 * One exchange: `first()`, `onServerFirst`, `final`, `onServerFinal`, in this order. Throws AuthenticationError for what a server must not say: nothing of
 * the password has been used by then.
 */
export class ScramClient {
  readonly #settings: ScramClientSettings
  readonly #firstBare: string
  #serverFirst = ''
  #nonce = ''
  #expectedSignature: Uint8Array | undefined

  constructor(settings: ScramClientSettings) {
    this.#settings = settings
    const name = settings.username.replaceAll('=', '=3D').replaceAll(',', '=2C')
    this.#firstBare = `n=${name},r=${settings.nonce}${settings.tokenAuth ? ',tokenauth=true' : ''}`
  }

  /** The client's first message. */
  first(): Uint8Array {
    return encodeUtf8(`n,,${this.#firstBare}`)
  }

  /** What to salt the password with, and how often. */
  onServerFirst(token: Uint8Array): ScramServerFirst {
    const { name } = this.#settings.mechanism
    const text = decodeUtf8(token, 0, token.length)
    const message = parseScramServerFirst(text)
    if (message === undefined) throw refused(`the broker's first ${name} message is not of its form`)
    const { nonce, iterations } = message
    // RFC 5802, section 5.1: the server adds to the client's nonce; without that, an exchange could be replayed.
    if (!nonce.startsWith(this.#settings.nonce) || nonce.length === this.#settings.nonce.length) {
      throw refused(`the broker's ${name} nonce does not continue the client's`)
    }
    if (iterations < ScramIterations.LEAST) {
      throw refused(`the broker asks for ${iterations} iterations of ${name}, fewer than ${ScramIterations.LEAST}`)
    }
    if (iterations > MOST_SCRAM_ITERATIONS) {
      throw refused(`the broker asks for ${iterations} iterations of ${name}, more than ${MOST_SCRAM_ITERATIONS}`)
    }
    this.#serverFirst = text
    this.#nonce = nonce
    return message
  }

  /** The client's final message, with the proof. */
  final(saltedPassword: Uint8Array): Uint8Array {
    const { cryptography, mechanism } = this.#settings
    const withoutProof = `c=biws,r=${this.#nonce}`
    const signed = encodeUtf8(`${this.#firstBare},${this.#serverFirst},${withoutProof}`)
    const { clientKey, storedKey, serverKey } = scramKeys(cryptography, mechanism, saltedPassword)
    const signature = cryptography.hmac(mechanism.hash, storedKey, signed)
    const proof = Uint8Array.from(clientKey, (byte, index) => byte ^ signature[index]!)
    this.#expectedSignature = cryptography.hmac(mechanism.hash, serverKey, signed)
    return encodeUtf8(`${withoutProof},p=${encodeBase64(proof)}`)
  }

  /** Checks that the broker knows the password too. */
  onServerFinal(token: Uint8Array): void {
    const { cryptography, mechanism } = this.#settings
    const message = parseScramServerFinal(decodeUtf8(token, 0, token.length))
    if (message === undefined) throw refused(`the broker's final ${mechanism.name} message is not of its form`)
    if (message.error !== undefined) {
      throw new AuthenticationError(`the broker refuses ${mechanism.name}: ${message.error.slice(0, 100)}`)
    }
    if (this.#expectedSignature === undefined || !cryptography.equal(message.signature, this.#expectedSignature)) {
      throw refused(`the broker does not know the password: its ${mechanism.name} signature is wrong`)
    }
  }
}

function refused(text: string): AuthenticationError {
  return new AuthenticationError(text, { reason: 'server-signature' })
}
