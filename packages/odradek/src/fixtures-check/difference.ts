/** What differs between two JSON values, as `path: expected, got`, at most `limit` of it. Keys may stand in any order; -0 is not 0. */
export function differences(expected: unknown, actual: unknown, limit = 3): string[] {
  const found: string[] = []
  collect(expected, actual, '', found, limit)
  return found
}

/** Says where two byte strings part, with a few bytes from there on; undefined where they are equal. */
export function bytesDifference(expected: Uint8Array, actual: Uint8Array): string | undefined {
  const shorter = Math.min(expected.length, actual.length)
  let at = 0
  while (at < shorter && expected[at] === actual[at]) at++
  if (at === expected.length && at === actual.length) return undefined
  const lengths =
    expected.length === actual.length ? '' : ` (${expected.length} bytes are right, ${actual.length} came)`
  return `at byte ${at} expected ${hexFrom(expected, at)}, got ${hexFrom(actual, at)}${lengths}`
}

function collect(expected: unknown, actual: unknown, path: string, found: string[], limit: number): void {
  if (found.length >= limit || Object.is(expected, actual)) return
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) {
      found.push(`${at(path)}expected ${expected.length} elements, got ${actual.length}`)
    }
    for (let i = 0; i < Math.min(expected.length, actual.length); i++) {
      collect(expected[i], actual[i], `${path}[${i}]`, found, limit)
    }
  } else if (isObject(expected) && isObject(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      collect(expected[key], actual[key], path === '' ? key : `${path}.${key}`, found, limit)
    }
  } else {
    found.push(`${at(path)}expected ${show(expected)}, got ${show(actual)}`)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function at(path: string): string {
  return path === '' ? '' : `${path}: `
}

const MAX_SHOWN = 60

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Object.is(value, -0)) return '-0'
  const text = JSON.stringify(value)
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}...`
}

function hexFrom(bytes: Uint8Array, start: number): string {
  if (start >= bytes.length) return 'the end'
  const few = Buffer.from(bytes.subarray(start, start + 8)).toString('hex')
  return start + 8 < bytes.length ? `${few}...` : few
}
