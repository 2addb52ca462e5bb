/** What a user's function threw, in words. That may be anything, such as an object without a prototype, of which `String` makes no text but throws. */
export function sayThrown(thrown: unknown): string {
  try {
    return String(thrown)
  } catch {
    return 'what was thrown has no text, see the cause'
  }
}
