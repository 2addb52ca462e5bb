import { readFileSync } from 'node:fs'

import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import globals from 'globals'
import ts from 'typescript-eslint'

const rules = JSON.parse(readFileSync(new URL('tools/import-rules.json', import.meta.url), 'utf8'))

const LOW_LEVEL =
  'This code is pure: no I/O, no timer, no clock, no randomness, no Node. Take what you need as an argument.'

const pureCode = [
  ...rules.pure.map((name) => `packages/${name}/src/**/*.ts`),
  ...rules.pureFolders.map((folder) => `${folder}/**/*.ts`),
]
const twins = rules.pure.map((name) => `packages/${name}/${rules.twins}/**/*.ts`)

/** Forbids imports of sibling packages that the table in import-rules.json does not allow; `pure` forbids Node's modules too. */
function restrictedImports(allowed, pure) {
  const siblings = Object.keys(rules.packages).filter((name) => !allowed.includes(name))
  const patterns = [
    {
      regex: `^@odradek/(${siblings.join('|')})(/|$)`,
      message: 'tools/import-rules.json does not allow this direction.',
    },
    {
      regex: '^@odradek/[^/]+/(src|dist)(/|$)',
      message: "Use the package's doors: its name, or its name with /internal.",
    },
  ]
  if (pure)
    patterns.push({
      regex: '^(node:|fs$|net$|tls$|path$|os$|zlib$|crypto$|stream$|events$|buffer$)',
      message: LOW_LEVEL,
    })
  return ['error', { patterns }]
}

const perPackage = Object.entries(rules.packages).map(([name, allowed]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  rules: { 'no-restricted-imports': restrictedImports(allowed, false) },
}))
const perPurePackage = Object.entries(rules.packages).map(([name, allowed]) => ({
  files: rules.pure.includes(name) ? [`packages/${name}/src/**/*.ts`] : [`packages/${name}/src/core/**/*.ts`],
  ignores: [`packages/${name}/${rules.twins}/**`],
  rules: { 'no-restricted-imports': restrictedImports(allowed, true) },
}))

export default ts.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '**/generated/',
      'fixtures/',
      '**/.cache/',
      '.nx/',
      'benchmarks/node_modules/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a const object or a union of string literals.' },
        {
          selector:
            'CallExpression[callee.property.name=/^(only|skip|todo|failing)$/][callee.object.name=/^(test|it|describe)$/]',
          message: 'Every test runs.',
        },
      ],
      eqeqeq: ['error', 'always'],
    },
  },
  ...perPackage,
  ...perPurePackage,
  {
    files: pureCode,
    ignores: twins,
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Buffer',
          'process',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
          'performance',
          'fetch',
          'crypto',
          'require',
        ].map((name) => ({ name, message: LOW_LEVEL })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: LOW_LEVEL },
        { object: 'Math', property: 'random', message: LOW_LEVEL },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'test-cluster/src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          checkConstructors: false,
          enableFixer: false,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
    },
  },
  {
    files: ['**/test/**/*.ts', '**/kafka-test/**/*.ts', 'e2e/**/*.ts', 'interop/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Tools read a default export from their configuration files.
    files: ['*.config.js', 'ava*.config.js', '**/tsup.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
