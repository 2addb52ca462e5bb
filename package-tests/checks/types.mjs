import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const tsc = require.resolve('typescript/bin/tsc')
const typeRoot = dirname(dirname(require.resolve('@types/node/package.json')))

/** The packages that run anywhere: their declarations hold in a project without the types of Node. */
const EVERYWHERE = new Set(
  ['bytes', 'compression', 'partitioners', 'protocol', 'records'].map((name) => `@odradek/${name}`),
)

/** What a user's project needs for our declarations to hold without skipLibCheck. */
const OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'esnext.disposable', 'dom'],
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
}

const USE_OF_CODECS = `
import { DecodeError } from '@odradek/bytes'
import { gzipCodec, type CompressionCodec } from '@odradek/compression'
import { RecordBatchBuilder, decodeRecordBatches, type KafkaRecord } from '@odradek/records'
import { fetchRequest, type FetchRequest } from '@odradek/protocol/messages/fetch-request'

export const codec: CompressionCodec = gzipCodec
export const offsetOf = (record: KafkaRecord): bigint => record.offset
export const bytes: Uint8Array = new RecordBatchBuilder().build({ compression: gzipCodec })
export const sizes: number[] = Array.from(decodeRecordBatches(bytes), (batch) => batch.sizeInBytes)
export const request: FetchRequest['topics'] | undefined = undefined
export const names: string = fetchRequest.name
export const isDecodeError: boolean = DecodeError.is(new Error())
// @ts-expect-error a batch's level is a number: the declarations are there, and are not any
new RecordBatchBuilder().build({ level: 'high' })
`

const USE_OF_CLIENTS = `
import { Producer, type ProducerOptions } from 'odradek'

export const producer = (options: ProducerOptions) => new Producer(options)
`

/**
 * Type-checks programs that import every door, under each way in which TypeScript finds declarations: the codecs without the types of Node, all
 * packages with them.
 */
export function checkTypes({ project, doors }) {
  const codecs = doors.filter(({ specifier }) => EVERYWHERE.has(specifier.split('/', 2).join('/')))
  checkProgram(project, 'codecs', importsOf(codecs) + USE_OF_CODECS, { types: [] })
  checkProgram(project, 'all', importsOf(doors) + USE_OF_CLIENTS, { types: ['node'], typeRoots: [typeRoot] })
}

function importsOf(doors) {
  return doors.map(({ specifier }, i) => `import * as d${i} from '${specifier}'\nvoid d${i}`).join('\n')
}

function checkProgram(project, name, program, types) {
  const inNode = [`${name}.mts`, `${name}.cts`]
  const bundled = [`${name}.ts`]
  for (const file of [...inNode, ...bundled]) writeFileSync(join(project, file), program)
  check(project, `${name}.nodenext`, { ...types, module: 'nodenext', moduleResolution: 'nodenext' }, inNode)
  check(project, `${name}.bundler`, { ...types, module: 'esnext', moduleResolution: 'bundler' }, bundled)
}

function check(project, name, options, files) {
  const file = join(project, `tsconfig.${name}.json`)
  writeFileSync(file, JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, files }))
  try {
    execFileSync(process.execPath, [tsc, '-p', file], { cwd: project, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    throw new Error(`${name}:\n${error.stdout}`, { cause: error })
  }
}
