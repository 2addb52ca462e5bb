// Streams of records: the WHATWG one and Node's. Both ask for an item only when one is read: what lies in a queue would count as handled.
import { Readable } from 'node:stream'

/** A WHATWG stream over an iterator. */
export function recordReadableStream<T>(iterator: AsyncIterator<T, undefined>): ReadableStream<T> {
  return new ReadableStream<T>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done === true) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** A stream of Node over an iterator, in object mode. */
export function recordReadable<T>(iterator: AsyncIterator<T, undefined>): Readable {
  return new Readable({
    objectMode: true,
    highWaterMark: 0,
    read() {
      iterator.next().then(
        ({ done, value }) => this.push(done === true ? null : value),
        (error: unknown) => this.destroy(error as Error),
      )
    },
    destroy(error, callback) {
      const ended = iterator.return?.() ?? Promise.resolve()
      ended.then(
        () => callback(error),
        (cause: unknown) => callback(error ?? (cause as Error)),
      )
    },
  })
}
