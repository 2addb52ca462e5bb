/** A text without the secrets, whoever put them in. Control characters, which could forge lines of a log, become blanks. */
export function redacted(text: string, secrets: Iterable<string>): string {
  let clean = text
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '[secret]')
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return clean.replaceAll(/[\x00-\x1f\x7f]+/g, ' ')
}
