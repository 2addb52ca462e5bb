/** Where Kafka's own classes are, for Java programs that are judges of a broker. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, fetchJars } from './jar-cache.ts'
import { requireJava } from './required-programs.ts'
import { defaultVersion, findVersion } from './versions.ts'
import { Watchdog } from './watchdog.ts'

/** A Java to run, and the class path of Kafka's clients and tools. */
export interface KafkaClassPath {
  readonly java: string
  readonly classPath: string
}

/**
 * Fetches the jars of a version of Kafka, unless they are there, and says where they are.
 * @throws ClusterError `java-missing` or `maven-missing`, and as `runKafkaTool` does.
 */
export const kafkaClassPath = async (version: string = defaultVersion): Promise<KafkaClassPath> => {
  const row = findVersion(version)
  const java = await requireJava(row.minimumJava)
  const watchdog = new Watchdog()
  const folder = await mkdtemp(join(tmpdir(), 'odradek-kafka-jars-'))
  watchdog.watchFolder(folder)
  const context = { watchdog, cacheFolder: cacheFolder(), onProgress: () => {} }
  try {
    const classPath = await fetchJars(`Kafka ${row.version} tools`, row.toolArtifacts, context)
    return { java, classPath }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    watchdog.release()
  }
}
