import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

/** What a user's project needs for our declarations to hold without skipLibCheck. */
const OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'esnext.disposable', 'dom'],
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  types: [],
}

const USE = `
import { DecodeError } from '@odradek/bytes'
import { gzipCodec, type CompressionCodec } from '@odradek/compression'
import { RecordBatchBuilder, decodeRecordBatches, type KafkaRecord } from '@odradek/records'
import { fetchRequest, type FetchRequest } from '@odradek/protocol/messages/fetch-request'
import { Producer, type ProducerOptions } from 'odradek'

export const codec: CompressionCodec = gzipCodec
export const offsetOf = (record: KafkaRecord): bigint => record.offset
export const bytes: Uint8Array = new RecordBatchBuilder().build({ compression: gzipCodec })
export const sizes: number[] = Array.from(decodeRecordBatches(bytes), (batch) => batch.sizeInBytes)
export const request: FetchRequest['topics'] | undefined = undefined
export const names: string = fetchRequest.name
export const producer = (options: ProducerOptions) => new Producer(options)
export const isDecodeError: boolean = DecodeError.is(new Error())
// @ts-expect-error a batch's level is a number: the declarations are there, and are not any
new RecordBatchBuilder().build({ level: 'high' })
`

/** Type-checks a program that imports every door, under each way in which TypeScript finds declarations. */
export function checkTypes({ project, doors }) {
  const all = doors.map(({ specifier }, i) => `import * as d${i} from '${specifier}'\nvoid d${i}`).join('\n') + USE
  for (const file of ['all-doors.mts', 'all-doors.cts', 'all-doors.ts']) writeFileSync(join(project, file), all)
  check(project, 'nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }, ['all-doors.mts', 'all-doors.cts'])
  check(project, 'bundler', { module: 'esnext', moduleResolution: 'bundler' }, ['all-doors.ts'])
}

function check(project, name, options, files) {
  const file = join(project, `tsconfig.${name}.json`)
  writeFileSync(file, JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, files }))
  try {
    execFileSync(process.execPath, [tsc, '-p', file], { cwd: project, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    throw new Error(`moduleResolution ${name}:\n${error.stdout}`, { cause: error })
  }
}
