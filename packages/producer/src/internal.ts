// What sibling packages may use and users should not: nothing so far beyond the public door.
export * from './index.ts'
