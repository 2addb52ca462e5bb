// Which APIs and versions a broker takes and announces: those of the release that it emulates, but for the caps that were set.
import type { AnyBrokerApi } from '../broker-api.ts'
import { emulatedRelease } from './emulated-release.ts'
import { announcedBy, compareReleases } from './release-versions.ts'

/** What the selection depends on. */
export interface SelectionSettings {
  /** See the option `emulate`. */
  readonly emulate?: string
  /** The greatest version by the API's name; -1 takes the API away. */
  readonly maxApiVersions?: Readonly<Record<string, number>>
}

const PRODUCE = 0
/** Kafka 4 announces Produce from 0 on, but takes it from 3 on. */
const PRODUCE_SINCE_4 = 3

/** The APIs of a broker by their keys, in ascending order. */
export function selectApis(
  all: ReadonlyMap<number, AnyBrokerApi>,
  { emulate, maxApiVersions = {} }: SelectionSettings,
): ReadonlyMap<number, AnyBrokerApi> {
  const selected = emulate === undefined ? all : ofRelease(all, emulatedRelease(emulate).name)
  if (Object.keys(maxApiVersions).length === 0) return selected
  const capped = [...selected].flatMap(([key, entry]): [number, AnyBrokerApi][] => {
    const maxVersion = Math.min(entry.maxVersion, maxApiVersions[entry.api.name] ?? Infinity)
    return maxVersion < entry.announcedMinVersion ? [] : [[key, { ...entry, maxVersion }]]
  })
  return new Map(capped)
}

function ofRelease(all: ReadonlyMap<number, AnyBrokerApi>, release: string): ReadonlyMap<number, AnyBrokerApi> {
  const isSince4 = compareReleases(release, '4.0.0') >= 0
  const ranges = announcedBy(release)
  const selected = [...all].flatMap(([key, entry]): [number, AnyBrokerApi][] => {
    const range = ranges.get(key)
    if (range === undefined) return entry.isHidden === true ? [[key, entry]] : []
    const { minVersion: announcedMinVersion, maxVersion } = range
    const minVersion = isSince4 && key === PRODUCE ? PRODUCE_SINCE_4 : announcedMinVersion
    return [[key, { ...entry, minVersion, maxVersion, announcedMinVersion }]]
  })
  return new Map(selected)
}
