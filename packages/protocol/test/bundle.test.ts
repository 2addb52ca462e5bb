import test from 'ava'
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** The minified bundle of a program for every runtime. */
async function bundle(program: string): Promise<string> {
  const result = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    conditions: ['source'],
    logLevel: 'silent',
  })
  return result.outputFiles[0]!.text
}

test('a bundle of one message takes only that message', async (t) => {
  const text = await bundle("export * from '@odradek/protocol/messages/api-versions-request'")
  t.regex(text, /ApiVersionsRequest/)
  t.notRegex(text, /ProduceRequest|MetadataResponse|NOT_LEADER_OR_FOLLOWER/)
  t.true(text.length < 10_000, `${text.length} bytes`)
  t.log(`${text.length} bytes minified`)
})

test('a bundle of one API takes its request and its response', async (t) => {
  const text = await bundle("export * from '@odradek/protocol/apis/fetch'")
  t.regex(text, /FetchRequest/)
  t.notRegex(text, /ProduceRequest|MetadataResponse|ShareFetchRequest/)
  t.true(text.length < 25_000, `${text.length} bytes`)
  t.log(`${text.length} bytes minified`)
})

test('the public door brings no message but the headers, and the definitions only come with JSON', async (t) => {
  const text = await bundle("export * from '@odradek/protocol'")
  t.notRegex(text, /ProduceRequest|MetadataResponse|nullableVersions/)
  t.true(text.length < 50_000, `${text.length} bytes`)
  t.log(`${text.length} bytes minified`)
})

test('what is not used of the public door is left out', async (t) => {
  const text = await bundle("import { FrameSplitter } from '@odradek/protocol'; console.log(new FrameSplitter(1))")
  t.notRegex(text, /NOT_LEADER_OR_FOLLOWER|RequestHeader/)
  t.true(text.length < 4_000, `${text.length} bytes`)
})
