import test from 'ava'
import fc from 'fast-check'
import { compileTopicRegex } from '../../../../src/core/group/consumer/topic-regex.ts'

function matches(regex: string, name: string): boolean {
  const matcher = compileTopicRegex(regex)
  if (typeof matcher === 'string') throw new Error(matcher)
  return matcher(name)
}

for (const [regex, yes, no] of [
  ['orders', ['orders'], ['order', 'orders2', 'my-orders']],
  ['orders-.*', ['orders-', 'orders-eu.1'], ['orders', 'x-orders-1']],
  ['a|bc|', ['a', 'bc', ''], ['ab', 'b']],
  ['(a|b)+c{2,3}', ['acc', 'ababccc'], ['cc', 'ac', 'acccc']],
  ['[a-c_][^x]', ['aa', '_y'], ['ax', 'da']],
  ['[[:digit:]]+\\.\\w', ['12.a'], ['12a', 'x.a']],
  ['(?i)Topic', ['TOPIC', 'topic'], ['topik']],
  ['a(?i:B)c', ['aBc', 'abc'], ['abC']],
  ['(?P<name>x)?', ['x', ''], ['xx']],
  ['^t.*$', ['t', 'tt'], ['xt']],
  ['\\Qa.b\\E', ['a.b'], ['axb']],
  ['a*?b', ['b', 'aab'], ['a']],
] as const) {
  test(`${regex} means whole names`, (t) => {
    for (const name of yes) t.true(matches(regex, name), name)
    for (const name of no) t.false(matches(regex, name), name)
  })
}

for (const [regex, why] of [
  ['(a', 'missing closing )'],
  ['a)', 'unexpected )'],
  ['[a', 'missing closing ]'],
  ['*a', 'missing argument to repetition operator: *'],
  ['a**', 'invalid nested repetition operator'],
  ['a++', 'invalid nested repetition operator'],
  ['(?=a)', 'invalid or unsupported Perl syntax'],
  ['(a)\\1', 'invalid escape sequence: \\1'],
  ['a{1001}', 'invalid repeat count'],
  ['((a{999}){999}){999}', 'expression too large'],
  ['a\\', 'trailing backslash at end of expression'],
  ['('.repeat(300), 'expression nests too deeply'],
] as const) {
  test(`${regex.slice(0, 30)} is refused`, (t) => t.is(compileTopicRegex(regex), why))
}

test('what matches is what JavaScript’s own expressions match', (t) => {
  const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(?:ab)', 'a?', 'b*', '(ab)+', 'a{2}', '|')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 }),
      (pieces, name) => {
        const regex = pieces.join('')
        t.is(matches(regex, name), new RegExp(`^(?:${regex})$`).test(name), `${regex} ${name}`)
      },
    ),
    { numRuns: 500 },
  )
})

test('an expression that makes others go wild is done with at once', (t) => {
  t.false(matches('(a*)*(a|aa)+b', 'a'.repeat(249)))
  t.false(matches('(x+x+)+y', 'x'.repeat(249)))
})

test('whatever text comes, it is compiled or refused', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab()[]{}*+?|\\^$.-,1:<>PQEi'), maxLength: 20 }), (text) => {
      const compiled = compileTopicRegex(text)
      if (typeof compiled === 'function') compiled('abab')
      t.pass()
    }),
    { numRuns: 1000 },
  )
})
