/** One KRaft node: broker and controller in one JVM, in a folder of its own. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loggingFlags } from './java-logging.ts'
import { chosenJvmFlags, JavaProcess, smallJvmFlags } from './java-process.ts'
import type { NodeLauncher } from './node-launcher.ts'
import { makeDataFolder, randomKafkaId } from './kraft-storage.ts'
import { waitUntilReady } from './readiness.ts'
import { serverProperties } from './server-properties.ts'

const nodeId = 1
const readyTimeoutMs = 60_000

/** The launcher of the versions that need no ZooKeeper. */
export const startKraftNode: NodeLauncher = async (options, context) => {
  const { row, java, classPath, folder } = options
  const dataFolder = join(folder, 'data')
  const temporaryFolder = join(folder, 'tmp')
  const settingsFile = join(folder, 'server.properties')
  const clusterId = randomKafkaId()
  await mkdir(temporaryFolder)
  await writeFile(
    settingsFile,
    serverProperties({
      nodeId,
      port: options.port,
      controllerPort: options.controllerPort,
      dataFolder,
      shareCoordinator: row.shareCoordinator,
      overrides: options.properties,
    }),
  )
  await makeDataFolder({ row, java, classPath, nodeId, clusterId, dataFolder, features: options.features }, context)
  context.signal?.throwIfAborted()
  context.onProgress(`Starting Kafka ${row.version} on port ${options.port}`)
  const jvm = options.jvmFlags
    ? chosenJvmFlags(options.jvmFlags, temporaryFolder)
    : smallJvmFlags(options.heap, temporaryFolder)
  const flags = [...jvm, ...(await loggingFlags(row.logging, 'info', folder))]
  const args = [...flags, '-cp', classPath, 'kafka.Kafka', settingsFile]
  const broker = await JavaProcess.start(java, args, join(folder, 'broker.log'), context.watchdog)
  try {
    await waitUntilReady(broker, { port: options.port, clusterId }, readyTimeoutMs, context.signal)
  } catch (error) {
    await broker.stop(0)
    throw error
  }
  return broker
}
