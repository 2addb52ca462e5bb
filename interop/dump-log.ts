import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'

import { runKafkaTool } from '@odradek/test-cluster'

import { runProgram } from './programs.ts'

const program = fileURLToPath(new URL('../packages/odradek/src/main.ts', import.meta.url))

/** What `odradek dump-log` prints on standard output. Rejects where it finds something wrong. */
export async function ourDump(files: readonly string[], ...options: string[]): Promise<string[]> {
  const node = ['--conditions=source', '--import=tsx', program]
  return (await runProgram(execPath, [...node, 'dump-log', ...options, ...files])).trimEnd().split('\n')
}

/** What Kafka 4.3.1's own program prints. It speaks to no broker. */
export async function kafkaDump(files: readonly string[], ...options: string[]): Promise<string[]> {
  const { stdout } = await runKafkaTool('127.0.0.1:1', 'dump-log', ['--files', files.join(','), ...options])
  return stdout.trimEnd().split('\n')
}

/** The first few lines that differ, and how many lines both have: less to read than two long lists. */
export function dumpDifferences(expected: readonly string[], ours: readonly string[]): unknown[] {
  const at = Array.from({ length: Math.max(expected.length, ours.length) }, (_, i) => i)
  return at
    .filter((i) => expected[i] !== ours[i])
    .slice(0, 5)
    .map((i) => ({ line: i, expected: expected[i], ours: ours[i] }))
}
