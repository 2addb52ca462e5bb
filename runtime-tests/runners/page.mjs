// Runs the vectors in a page; the corpus comes from the server that the page came from.
import { compress, init } from '@bokuweb/zstd-wasm'
import { defaultCodecs } from '@odradek/compression'
import { zstdCodecOf } from '@odradek/compression/zstd'

import { compressionTypes, runVectors } from './vectors.mjs'

async function bytes(name) {
  const response = await fetch(`corpus/${name}`)
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

globalThis.runAllVectors = async () => {
  const names = JSON.parse(new TextDecoder().decode(await bytes('names.json')))
  // A browser writes zstd with the compressor that its user loads.
  await init('zstd.wasm')
  const totals = await runVectors({ names, bytes }, defaultCodecs.with(zstdCodecOf(compress)))
  const nodeGlobals = ['Buffer', 'process', 'require', 'global'].filter((name) => name in globalThis)
  return { ...totals, compressionTypes, nodeGlobals }
}
