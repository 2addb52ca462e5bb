/** The versions of an API that the broker takes. */
export interface VersionRange {
  readonly apiKey: number
  readonly minVersion: number
  readonly maxVersion: number
  /** The oldest version that ApiVersions names, which may be older than what is taken. */
  readonly announcedMinVersion: number
}
