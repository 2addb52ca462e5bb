import type { CompressionCodecs } from '@odradek/compression'

import type { RecordLimits } from '../record-limits.ts'

/** How batches are converted. */
export interface ConvertOptions extends RecordLimits {
  /** To read compressed batches with, and to write them again. Default: `defaultCodecs`. */
  codecs?: CompressionCodecs
}
