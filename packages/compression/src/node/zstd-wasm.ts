import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import type { ZstdCompressor } from '../zstd.ts'

interface EmscriptenModule {
  /** Emscripten's hook for who instantiates by himself: he calls `receive` and returns the exports. */
  instantiateWasm?: (imports: object, receive: (instance: WasmInstance) => void) => object
  init(wasm: Uint8Array): void
}

interface WasmInstance {
  readonly exports: object
}

/** The two of WebAssembly's classes that are used here, which Node's types lack. */
interface WasmClasses {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => WasmInstance
}

/**
 * libzstd as WebAssembly (the package @bokuweb/zstd-wasm), which its own `init` would load asynchronously only. Takes a few
 * milliseconds; the memory it grows to for its largest input stays allocated.
 */
export function loadZstdWasm(): ZstdCompressor {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WasmClasses }
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@bokuweb/zstd-wasm')
  const folder = dirname(entry)
  const { Module } = require(join(folder, 'module.js')) as { Module: EmscriptenModule }
  const bytes = readFileSync(join(folder, 'zstd.wasm'))
  Module.instantiateWasm = (imports, receive) => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
    receive(instance)
    return instance.exports
  }
  Module.init(bytes)
  return (require(entry) as { compress: ZstdCompressor }).compress
}
