import type { Duplex } from 'node:stream'

/** What comes in on a stream, taken in pieces of one's own choice. */
export interface ByteSource {
  /** Exactly so many bytes. Rejects where the stream ends before. */
  take(length: number): Promise<Buffer>
  /** All up to this text and the text itself. Rejects where it does not come within so many bytes. */
  until(text: string, most: number): Promise<Buffer>
  /** Gives the stream back, with what has not been taken. */
  release(): void
}

/** Takes a stream over until `release`. */
export function byteSource(stream: Duplex): ByteSource {
  let held: Buffer = Buffer.alloc(0)
  let ended: Error | undefined
  let look = () => {}
  const onData = (bytes: Buffer) => {
    held = Buffer.concat([held, bytes])
    look()
  }
  const onEnd = (error?: Error) => {
    ended ??= error ?? new Error('closed by the proxy')
    look()
  }
  const onClose = () => onEnd()
  stream.on('data', onData).on('error', onEnd).on('end', onClose).on('close', onClose)
  /** Waits until `find` says how many bytes it is. */
  const taken = (find: () => number | undefined, most: number) =>
    new Promise<Buffer>((resolve, reject) => {
      look = () => {
        const length = find()
        if (length !== undefined) {
          look = () => {}
          const piece = held.subarray(0, length)
          held = held.subarray(length)
          resolve(piece)
        } else if (ended !== undefined || held.length > most) {
          look = () => {}
          reject(ended ?? new Error('the answer of the proxy is too long'))
        }
      }
      look()
    })
  return {
    take: (length) => taken(() => (held.length >= length ? length : undefined), length),
    until: (text, most) =>
      taken(() => {
        const at = held.indexOf(text)
        return at < 0 ? undefined : at + text.length
      }, most),
    release() {
      stream.off('data', onData).off('error', onEnd).off('end', onClose).off('close', onClose)
      stream.pause()
      if (held.length > 0) stream.unshift(held)
    },
  }
}
