import { PassThrough, Readable } from 'node:stream'

import test from 'ava'

import { pipedInput } from '../../src/main-job/piped-input.ts'

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += Buffer.from(chunk).toString()
  return text
}

test('what is piped in is read whole, the first bytes included', async (t) => {
  const input = await pipedInput(Readable.from([Buffer.from('one\n'), Buffer.from('two\n')]), 10_000)
  t.is(input!.name, 'stdin')
  t.is(await textOf(input!.open()), 'one\ntwo\n')
})

test('a stream that ends without a byte is none, and so is one that fails', async (t) => {
  t.is(await pipedInput(Readable.from([]), 10_000), undefined)
  const failing = new PassThrough()
  failing.destroy(new Error('EAGAIN'))
  t.is(await pipedInput(failing, 10_000), undefined)
})

test('a stream that stays silent is none, and is let go', async (t) => {
  const silent = new PassThrough()
  t.is(await pipedInput(silent, 5), undefined)
  t.true(silent.destroyed)
})
