import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'

import commonjs from '@rollup/plugin-commonjs'
import nodeResolve from '@rollup/plugin-node-resolve'
import { build } from 'esbuild'
import { rollup } from 'rollup'

/** A user's program: writes and reads a compressed batch and a request, and says what came back. */
const PROGRAM = `
import { crc32c, DecodeError, encodeUtf8 } from '@odradek/bytes'
import { gzipCodec } from '@odradek/compression'
import { murmur2 } from '@odradek/partitioners'
import { decodeMessage, encodeMessage } from '@odradek/protocol'
import { metadataRequest } from '@odradek/protocol/messages/metadata-request'
import { decodeRecordBatches, RecordBatchBuilder } from '@odradek/records'

const builder = new RecordBatchBuilder()
for (let i = 0; i < 100; i++) builder.append(i, 'key ' + i, 'a spool of thread '.repeat(10))
const bytes = builder.build({ compression: gzipCodec })
const values = []
for (const batch of decodeRecordBatches(bytes)) {
  batch.ensureValid()
  for (const record of batch.records()) values.push(record.value.length)
}
const damaged = bytes.slice()
damaged[30] ^= 1
let reason = ''
try {
  for (const batch of decodeRecordBatches(damaged)) batch.ensureValid()
} catch (error) {
  reason = DecodeError.is(error) ? error.reason : String(error)
}
const request = decodeMessage(metadataRequest, encodeMessage(metadataRequest, { topics: [{ name: 'orders' }] }, 9), 9)
const seen = [values.length, values[99], reason, request.topics[0].name, murmur2(encodeUtf8('21')), crc32c(encodeUtf8('123456789'))]
console.log(JSON.stringify(seen))
`
/** The last two: murmur2 as Kafka's own UtilsTest has it, and the check value of CRC-32C. */
const EXPECTED = '[100,180,"checksum","orders",-973932308,3808858755]'

/** Runs on the clients: a producer and a consumer on the embedded broker, all in one file. */
const CLIENT_PROGRAM = `
import { Broker, Producer } from 'odradek'
const broker = await Broker.start({ partitions: 1 })
const producer = new Producer({ bootstrapServers: broker.bootstrapServers })
const { offset } = await producer.send({ topic: 'orders', value: 'v' })
await producer.close()
await broker.close()
console.log(JSON.stringify([String(offset)]))
`

/** Bundles programs for Node and for a browser, as ESM and as CommonJS, by both bundlers; each bundle then runs alone. */
export async function checkBundles({ project }) {
  const entry = join(project, 'bundle-entry.mjs')
  const clients = join(project, 'bundle-clients.mjs')
  writeFileSync(entry, PROGRAM)
  writeFileSync(clients, CLIENT_PROGRAM)
  let count = 0
  for (const platform of ['node', 'browser']) {
    for (const format of ['esm', 'cjs']) {
      for (const [bundler, make] of Object.entries({ esbuild: byEsbuild, rollup: byRollup })) {
        const file = join(project, `bundle-${bundler}-${platform}.${format === 'esm' ? 'mjs' : 'cjs'}`)
        await make(entry, file, format, platform)
        expectOutput(project, file, EXPECTED)
        count++
      }
    }
  }
  for (const [bundler, make] of Object.entries({ esbuild: byEsbuild, rollup: byRollup })) {
    const file = join(project, `bundle-${bundler}-clients.mjs`)
    await make(clients, file, 'esm', 'node')
    expectOutput(project, file, '["0"]')
    count++
  }
  return `${count} bundles ran`
}

function expectOutput(project, file, expected) {
  const options = { cwd: project, encoding: 'utf8', stdio: 'pipe', timeout: 60_000 }
  const output = execFileSync(process.execPath, [file], options).trim()
  if (output !== expected) throw new Error(`${file} printed ${output}, not ${expected}`)
}

async function byEsbuild(entry, outfile, format, platform) {
  // In an ESM bundle for Node, CommonJS dependencies and createRequire need a `require`, which esbuild leaves to its user.
  const banner =
    platform === 'node' && format === 'esm'
      ? { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" }
      : {}
  const { warnings } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format,
    platform,
    target: 'es2022',
    banner,
    logLevel: 'silent',
  })
  if (warnings.length > 0) throw new Error(`esbuild warns: ${warnings[0].text}`)
}

async function byRollup(entry, file, format, platform) {
  const bundle = await rollup({
    input: entry,
    external: isBuiltin,
    plugins: [
      nodeResolve({
        browser: platform === 'browser',
        exportConditions: [platform],
        preferBuiltins: platform === 'node',
      }),
      commonjs(),
    ],
    onwarn(warning) {
      throw new Error(`Rollup warns: ${warning.message}`)
    },
  })
  const { output } = await bundle.write({ file, format, inlineDynamicImports: true })
  await bundle.close()
  const foreign = output.flatMap(({ imports }) => imports).filter((name) => platform === 'browser' || !isBuiltin(name))
  if (foreign.length > 0) throw new Error(`Rollup's bundle for ${platform} imports ${foreign.join(', ')}`)
}
