// What sibling packages may use and users should not: the public door, and what versioned bytes outside of requests need.
export * from './index.ts'
export { checkEnd } from './decode-message.ts'
export { EMPTY_BYTES } from './field-readers.ts'
export { encodeResponseChunks } from './frames.ts'
export { GatheringWriter } from './gathering-writer.ts'
