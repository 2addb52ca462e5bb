/** Closes a consumer when the signal is aborted. */
export function closeOnAbort(consumer: { close(): Promise<void> }, signal: AbortSignal | undefined): void {
  if (signal === undefined) return
  // The promise is the one that whoever closes gets; nobody has to look at it here.
  const close = () => void consumer.close()
  if (signal.aborted) close()
  else signal.addEventListener('abort', close, { once: true })
}
