import { type LineInput, streamInput } from './line-source.ts'

/** A stream that may be standard input. */
export type InputStream = AsyncIterable<Uint8Array> & { destroy?(): unknown }

/**
 * Standard input as an input, where something comes out of it within `patienceMs`; undefined where it ends before the first byte or
 * stays silent. For a default that depends on it: whoever starts a program from a script often leaves an open pipe there that nobody
 * writes to.
 */
export async function pipedInput(stream: InputStream, patienceMs: number): Promise<LineInput | undefined> {
  const iterator = stream[Symbol.asyncIterator]()
  const first = iterator.next()
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, patienceMs, undefined)))
  const result = await Promise.race([first.catch(() => undefined), silence])
  clearTimeout(timer)
  if (result === undefined || result.done) {
    // Else an open pipe would keep the process alive.
    stream.destroy?.()
    return undefined
  }
  return streamInput('stdin', withFirst(result.value, iterator))
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
