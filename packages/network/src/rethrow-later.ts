/** Throws what a user's function threw where nobody is harmed by it: it becomes an `uncaughtException`, as what listeners of a diagnostics channel throw. */
export function rethrowLater(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
