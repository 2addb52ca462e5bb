/** Runs Kafka's own command line tools against a broker that was started elsewhere, such as one that is to be compared with Kafka. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from './jar-cache.ts'
import { requireJava } from './required-programs.ts'
import type { ToolName } from './tool-classes.ts'
import { runTool } from './tools.ts'
import type { RunToolOptions, ToolResult } from './tools.ts'
import { defaultVersion, findVersion } from './versions.ts'
import { Watchdog } from './watchdog.ts'

/** Settings of one run of a tool without a cluster of ours. */
export interface KafkaToolOptions extends RunToolOptions {
  /** Whose tools: one of `kafkaVersions`. @default the newest, 4.3.1 */
  readonly version?: string
}

/**
 * Runs the tool to its end, with `--bootstrap-server` added.
 * @throws ClusterError as `Cluster.runTool` does, and `java-missing` or `maven-missing`.
 */
export const runKafkaTool = async (
  bootstrapServers: string,
  tool: ToolName,
  args: readonly string[],
  options: KafkaToolOptions = {},
): Promise<ToolResult> => {
  const row = findVersion(options.version ?? defaultVersion)
  const java = await requireJava(row.minimumJava)
  const watchdog = new Watchdog()
  const folder = await mkdtemp(join(tmpdir(), 'odradek-kafka-tool-'))
  watchdog.watchFolder(folder)
  const context = { watchdog, cacheFolder: cacheFolder(), onProgress: () => {} }
  try {
    return await runTool({ row, java, addresses: { bootstrapServers }, folder, context }, tool, args, options)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    watchdog.release()
  }
}
