/** Whether what a user's handler returned is to be waited for. In plain JavaScript a handler may return anything: that says nothing. */
export function isThenable(result: unknown): result is PromiseLike<unknown> {
  return typeof (result as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function'
}
