// Programs of ours in Java, with the classes of Apache Kafka: its clients, and its command line tools.
import { kafkaClassPath } from '@odradek/test-cluster'

import { clientFolder, installOnce, INSTALL_TIMEOUT_MS } from './client-folders.ts'
import { runProgram } from './programs.ts'

// A small heap and the quick compiler only: it starts faster.
const FLAGS = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData']
const TOOLS = 'org.apache.kafka.tools.'

/** What a tool has printed, on both streams, and its exit code. */
export interface ToolRun {
  readonly output: string
  readonly code: number
}

/** Compiles a program of `interop/clients/java` unless that was done before, and says how it is run. */
export async function javaCommand(main: 'KafkaClients' | 'KafkaTools'): Promise<readonly string[]> {
  const { java, classPath } = await kafkaClassPath()
  const [source, build] = [clientFolder(`java/${main}.java`), clientFolder('java/build')]
  await installOnce(source, `${build}/${main}.source`, () =>
    runProgram('javac', ['-d', build, '-cp', classPath, source], { timeoutMs: INSTALL_TIMEOUT_MS }),
  )
  const logging = '-Dorg.slf4j.simpleLogger.defaultLogLevel=error'
  return [java, ...FLAGS, logging, '-cp', `${build}:${classPath}`, main]
}

/** Runs tools, such as `['TopicCommand', '--list']`, one after the other in one JVM. They are told where the broker is. */
export async function runTools(bootstrap: string, commands: readonly (readonly string[])[]): Promise<ToolRun[]> {
  const [java, ...args] = await javaCommand('KafkaTools')
  const full = commands.map(([name, ...rest]) => {
    const tool = name!.includes('.admin.') ? name! : TOOLS + name!
    return name === 'ClusterTool'
      ? [tool, ...rest, '--bootstrap-server', bootstrap]
      : [tool, '--bootstrap-server', bootstrap, ...rest]
  })
  const output = await runProgram(java!, [...args, JSON.stringify(full)], { timeoutMs: 120_000 })
  return JSON.parse(output.trimEnd().split('\n').at(-1)!) as ToolRun[]
}
