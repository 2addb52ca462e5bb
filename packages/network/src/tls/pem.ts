// PEM (RFC 7468) as it stands in files and in Kafka's properties, where a text may have lost its line ends.

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g
const HEADERS = /^\s*((?:[A-Za-z-]+:[^\n]*\n)+)\s*\n/

/** One block. */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY`, `ENCRYPTED PRIVATE KEY` ... */
  readonly label: string
  readonly text: string
}

/** The blocks of a text, each in lines of 64 letters; what stands between them is passed over. */
export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(BLOCK)].map(([, label, body]) => {
    // Old encrypted keys (Proc-Type: 4,ENCRYPTED) have lines of their own that must stay.
    const headers = HEADERS.exec(body!.replaceAll('\r\n', '\n').replace(/^\n/, ''))?.[1]
    const letters =
      headers === undefined ? body! : body!.replaceAll('\r\n', '\n').replace(/^\n/, '').slice(headers.length)
    const lines = letters
      .replaceAll(/\s+/g, '')
      .replaceAll(/(.{64})/g, '$1\n')
      .trimEnd()
    const head = headers === undefined ? '' : `${headers}\n`
    return { label: label!, text: `-----BEGIN ${label}-----\n${head}${lines}\n-----END ${label}-----\n` }
  })
}

/** Whether a text has PEM in it. */
export function looksLikePem(text: string): boolean {
  return text.includes('-----BEGIN ')
}

/** The certificates of a text, as PEM. */
export function pemCertificates(text: string): string[] {
  return pemBlocks(text)
    .filter(({ label }) => /^(X509 |TRUSTED )?CERTIFICATE$/.test(label))
    .map((block) => block.text)
}

/** The first private key of a text, as PEM. */
export function pemPrivateKey(text: string): string | undefined {
  return pemBlocks(text).find(({ label }) => label.endsWith('PRIVATE KEY'))?.text
}
