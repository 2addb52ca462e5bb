// The features of the cluster that releases know, with the levels that a new cluster has, as nodes of each of them announced them.
import { compareReleases } from '../emulation/release-versions.ts'
import type { SupportedFeature } from './feature-store.ts'

type Levels = readonly [name: string, minLevel: number, maxLevel: number, startLevel: number]

const KRAFT: Levels = ['kraft.version', 0, 1, 0]
const GROUP: Levels = ['group.version', 0, 1, 1]
const SHARE: Levels = ['share.version', 0, 1, 1]
const STREAMS: Levels = ['streams.version', 0, 1, 1]
const TRANSACTION: Levels = ['transaction.version', 0, 2, 2]
const ELIGIBLE: Levels = ['eligible.leader.replicas.version', 0, 1, 1]

/** From each release on. */
const since: readonly (readonly [release: string, features: readonly Levels[]])[] = [
  ['0.8.0', []],
  ['3.3.0', [['metadata.version', 1, 7, 7]]],
  ['3.6.0', [['metadata.version', 1, 14, 14]]],
  ['3.9.0', [KRAFT, ['metadata.version', 1, 21, 21]]],
  ['4.0.0', [GROUP, KRAFT, ['metadata.version', 7, 25, 25], TRANSACTION, off(ELIGIBLE)]],
  ['4.1.0', [GROUP, KRAFT, ['metadata.version', 7, 27, 27], off(SHARE), TRANSACTION, ELIGIBLE]],
  ['4.2.0', [GROUP, KRAFT, ['metadata.version', 7, 29, 29], SHARE, STREAMS, TRANSACTION, ELIGIBLE]],
  ['4.3.0', [GROUP, KRAFT, ['metadata.version', 7, 30, 30], SHARE, STREAMS, TRANSACTION, ELIGIBLE]],
]

function off([name, minLevel, maxLevel]: Levels): Levels {
  return [name, minLevel, maxLevel, 0]
}

/** The features of a release, in the order in which Kafka names them. */
export function featuresOf(release: string): readonly SupportedFeature[] {
  const [, features] = since.findLast(([first]) => compareReleases(release, first) >= 0)!
  return features.map(([name, minLevel, maxLevel, startLevel]) => ({ name, minLevel, maxLevel, startLevel }))
}
