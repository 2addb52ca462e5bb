// What sibling packages may use and users should not.
export * from './index.ts'
