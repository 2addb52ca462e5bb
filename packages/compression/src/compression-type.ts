import { DecodeError } from '@odradek/bytes'

/** How a record batch or message set is compressed: the values of Kafka's `compression.type`. */
export type CompressionType = 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd'

/** Every compression type at the index of its id, the low three bits of a batch's attributes. */
export const COMPRESSION_TYPES: readonly CompressionType[] = ['none', 'gzip', 'snappy', 'lz4', 'zstd']

/** The id, 0 to 4, that a batch's attributes carry for a compression type. */
export function compressionTypeId(type: CompressionType): number {
  return COMPRESSION_TYPES.indexOf(type)
}

/** The compression type of an id. Throws DecodeError with reason `unsupported` where Kafka defines none. */
export function compressionTypeOfId(id: number, offset = 0): CompressionType {
  const type = COMPRESSION_TYPES[id]
  if (type === undefined) throw new DecodeError('unsupported', `compression type id ${id} is not known`, offset)
  return type
}
