/** Closes a consumer when the signal is aborted. Returns what ends that: a signal that outlives the consumer must not keep it. */
export function closeOnAbort(consumer: { close(): Promise<void> }, signal: AbortSignal | undefined): () => void {
  // The promise is the one that whoever closes gets; nobody has to look at it here.
  const close = () => void consumer.close()
  if (signal?.aborted === true) close()
  else signal?.addEventListener('abort', close, { once: true })
  return () => signal?.removeEventListener('abort', close)
}
