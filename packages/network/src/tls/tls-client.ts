// TLS as a client's options want it: what `node:tls` is told for each connection. Keys and certificates are asked for each time; the secure
// context, which is costly, is made anew only when they are others than before.
import { isIP } from 'node:net'
import { type ConnectionOptions, createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls'

import { UsageError } from '@odradek/protocol'

import type { NetworkConfig } from '../network-options.ts'
import { provided } from '../sasl/credentials.ts'
import type { Address } from '../transport/transport.ts'
import { cipherNames } from './cipher-names.ts'
import { pemCertificates, pemPrivateKey } from './pem.ts'
import { certificatesOfPkcs12 } from './pkcs12.ts'
import { StoreFile, wrong } from './store.ts'
import { systemAuthorities } from './system-authorities.ts'

type Versions = Pick<SecureContextOptions, 'minVersion' | 'maxVersion'>

/** See the head of the file. */
export class TlsClient {
  readonly #config: NetworkConfig
  readonly #truststore: StoreFile | undefined
  readonly #keystore: StoreFile | undefined
  readonly #trustsSystemToo: boolean
  #material = ''
  #context: SecureContext | undefined

  /**
   * Throws UsageError where options contradict each other. `trustsSystemToo`: Node's own authorities, and those of
   * `NODE_EXTRA_CA_CERTS`, count beside those of the options.
   */
  constructor(config: NetworkConfig, { trustsSystemToo = false }: { readonly trustsSystemToo?: boolean } = {}) {
    this.#config = config
    this.#trustsSystemToo = trustsSystemToo
    const { sslTruststoreLocation: trust, sslKeystoreLocation: keys } = config
    if (trust !== undefined && config.sslTruststoreCertificates !== undefined) {
      throw new UsageError('give sslTruststoreLocation or sslTruststoreCertificates, not both')
    }
    const hasKey = config.sslKeystoreKey !== undefined
    if (keys !== undefined && hasKey) throw new UsageError('give sslKeystoreLocation or sslKeystoreKey, not both')
    if (hasKey !== (config.sslKeystoreCertificateChain !== undefined)) {
      throw new UsageError('sslKeystoreKey and sslKeystoreCertificateChain are given together')
    }
    this.#truststore = trust === undefined ? undefined : new StoreFile(trust, 'sslTruststoreLocation')
    this.#keystore = keys === undefined ? undefined : new StoreFile(keys, 'sslKeystoreLocation')
  }

  /** For one connection. Rejects with AuthenticationError where keys or certificates cannot be used. */
  async options({ host }: Address): Promise<ConnectionOptions> {
    const { sslServerName, sslEndpointIdentificationAlgorithm } = this.#config
    const name = sslServerName ?? host
    return {
      secureContext: await this.#secureContext(),
      host: name,
      // SNI is for names only (RFC 6066).
      ...(isIP(name) === 0 ? { servername: name } : {}),
      rejectUnauthorized: true,
      ...(sslEndpointIdentificationAlgorithm === '' ? { checkServerIdentity: () => undefined } : {}),
    }
  }

  async #secureContext(): Promise<SecureContext> {
    const { ca } = await this.#trust()
    const trusted = ca !== undefined && this.#trustsSystemToo ? [...systemAuthorities(), ...ca] : ca
    const material = { ...(trusted === undefined ? {} : { ca: trusted }), ...(await this.#identity()) }
    const mark = JSON.stringify(material)
    if (this.#context !== undefined && mark === this.#material) return this.#context
    const { sslCipherSuites, sslEnabledProtocols } = this.#config
    const ciphers = sslCipherSuites as readonly string[] | undefined
    try {
      this.#context = createSecureContext({
        ...material,
        ...versions(sslEnabledProtocols as readonly string[]),
        ...(ciphers === undefined || ciphers.length === 0 ? {} : { ciphers: cipherNames(ciphers) }),
      })
    } catch (cause) {
      throw wrong(`the keys and certificates cannot be used: ${reasonOf(cause)}`)
    }
    this.#material = mark
    return this.#context
  }

  async #trust(): Promise<{ readonly ca?: string[] }> {
    const { sslTruststoreCertificates, sslTruststorePassword, sslTruststoreLocation } = this.#config
    if (this.#truststore !== undefined) {
      const content = await this.#truststore.content()
      if (content.kind === 'pkcs12') {
        return { ca: certificatesOfPkcs12(content.bytes, sslTruststorePassword ?? '', 'sslTruststoreLocation') }
      }
      return { ca: certificates(content.text, `sslTruststoreLocation: the file ${sslTruststoreLocation}`) }
    }
    if (sslTruststoreCertificates === undefined) return {}
    const text = await provided(sslTruststoreCertificates, 'sslTruststoreCertificates')
    return { ca: certificates(text, 'sslTruststoreCertificates') }
  }

  async #identity(): Promise<SecureContextOptions> {
    const { sslKeystoreKey, sslKeystoreCertificateChain, sslKeyPassword, sslKeystorePassword } = this.#config
    const { sslKeystoreLocation } = this.#config
    if (this.#keystore !== undefined) {
      const content = await this.#keystore.content()
      if (content.kind === 'pkcs12') {
        return { pfx: Buffer.from(content.bytes), passphrase: sslKeystorePassword ?? sslKeyPassword ?? '' }
      }
      const where = `sslKeystoreLocation: the file ${sslKeystoreLocation}`
      return identity(content.text, content.text, sslKeyPassword, where)
    }
    if (sslKeystoreKey === undefined) return {}
    const key = await provided(sslKeystoreKey, 'sslKeystoreKey')
    const chain = await provided(sslKeystoreCertificateChain!, 'sslKeystoreCertificateChain')
    return identity(key, chain, sslKeyPassword, 'sslKeystoreKey and sslKeystoreCertificateChain')
  }
}

function identity(key: string, chain: string, passphrase: string | undefined, where: string): SecureContextOptions {
  const pem = pemPrivateKey(key)
  if (pem === undefined) throw wrong(`${where}: there is no private key in PEM`)
  const cert = certificates(chain, where).join('')
  return { key: pem, cert, ...(passphrase === undefined ? {} : { passphrase }) }
}

function certificates(text: string, where: string): string[] {
  const found = typeof text === 'string' ? pemCertificates(text) : []
  if (found.length === 0) throw wrong(`${where}: there is no certificate in PEM`)
  return found
}

function versions(protocols: readonly string[]): Versions {
  const order = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
  const enabled = order.filter((name) => protocols.includes(name))
  return { minVersion: enabled[0]!, maxVersion: enabled.at(-1)! }
}

/** What OpenSSL says, which holds no secret. */
function reasonOf(cause: unknown): string {
  const { message, code } = cause as { message: string; code?: string }
  const text = message.replace(/^error:[0-9A-F]+:/, '')
  if (/mac verify|bad decrypt|interrupted or cancelled/.test(text)) return `the password does not fit (${text})`
  if (/unsupported/.test(text) && code?.startsWith('ERR_OSSL') !== true) {
    return `${text}: a PKCS12 store of old encryption (RC2, 3DES) has to be made anew with openssl pkcs12 -legacy`
  }
  return text
}
