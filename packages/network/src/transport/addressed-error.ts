import { formatAddress } from '../bootstrap-servers.ts'
import type { Address } from './transport.ts'

/** The system's error with the address in front; `code` (ECONNREFUSED, ENOTFOUND ...) is kept. */
export function addressedError(what: string, address: Address, cause: Error): Error {
  const code = (cause as NodeJS.ErrnoException).code
  // Where a name has several addresses, Node puts the errors of all into one without a text of its own.
  const text = cause.message !== '' ? cause.message : (code ?? cause.name)
  return Object.assign(
    new Error(`${what} ${formatAddress(address)}: ${text}`, { cause }),
    code === undefined ? {} : { code },
  )
}
