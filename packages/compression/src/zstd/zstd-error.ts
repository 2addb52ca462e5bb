import { DecodeError } from '@odradek/bytes'

/** The error for Zstandard data that are not what RFC 8878 says. */
export function malformedZstd(message: string, offset: number): DecodeError {
  return new DecodeError('malformed', `malformed zstd data: ${message}`, offset)
}
