import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { EncodeError } from '@odradek/bytes'

import type { ZstdCompressor } from '../zstd.ts'

/** What of Emscripten's module object is used: its hook for who instantiates by himself, and libzstd's functions. */
interface EmscriptenModule {
  instantiateWasm?: (imports: object, receive: (instance: WasmInstance) => void) => object
  init(wasm: Uint8Array): void
  /** All memory; another object after each time that it grew. */
  readonly HEAPU8: Uint8Array
  _malloc(size: number): number
  _free(pointer: number): void
  _ZSTD_compressBound(size: number): number
  _ZSTD_createCCtx(): number
  _ZSTD_compress_usingDict(
    context: number,
    target: number,
    targetSize: number,
    source: number,
    sourceSize: number,
    dictionary: number,
    dictionarySize: number,
    level: number,
  ): number
  _ZSTD_isError(result: number): number
}

interface WasmInstance {
  readonly exports: object
}

/** The two of WebAssembly's classes that are used here, which Node's types lack. */
interface WasmClasses {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => WasmInstance
}

let compressor: ZstdCompressor | undefined

/**
 * libzstd as WebAssembly, loaded at the first call, which takes a few milliseconds. The memory it grows to for its largest input
 * stays allocated.
 */
export function loadZstdWasm(): ZstdCompressor {
  compressor ??= compressorOf(instantiate())
  return compressor
}

/** Instantiates the package @bokuweb/zstd-wasm by Emscripten's hook, for its own `init` is asynchronous, where a codec is not. */
function instantiate(): EmscriptenModule {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WasmClasses }
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@bokuweb/zstd-wasm'))
  const glue = join(folder, 'zstd.js')
  // A copy of our own: instantiated twice, as where the user's code does it too, the module breaks.
  const others = require.cache[glue]
  delete require.cache[glue]
  const { Module } = require(glue) as { Module: EmscriptenModule }
  if (others === undefined) delete require.cache[glue]
  else require.cache[glue] = others
  const bytes = readFileSync(join(folder, 'zstd.wasm'))
  Module.instantiateWasm = (imports, receive) => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
    receive(instance)
    return instance.exports
  }
  Module.init(bytes)
  return Module
}

function compressorOf(module: EmscriptenModule): ZstdCompressor {
  // One for all calls: its tables need not be made and cleared each time (a tenth less time at 256 KiB, a third at 16).
  const context = module._ZSTD_createCCtx()
  if (context === 0) throw new EncodeError('no memory to compress in')
  return (bytes, level) => {
    const bound = module._ZSTD_compressBound(bytes.length)
    const source = module._malloc(bytes.length + bound)
    if (source === 0) throw new EncodeError(`no memory to compress ${bytes.length} bytes in`)
    try {
      const target = source + bytes.length
      module.HEAPU8.set(bytes, source)
      const size = module._ZSTD_compress_usingDict(context, target, bound, source, bytes.length, 0, 0, level)
      if (module._ZSTD_isError(size) !== 0) throw new EncodeError(`libzstd failed with code ${-size}`)
      return module.HEAPU8.slice(target, target + size)
    } finally {
      module._free(source)
    }
  }
}
