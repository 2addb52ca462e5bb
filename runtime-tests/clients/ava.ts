// What the end-to-end tests use of ava, for runtimes that ava does not run in: the bundle has this in ava's place.
import assert from 'node:assert/strict'

interface Expected {
  readonly instanceOf?: abstract new (...args: never[]) => Error
  readonly message?: string | RegExp
  readonly code?: string
}

/** The assertions of one test, and what is to be done when it is over. */
class Execution {
  readonly #teardowns: (() => unknown)[] = []

  is(actual: unknown, expected: unknown, message?: string): void {
    assert.ok(Object.is(actual, expected), message ?? `${String(actual)} is not ${String(expected)}`)
  }

  not(actual: unknown, expected: unknown, message?: string): void {
    assert.ok(!Object.is(actual, expected), message)
  }

  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    assert.deepStrictEqual(actual, expected, message)
  }

  like(actual: object | undefined | null, part: object, message?: string): void {
    const entries = Object.keys(part).map((name) => [name, (actual as Record<string, unknown> | null)?.[name]])
    assert.deepStrictEqual(Object.fromEntries(entries), part, message)
  }

  true(actual: unknown, message?: string): void {
    assert.equal(actual, true, message)
  }

  false(actual: unknown, message?: string): void {
    assert.equal(actual, false, message)
  }

  regex(text: string, pattern: RegExp, message?: string): void {
    assert.match(text, pattern, message)
  }

  fail(message?: string): void {
    assert.fail(message)
  }

  pass(): void {
    // Nothing to check.
  }

  log(): void {
    // Only failures are told.
  }

  timeout(): void {
    // Whoever runs the process has a limit for all of it.
  }

  throws(work: () => unknown, expected: Expected = {}): Error {
    try {
      work()
    } catch (error) {
      return checked(error, expected)
    }
    assert.fail('nothing was thrown')
  }

  async throwsAsync(
    work: PromiseLike<unknown> | (() => PromiseLike<unknown>),
    expected: Expected = {},
  ): Promise<Error> {
    try {
      await (typeof work === 'function' ? work() : work)
    } catch (error) {
      return checked(error, expected)
    }
    assert.fail('nothing was thrown')
  }

  teardown(work: () => unknown): void {
    this.#teardowns.push(work)
  }

  async end(): Promise<void> {
    for (const work of this.#teardowns.reverse()) await work()
  }
}

function checked(error: unknown, { instanceOf, message, code }: Expected): Error {
  assert.ok(error instanceof Error, String(error))
  if (instanceOf !== undefined) assert.ok(error instanceof instanceOf, `${error.name}: ${error.message}`)
  if (typeof message === 'string') assert.equal(error.message, message)
  if (message instanceof RegExp) assert.match(error.message, message)
  if (code !== undefined) assert.equal((error as NodeJS.ErrnoException).code, code)
  return error
}

type Work = (t: Execution, ...args: never[]) => unknown

const tests: { readonly title: string; readonly work: (t: Execution) => unknown }[] = []

function test(title: string, work: Work, ...args: never[]): void {
  tests.push({ title, work: (t) => work(t, ...args) })
}
test.serial = test

// As in ava, the function is what a test file imports by default.
export { test as default }

/** Runs the tests one after the other. */
export async function runTests(): Promise<{ passed: number; failures: string[] }> {
  const failures: string[] = []
  for (const { title, work } of tests) {
    const t = new Execution()
    try {
      await work(t)
    } catch (error) {
      failures.push(`${title}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
    await t.end()
  }
  return { passed: tests.length - failures.length, failures }
}
