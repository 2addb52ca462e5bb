/** Runs Kafka's own command line tools against a cluster, from a folder of jars that is fetched when the first tool runs. */
import { closest } from 'fastest-levenshtein'
import { ClusterError } from './cluster-error.ts'
import { fetchJars } from './jar-cache.ts'
import type { StartContext } from './jar-cache.ts'
import { loggingFlags } from './java-logging.ts'
import { chosenJvmFlags, runProgram, smallJvmFlags } from './java-process.ts'
import { toolArguments, toolClass, toolNames } from './tool-classes.ts'
import type { ToolAddresses, ToolName } from './tool-classes.ts'
import type { KafkaVersion } from './versions.ts'

/** Settings of one run of a tool. */
export interface RunToolOptions {
  /** Text for the tool's standard input, such as the lines that `console-producer` sends; it is empty without. */
  readonly input?: string | Uint8Array
  /** Ends the tool after this many milliseconds, which counts as a failure. @default 60000 */
  readonly timeoutMs?: number
  /** The tool's JVM flags in place of those for a short life: for measuring. */
  readonly jvmFlags?: readonly string[]
  /** Whether an exit code other than 0 or the time limit is thrown as a ClusterError. @default true */
  readonly throwOnFailure?: boolean
}

/** What a tool has printed, and how it ended. */
export interface ToolResult {
  /** Without the last line break. */
  readonly stdout: string
  readonly stderr: string
  /** `undefined` when the tool was killed; 143 when it was ended by the time limit. */
  readonly exitCode: number | undefined
  /** Whether the time limit ended the tool; what it had printed until then is there. */
  readonly timedOut: boolean
}

/** The cluster that tools are run against. */
export interface ToolRunner {
  readonly row: KafkaVersion
  readonly java: string
  readonly addresses: ToolAddresses
  readonly folder: string
  readonly context: StartContext
}

/**
 * Runs the tool to its end.
 * @throws ClusterError `bad-option` for a name that is no tool, `not-in-version` for one that this version lacks, `tool-failed` for an exit code other than 0 or the time limit.
 */
export const runTool = async (
  runner: ToolRunner,
  tool: ToolName,
  args: readonly string[],
  options: RunToolOptions = {},
): Promise<ToolResult> => {
  if (!toolNames.includes(tool)) {
    throw new ClusterError('bad-option', `There is no tool ${tool}. Did you mean ${closest(tool, toolNames)}?`)
  }
  const { row, context } = runner
  const className = toolClass(tool, row.version)
  const classPath = await fetchJars(`Kafka ${row.version} tools`, row.toolArtifacts, context)
  const jvm = options.jvmFlags ? chosenJvmFlags(options.jvmFlags, runner.folder) : smallJvmFlags('256m', runner.folder)
  const flags = [...jvm, ...(await loggingFlags(row.logging, 'warn', runner.folder))]
  const command = toolArguments(tool, row.version, args, runner.addresses)
  const timeoutMs = options.timeoutMs ?? 60_000
  const result = await runProgram(runner.java, [...flags, '-cp', classPath, className, ...command], {
    ...context,
    input: options.input,
    timeoutMs,
  })
  const failed = result.exitCode !== 0 || result.timedOut
  if (failed && (options.throwOnFailure ?? true)) {
    const end = result.timedOut ? `did not end within ${timeoutMs} ms` : `ended with exit code ${result.exitCode}`
    const output = `${result.stdout}\n${result.stderr}`.trim()
    throw new ClusterError('tool-failed', `${tool} ${command.join(' ')} ${end}:\n${output}`)
  }
  return { stdout: result.stdout, stderr: result.stderr, exitCode: result.exitCode, timedOut: result.timedOut }
}
