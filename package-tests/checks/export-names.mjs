import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import ts from 'typescript'

import { compareWithSnapshot } from './snapshot.mjs'

const HEADING = `Everything that the packages export: what semver is about. One line a name; "type" where there is only a type.
Doors for sibling packages (/internal) are left out. Written by \`npm run test:packages -- --update\`, compared in CI.
`

/** Compares the names that every public door exports, values and types, with the snapshot. */
export function checkExportNames({ project, doors, update }) {
  const open = doors.filter(({ specifier }) => !specifier.endsWith('/internal'))
  const named = open.filter(({ pattern }) => pattern === undefined).map(({ specifier }) => specifier)
  const generated = open.filter(({ pattern }) => pattern !== undefined).map(({ specifier }) => specifier)
  const lines = [...declaredNames(project, named), ...valueNames(project, generated)]
  compareWithSnapshot('export-names.txt', `${HEADING}\n${lines.join('\n')}\n`, update)
  return `${lines.length} names`
}

/** Values and types, from the declarations. */
function declaredNames(project, specifiers) {
  const entry = join(project, 'export-names.mts')
  writeFileSync(entry, specifiers.map((specifier, i) => `import * as d${i} from '${specifier}'`).join('\n'))
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    skipLibCheck: true,
  })
  const checker = program.getTypeChecker()
  const imports = program.getSourceFile(entry).statements.filter(ts.isImportDeclaration)
  return imports.flatMap((statement) => {
    const module = checker.getSymbolAtLocation(statement.moduleSpecifier)
    const { text } = statement.moduleSpecifier
    return checker
      .getExportsOfModule(module)
      .map((symbol) => `${text} ${isValue(checker, symbol) ? '' : 'type '}${symbol.name}`)
      .sort()
  })
}

function isValue(checker, symbol) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return (target.flags & ts.SymbolFlags.Value) !== 0
}

/** Values alone: the generated doors have a type for every struct of Kafka's. */
function valueNames(project, specifiers) {
  const program = `for (const door of ${JSON.stringify(specifiers)})
    for (const name of Object.keys(await import(door)).sort()) console.log(door + ' ' + name)`
  const options = { cwd: project, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 }
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], options).trimEnd().split('\n')
}
