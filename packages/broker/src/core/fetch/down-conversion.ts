// Records in the format that a Fetch of an older version can carry, or that an older broker has (KIP-31, KIP-32, KIP-98).
import { ErrorCode } from '@odradek/protocol'
import { DecodeError } from '@odradek/bytes'
import { downConvertRecords } from '@odradek/records'
import { emulatedRelease } from '../emulation/emulated-release.ts'
import { failedPartition } from './read-partition.ts'
import type { PartitionResponse } from './fetch-session.ts'

const MAGIC_1_SINCE = 2
const MAGIC_2_SINCE = 4

/** The answer with its records converted, where the version or the emulated release asks for that; zstd cannot be (KIP-110). */
export function inFormat(
  emulate: string | undefined,
  version: number,
  response: PartitionResponse,
  firstOffset: bigint,
): PartitionResponse {
  const known = version < MAGIC_1_SINCE ? 0 : version < MAGIC_2_SINCE ? 1 : 2
  const { recordFormat } = emulatedRelease(emulate)
  const magic = Math.min(known, recordFormat)
  const { records, partitionIndex = 0 } = response
  if (magic === 2 || records === null || records === undefined || records.length === 0) return response
  try {
    return { ...response, records: downConvertRecords(records, magic as 0 | 1, { firstOffset }) }
  } catch (error) {
    if (!DecodeError.is(error)) throw error
    return failedPartition(partitionIndex, ErrorCode.UNSUPPORTED_COMPRESSION_TYPE)
  }
}
