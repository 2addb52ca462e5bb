/** What every way of starting a broker has in common. */
import type { StartContext } from './jar-cache.ts'
import type { JavaProcess } from './java-process.ts'
import type { KafkaVersion } from './versions.ts'

/** What a launcher is told. */
export interface NodeOptions {
  readonly row: KafkaVersion
  readonly java: string
  readonly classPath: string
  /** An empty folder for all files of this start; the caller removes it. */
  readonly folder: string
  readonly port: number
  readonly controllerPort: number
  readonly heap: string
  /** In place of `heap` and the flags of a small JVM. */
  readonly jvmFlags?: readonly string[] | undefined
  readonly properties: Readonly<Record<string, string>>
  readonly features: Readonly<Record<string, number>>
}

/**
 * Starts a broker in the way that one kind of version needs, and resolves when it is ready. If it rejects, none of the
 * processes it started is left.
 */
export type NodeLauncher = (options: NodeOptions, context: StartContext) => Promise<JavaProcess>
