let count = 0

/** A name that no other test of any process has: for topics, groups and transactional ids on a broker that several share. */
export function uniqueName(prefix = 'test'): string {
  const random = Math.floor(Math.random() * 2 ** 32)
  return `${prefix}-${random.toString(36)}-${++count}`
}
