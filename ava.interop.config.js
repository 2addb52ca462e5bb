import base from './ava.config.js'

/** Foreign clients (kcat, Kafka's console tools) against the reference broker: needs kcat, Java and Maven. */
export default { ...base, files: ['interop/**/*.test.ts'], timeout: '5m', concurrency: 2 }
