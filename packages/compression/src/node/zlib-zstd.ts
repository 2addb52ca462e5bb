import { DecodeError } from '@odradek/bytes'

import type { CompressionCodec } from '../compression-codec.ts'
import { readZstdFrames, soleZstdFrame } from '../zstd/zstd-frame-reader.ts'
import { zstdLevel } from '../zstd/zstd-level.ts'
import { loadZstdWasm } from './zstd-wasm.ts'

// zstd by Node's zlib where that has it (from 22.15 and 23.8 on); before, libzstd as WebAssembly writes and our own reader reads.

interface ZstdOptions {
  chunkSize?: number
  maxOutputLength?: number
  pledgedSrcSize?: number
  params?: Record<number, number>
}

/** The part of `node:zlib` that is used here. */
export interface ZlibZstd {
  zstdCompressSync?: (bytes: Uint8Array, options: ZstdOptions) => Uint8Array
  zstdDecompressSync?: (bytes: Uint8Array, options: ZstdOptions) => Uint8Array
  constants: { ZSTD_c_compressionLevel: number; ZSTD_d_windowLogMax: number }
}

/** Below this the call into native code costs more than it saves. */
const NATIVE_FROM_BYTES = 300
/** 8 MiB. A frame may call for a window of 128 MiB, which zlib would allocate; our own reader needs none. */
const MAX_NATIVE_WINDOW_LOG = 23
const MIN_CHUNK = 1024
const MAX_CHUNK = 1 << 20

/** The codec of compression type `zstd` as it is where zlib has the functions given. */
export function zstdCodecOn({ zstdCompressSync, zstdDecompressSync, constants }: ZlibZstd): CompressionCodec {
  return {
    type: 'zstd',
    compress: zstdCompressSync === undefined ? compressByWasm : compressByZlib(zstdCompressSync, constants),
    decompress: zstdDecompressSync === undefined ? readZstdFrames : decompressByZlib(zstdDecompressSync, constants),
  }
}

function compressByWasm(bytes: Uint8Array, level?: number): Uint8Array {
  const checked = zstdLevel(level)
  return loadZstdWasm()(bytes, checked)
}

function compressByZlib(
  zstdCompressSync: NonNullable<ZlibZstd['zstdCompressSync']>,
  { ZSTD_c_compressionLevel }: ZlibZstd['constants'],
): CompressionCodec['compress'] {
  return (bytes, level) =>
    plain(
      zstdCompressSync(bytes, {
        params: { [ZSTD_c_compressionLevel]: zstdLevel(level) },
        pledgedSrcSize: bytes.length,
        chunkSize: outputChunk(bytes.length),
      }),
    )
}

function decompressByZlib(
  zstdDecompressSync: NonNullable<ZlibZstd['zstdDecompressSync']>,
  { ZSTD_d_windowLogMax }: ZlibZstd['constants'],
): CompressionCodec['decompress'] {
  return (bytes, maxSize) => {
    if (bytes.length < NATIVE_FROM_BYTES) return readZstdFrames(bytes, maxSize)
    // zlib reads the first frame only, even one to be skipped, and passes over the rest in silence.
    const frame = soleZstdFrame(bytes)
    if (frame === undefined) return readZstdFrames(bytes, maxSize)
    if (frame.contentSize !== undefined && frame.contentSize > maxSize) throw tooLarge(maxSize)
    let output: Uint8Array
    try {
      output = zstdDecompressSync(bytes, {
        // zlib takes no limit of zero.
        maxOutputLength: Math.max(1, maxSize),
        chunkSize: outputChunk(Math.min(maxSize, frame.contentSize ?? bytes.length * 4)),
        params: { [ZSTD_d_windowLogMax]: MAX_NATIVE_WINDOW_LOG },
      })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxSize)
      // Our own reader says where a fault lies, and reads what calls for a large window.
      return readZstdFrames(bytes, maxSize)
    }
    if (output.length > maxSize) throw tooLarge(maxSize)
    return plain(output)
  }
}

/** A plain Uint8Array, as the twin gives: views on it are then plain ones too. */
function plain(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

/** zlib's synchronous calls fill pieces of this size and join them: one piece a little above the output's size saves the join. */
function outputChunk(expected: number): number {
  return Math.min(MAX_CHUNK, Math.max(MIN_CHUNK, expected + 64))
}

function tooLarge(maxSize: number): DecodeError {
  return new DecodeError('too-large', `zstd data expand beyond the limit of ${maxSize} bytes`, 0)
}
