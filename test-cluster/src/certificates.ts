/** Certificates made on the spot: an authority of the cluster's own, and what it signs. */
import { generate } from 'selfsigned'

/** A certificate with its key, in PEM; the key as PKCS #8, as Kafka's PEM stores need it. */
export interface Certificate {
  readonly certificate: string
  readonly key: string
}

/** What a certificate says. */
export interface CertificateRequest {
  readonly commonName: string
  /** Host names and IPv4 addresses that it is good for. @default none */
  readonly hosts?: readonly string[]
  /** @default an hour ago, for clocks that are behind */
  readonly notBefore?: Date
  /** @default in ten days */
  readonly notAfter?: Date
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

const common = ({ notBefore, notAfter }: Pick<CertificateRequest, 'notBefore' | 'notAfter'>, nowMs: number) =>
  ({
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: notBefore ?? new Date(nowMs - hourMs),
    notAfterDate: notAfter ?? new Date(nowMs + 10 * dayMs),
  }) as const

/** A certificate authority that exists for one cluster. */
export class CertificateAuthority {
  /** Its own certificate, in PEM: what a client has to trust. */
  readonly certificate: string
  readonly #key: string

  private constructor(certificate: string, key: string) {
    this.certificate = certificate
    this.#key = key
  }

  /** A new one, with a key of its own: no two authorities trust each other's certificates. */
  static async create(commonName = 'Test CA', nowMs = Date.now()): Promise<CertificateAuthority> {
    const made = await generate([{ name: 'commonName', value: commonName }], {
      ...common({}, nowMs),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    })
    return new CertificateAuthority(made.cert, made.private)
  }

  /** Signs a certificate for a server or a client. */
  async issue(request: CertificateRequest, nowMs = Date.now()): Promise<Certificate> {
    const names = (request.hosts ?? []).map((host) =>
      /^[\d.]+$/.test(host) ? ({ type: 7, ip: host } as const) : ({ type: 2, value: host } as const),
    )
    const made = await generate([{ name: 'commonName', value: request.commonName }], {
      ...common(request, nowMs),
      ca: { key: this.#key, cert: this.certificate },
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
        ...(names.length > 0 ? [{ name: 'subjectAltName', altNames: names } as const] : []),
      ],
    })
    return { certificate: made.cert, key: made.private }
  }
}
