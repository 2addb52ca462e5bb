import { DecodeError } from '@odradek/bytes'

/** Takes items until their end or a DecodeError; any other error is thrown. */
export function readUntilError<Item>(items: Iterable<Item>): { items: Item[]; error: DecodeError | undefined } {
  const read: Item[] = []
  try {
    for (const item of items) read.push(item)
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return { items: read, error }
  }
  return { items: read, error: undefined }
}
