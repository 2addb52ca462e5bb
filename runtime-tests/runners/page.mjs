// Runs the vectors in a page; the corpus comes from the server that the page came from.
import { compressionTypes, runVectors } from './vectors.mjs'

async function bytes(name) {
  const response = await fetch(`corpus/${name}`)
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

globalThis.runAllVectors = async () => {
  const names = JSON.parse(new TextDecoder().decode(await bytes('names.json')))
  const totals = await runVectors({ names, bytes })
  const nodeGlobals = ['Buffer', 'process', 'require', 'global'].filter((name) => name in globalThis)
  return { ...totals, compressionTypes, nodeGlobals }
}
