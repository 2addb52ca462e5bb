import { CommandError } from './command-error.ts'

/** What is wrong with an address that could not be opened, in words, where the system's error is one of the usual. */
export function listenError(error: unknown, address: string, flag: string): unknown {
  const code = systemCode(error)
  if (code === 'EADDRINUSE') {
    return new CommandError(`${address} is taken by another program`, {
      hint: `Choose another ${flag}; 0 is any free one.`,
      cause: error,
    })
  }
  if (code === 'EACCES')
    return new CommandError(`${address} may not be used`, { hint: `Choose a ${flag} above 1023.`, cause: error })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CommandError(`${address} is no address of this machine`, {
      hint: 'Choose another --host, such as 0.0.0.0 for all.',
      cause: error,
    })
  }
  return error
}

function systemCode(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at) return at.code
  return undefined
}
