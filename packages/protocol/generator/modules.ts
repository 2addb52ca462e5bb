// The modules that generated message files import from, as seen from src/generated/messages/.

export const bytesModule = '@odradek/bytes'
export const codecModule = '../../message-codec.ts'
export const readersModule = '../../field-readers.ts'
export const writersModule = '../../field-writers.ts'
export const tagsModule = '../../tagged-fields.ts'
