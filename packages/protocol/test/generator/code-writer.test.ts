import test from 'ava'
import { CodeWriter } from '../../generator/code-writer.ts'

test('a parameter that the body does not name gets an underscore; a name in a string is no use', (t) => {
  const code = new CodeWriter()
  code.functionBlock('function f', ['a: number', 'version: number'], 'number', () =>
    code.line("return g('version', a)"),
  )
  t.is(code.toString(), "function f(a: number, _version: number): number {\n  return g('version', a)\n}\n")
})

test('parameters that do not fit on a line have lines of their own', (t) => {
  const code = new CodeWriter()
  const long = `a: ${'X'.repeat(120)}`
  code.functionBlock('function f', [long], 'void', () => code.line('g(a)'))
  t.is(code.toString(), `function f(\n  ${long},\n): void {\n  g(a)\n}\n`)
})

test('a chain with one branch and no test is the branch alone', (t) => {
  const code = new CodeWriter()
  code.chain([{ test: undefined, body: () => code.line('a()') }])
  code.chain([
    { test: 'x', body: () => code.line('b()') },
    { test: 'y', body: () => code.line('c()') },
    { test: undefined, body: () => code.line('d()') },
  ])
  t.is(code.toString(), 'a()\nif (x) {\n  b()\n} else if (y) {\n  c()\n} else {\n  d()\n}\n')
})

test('imports are sorted, packages first, and only types where there is nothing else', (t) => {
  const code = new CodeWriter()
  t.is(code.use('./b.ts', 'type B'), 'B')
  code.use('./a.ts', 'z')
  code.use('./a.ts', 'type A')
  code.use('@x/y', 'y')
  code.use('@x/y', 'y')
  t.is(
    code.imports(),
    "import { y } from '@x/y'\nimport { type A, z } from './a.ts'\nimport type { B } from './b.ts'\n",
  )
})
