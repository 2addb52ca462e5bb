// Key and trust stores: files that are read again when they change.
import { readFile, stat } from 'node:fs/promises'

import { AuthenticationError } from '@odradek/protocol'

import { looksLikePem } from './pem.ts'

/** What a store's file holds. */
export type StoreContent =
  { readonly kind: 'pem'; readonly text: string } | { readonly kind: 'pkcs12'; readonly bytes: Uint8Array }

const JKS_MAGIC = 0xfeedfeed
const JCEKS_MAGIC = 0xcececece
const DER_SEQUENCE = 0x30

/** Reads a file again when its time, its size or its place on the disk has changed. */
export class StoreFile {
  readonly #path: string
  readonly #option: string
  #mark = ''
  #content: StoreContent | undefined

  constructor(path: string, option: string) {
    this.#path = path
    this.#option = option
  }

  /** Rejects with AuthenticationError where the file cannot be read, or is of a kind that is not understood. */
  async content(): Promise<StoreContent> {
    try {
      const { mtimeMs, size, ino } = await stat(this.#path)
      const mark = `${mtimeMs} ${size} ${ino}`
      if (this.#content === undefined || mark !== this.#mark) {
        this.#content = this.#parse(await readFile(this.#path))
        this.#mark = mark
      }
      return this.#content
    } catch (cause) {
      if (AuthenticationError.is(cause)) throw cause
      const { code = 'unreadable' } = cause as NodeJS.ErrnoException
      throw wrong(`${this.#option}: the file ${this.#path} cannot be read (${code})`)
    }
  }

  #parse(bytes: Buffer): StoreContent {
    const where = `${this.#option}: the file ${this.#path}`
    const magic = bytes.length >= 4 ? bytes.readUInt32BE(0) : 0
    if (magic === JKS_MAGIC || magic === JCEKS_MAGIC) {
      throw wrong(
        `${where} is a Java key store (JKS), which only Java reads: make a PKCS12 store of it with keytool -importkeystore -srckeystore STORE.jks -destkeystore STORE.p12 -deststoretype PKCS12, or PEM files`,
      )
    }
    if (bytes[0] === DER_SEQUENCE && !looksLikePem(bytes.toString('latin1'))) return { kind: 'pkcs12', bytes }
    const text = bytes.toString('utf8')
    if (looksLikePem(text)) return { kind: 'pem', text }
    throw wrong(`${where} is neither PEM nor PKCS12`)
  }
}

/** The error for what is wrong with the user's files. */
export function wrong(text: string, cause?: unknown): AuthenticationError {
  return new AuthenticationError(text, { reason: 'configuration', ...(cause === undefined ? {} : { cause }) })
}
