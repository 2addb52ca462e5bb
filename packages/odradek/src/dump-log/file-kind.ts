import { basename } from 'node:path'

/** What a file of a log folder holds, as its name tells. */
export type LogFileKind =
  'log' | 'checkpoint' | 'offset-index' | 'time-index' | 'transaction-index' | 'producer-snapshot' | 'leader-epochs'

const KIND_OF_SUFFIX: Readonly<Record<string, LogFileKind>> = {
  log: 'log',
  checkpoint: 'checkpoint',
  index: 'offset-index',
  timeindex: 'time-index',
  txnindex: 'transaction-index',
  snapshot: 'producer-snapshot',
}

/** What brokers add to the names of files that they replace or are about to delete. */
const PASSING_SUFFIX = /\.(?:deleted|cleaned|swap)$/

/** Undefined for a name that no file of a log folder has. */
export function fileKindOf(path: string): LogFileKind | undefined {
  const name = basename(path).replace(PASSING_SUFFIX, '')
  if (name === 'leader-epoch-checkpoint') return 'leader-epochs'
  const dot = name.lastIndexOf('.')
  return dot < 0 ? undefined : KIND_OF_SUFFIX[name.slice(dot + 1)]
}

/** The base offset that a segment's files have in their names; undefined where the name begins with no number. */
export function baseOffsetOf(path: string): bigint | undefined {
  const [digits] = /^\d{1,20}(?=\.)/.exec(basename(path)) ?? []
  return digits === undefined ? undefined : BigInt(digits)
}

/** The file of the same segment with another suffix, such as the `.log` that an index belongs to. */
export function siblingFile(path: string, suffix: 'log' | 'index'): string {
  const name = basename(path)
  return `${path.slice(0, path.length - name.length)}${name.slice(0, name.indexOf('.'))}.${suffix}`
}
