// Certificates for tests, made on the spot.
import { generate } from 'selfsigned'

/** A key and its certificate, in PEM. */
export interface TestCertificate {
  readonly key: string
  readonly cert: string
}

/** What a certificate is to say. */
export interface TestCertificateOptions {
  /** Its common name. */
  readonly name: string
  /** Host names and IP addresses of a server. @default ['localhost', '127.0.0.1'] */
  readonly hosts?: readonly string[]
  /** Who signs it; without it, it signs itself and may sign others. */
  readonly ca?: TestCertificate
  /** @default yesterday and tomorrow */
  readonly from?: Date
  readonly to?: Date
  /** Encrypts the key. */
  readonly passphrase?: string
}

const DAY_MS = 86_400_000

/** Makes a certificate on the curve P-256. */
export async function makeCertificate(options: TestCertificateOptions): Promise<TestCertificate> {
  const { name, hosts = ['localhost', '127.0.0.1'], ca, passphrase } = options
  const from = options.from ?? new Date(Date.now() - DAY_MS)
  const to = options.to ?? new Date(Date.now() + DAY_MS)
  const altNames = hosts.map((host) => (/^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }))
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: from,
    notAfterDate: to,
    ...(ca === undefined ? {} : { ca }),
    ...(passphrase === undefined ? {} : { passphrase }),
    extensions: [
      { name: 'basicConstraints', cA: ca === undefined, critical: true },
      { name: 'subjectAltName', altNames },
    ],
  } as Parameters<typeof generate>[1])
  return { key: made.private, cert: made.cert }
}
