/** Says what is wrong with a user's logger, for the option's rule: one that lacks a method would throw when something happens. */
export function checkLogger(logger: object): string | undefined {
  const methods = logger as Readonly<Record<string, unknown>>
  return ['debug', 'info', 'warn', 'error'].every((level) => typeof methods[level] === 'function')
    ? undefined
    : 'must have the methods debug, info, warn and error'
}
