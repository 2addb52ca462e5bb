// Checks the packages as users get them: packs each one, installs the tarballs into an empty project outside the repository, then
// imports every door as ESM and as CJS, type-checks a program against the declarations under both module systems, and runs the examples.
// Needs `npm run build` first.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const project = mkdtempSync(join(tmpdir(), 'odradek-packages-'))

const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options })

/** The public packages: name, folder, and the doors that can be named without a wildcard. */
function publicPackages() {
  return readdirSync(join(root, 'packages'))
    .map((folder) => ({
      folder: join(root, 'packages', folder),
      json: JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')),
    }))
    .filter(({ json }) => !json.private)
    .map(({ folder, json }) => ({
      folder,
      name: json.name,
      doors: Object.keys(json.exports)
        .filter((door) => !door.includes('*') && !door.endsWith('.json'))
        .map((door) => json.name + door.slice(1)),
    }))
}

function install(packages) {
  mkdirSync(join(project, 'tarballs'))
  for (const { folder } of packages)
    run('npm', ['pack', '--silent', '--pack-destination', join(project, 'tarballs')], { cwd: folder })
  const tarballs = readdirSync(join(project, 'tarballs')).map((file) => `./tarballs/${file}`)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', ...tarballs])
}

function importDoors(doors) {
  writeFileSync(
    join(project, 'doors.mjs'),
    doors
      .map(
        (door, i) =>
          `import * as d${i} from '${door}'; if (Object.keys(d${i}).length === 0) throw new Error('${door} exports nothing')`,
      )
      .join('\n'),
  )
  writeFileSync(
    join(project, 'doors.cjs'),
    doors
      .map((door) => `if (Object.keys(require('${door}')).length === 0) throw new Error('${door} exports nothing')`)
      .join('\n'),
  )
  run(process.execPath, ['doors.mjs'])
  run(process.execPath, ['doors.cjs'])
}

function typecheck(doors) {
  const program = doors.map((door, i) => `import * as d${i} from '${door}'\nvoid d${i}`).join('\n')
  writeFileSync(join(project, 'types.mts'), program)
  writeFileSync(join(project, 'types.cts'), program)
  const options = {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'esnext.disposable', 'dom'],
    strict: true,
    noEmit: true,
    types: [],
  }
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: ['types.mts', 'types.cts'] }),
  )
  run(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: ['ignore', 'inherit', 'inherit'] })
}

function runExamples() {
  cpSync(join(root, 'examples'), join(project, 'examples'), { recursive: true })
  const tsx = pathToFileURL(require.resolve('tsx')).href
  run(process.execPath, [`--import=${tsx}`, '--test', 'examples/embedded-broker.test.ts'])
}

function runProgram() {
  const program = join(project, 'node_modules', '.bin', 'odradek')
  writeFileSync(join(project, 'lines.txt'), 'one\ntwo\nthree\n')
  const result = JSON.parse(run(program, ['main-job', '--json', 'lines.txt'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  if (JSON.stringify(result).length === 0) throw new Error('the main job printed nothing')
}

const packages = publicPackages()
const doors = packages.flatMap((one) => one.doors)
const steps = [
  ['pack and install', () => install(packages)],
  ['import every door as ESM and as CJS', () => importDoors(doors)],
  ['type-check as ESM and as CJS', () => typecheck(doors)],
  ['run the embedded broker example', runExamples],
  ['run the program', runProgram],
]
try {
  for (const [title, step] of steps) {
    const startedAt = performance.now()
    step()
    console.log(`ok  ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
  }
  console.log(`${packages.length} packages, ${doors.length} doors`)
} finally {
  rmSync(project, { recursive: true, force: true })
}
