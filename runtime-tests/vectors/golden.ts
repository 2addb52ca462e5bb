// The golden corpus's lines, by the very checks of `odradek fixtures check`: those of codecs, which need no runtime. Their Buffer and
// their hash come from shims, so that they run where there is no Node, and hide nothing where there is.
import type { CompressionCodecs } from '@odradek/compression'

import type { CorpusEntry, CorpusKind, EntryPlace } from '../../packages/odradek/src/fixtures-check/corpus-entry.ts'
import { frameKind } from '../../packages/odradek/src/fixtures-check/frame-kind.ts'
import { kafka07Kind } from '../../packages/odradek/src/fixtures-check/kafka07-kind.ts'
import { messageKind } from '../../packages/odradek/src/fixtures-check/message-kind.ts'
import { partitionerKind } from '../../packages/odradek/src/fixtures-check/partitioner-kind.ts'
import { recordKind } from '../../packages/odradek/src/fixtures-check/record-kind.ts'
import { stringHashKind } from '../../packages/odradek/src/fixtures-check/string-hash-kind.ts'

import { addFailure, addNotCovered, addResult, type Corpus, type VectorTotals } from './corpus.ts'

// The first that recognises an entry checks it.
const kinds: readonly CorpusKind[] = [frameKind, messageKind, recordKind, kafka07Kind, partitionerKind, stringHashKind]

/** Runs the codecs over every line of the corpus's `.jsonl` files. */
export async function checkGolden(corpus: Corpus, codecs: CompressionCodecs, totals: VectorTotals): Promise<void> {
  for (const name of corpus.names) {
    if (!name.endsWith('.jsonl') || name.startsWith('segments/')) continue
    const text = new TextDecoder().decode(await corpus.bytes(name))
    const lines = text.split('\n').filter((line) => line !== '')
    if (lines.length === 0) addFailure(totals, `${name} is empty`)
    for (const [index, line] of lines.entries())
      await checkLine({ filePath: name, index, codecs }, JSON.parse(line), totals)
  }
}

async function checkLine(place: EntryPlace, entry: CorpusEntry, totals: VectorTotals): Promise<void> {
  const kind = kinds.find(({ recognises }) => recognises(entry))
  if (kind === undefined) return addNotCovered(totals, place.filePath)
  const what = `${place.filePath}:${place.index + 1} ${kind.describe(entry)}`
  try {
    const result = await kind.check(entry, place)
    if (result.outcome === 'not-covered') addNotCovered(totals, result.what)
    else addResult(totals, what, result.outcome === 'passed' ? [] : result.differences)
  } catch (error) {
    addFailure(totals, `${what}: ${String(error)}`)
  }
}
