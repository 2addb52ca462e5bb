// The one module that every runtime runs, bundled with its checks but not with the packages: those come from the runtime's own
// resolution, as a user's would.
import { type CompressionCodecs, defaultCodecs } from '@odradek/compression'

import type { Corpus, VectorTotals } from './corpus.ts'
import { checkGolden } from './golden.ts'
import { checkRoundTrips } from './round-trips.ts'
import { checkSegments } from './segments.ts'

export type { Corpus, VectorTotals }

/** Runs every vector, writing with the codecs given; what is thrown by a check is that check's failure. */
export async function runVectors(corpus: Corpus, codecs: CompressionCodecs = defaultCodecs): Promise<VectorTotals> {
  const totals: VectorTotals = { seen: 0, passed: 0, failed: 0, failures: [], notCovered: {} }
  await checkGolden(corpus, codecs, totals)
  await checkSegments(corpus, totals)
  checkRoundTrips(codecs, totals)
  return totals
}

/** The compression types that the packages have codecs for in this runtime. */
export const compressionTypes: readonly string[] = defaultCodecs.types
