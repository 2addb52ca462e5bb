// How old releases of Kafka behave on the wire, beyond the versions that they announce.
import { compareReleases, releaseNamed } from './release-versions.ts'

/** The release whose behaviour the broker has of itself. */
const OWN_RELEASE = '4.3.1'

/** What a release does with what it does not know. */
export interface EmulatedRelease {
  readonly name: string
  /** A request of an unknown API: closes the connection, or is forgotten. */
  readonly onUnknownApi: 'close' | 'forget'
  /** A version that it does not know: closes the connection, or is taken for the latest that it knows. */
  readonly onUnknownVersion: 'close' | 'take'
  /** Whether its answer to an unknown version of ApiVersions names the versions that it knows (KIP-511). */
  readonly namesVersions: boolean
  /** The format in which its logs are (magic). */
  readonly recordFormat: 0 | 1 | 2
  /** Before what it is asked of coordinators whether a transaction has a partition (KIP-890). */
  readonly verifies: 'nothing' | 'records' | 'records-and-offsets'
  /** Whether it tells producers that know it TRANSACTION_ABORTABLE. */
  readonly knowsAbortable: boolean
  /** The greatest level of `transaction.version`; 0 where it has no such feature. */
  readonly maxTransactionVersion: 0 | 2
}

const known = new Map<string | undefined, EmulatedRelease>()

/** The release that the option `emulate` names. Throws RangeError where there is none. */
export function emulatedRelease(name: string | undefined): EmulatedRelease {
  const release = known.get(name) ?? behaviourOf(name)
  known.set(name, release)
  return release
}

function behaviourOf(name: string | undefined): EmulatedRelease {
  const release = releaseNamed(name ?? OWN_RELEASE)
  if (release === undefined) throw new RangeError(`there is no release ${name} of Kafka to emulate`)
  const isBefore = (other: string) => compareReleases(release, other) < 0
  return {
    name: release,
    onUnknownApi: release.startsWith('0.9.') ? 'forget' : 'close',
    onUnknownVersion: isBefore('0.10.0') ? 'take' : 'close',
    namesVersions: !isBefore('2.4.0'),
    verifies: isBefore('3.6.0') ? 'nothing' : isBefore('3.7.0') ? 'records' : 'records-and-offsets',
    knowsAbortable: !isBefore('3.8.0'),
    maxTransactionVersion: isBefore('4.0.0') ? 0 : 2,
    recordFormat: isBefore('0.10.0') ? 0 : isBefore('0.11.0') ? 1 : 2,
  }
}
