import Table from 'cli-table3'
import type { Colors } from 'picocolors/types'

import { faultKinds, type Fault, type FaultKind, type PartitionTotals } from './ledger.ts'
import type { LineSourceCounts } from './line-source.ts'

/** A partition's row: what the ledger counted, and what the cluster says. */
export interface PartitionReport extends PartitionTotals {
  /** The end of the log; null where the job ended before it was asked for. */
  readonly logEnd: number | null
  /** The group's committed offset, read back; null where there is none or it was not asked for. */
  readonly committed: number | null
}

/** What a member of the group went through. */
export interface MemberReport {
  readonly name: string
  /** Records it was given, repetitions included. */
  readonly consumed: number
  /** How often it was given an assignment. */
  readonly assignments: number
}

/** The main job's result: `--json` prints it as it is. */
export interface JobReport {
  /** Whether everything was produced, consumed, in order, and committed. */
  readonly ok: boolean
  /** Stopped by Ctrl-C: what was not consumed by then is not called lost. */
  readonly interrupted: boolean
  readonly bootstrapServers: string
  /** Whether the broker ran within this process. */
  readonly embeddedBroker: boolean
  readonly topic: string
  readonly group: string
  readonly inputs: number
  readonly lines: LineSourceCounts
  readonly partitions: readonly PartitionReport[]
  readonly produced: number
  readonly consumed: number
  /** Deliveries beyond the first, as at-least-once allows after a rebalance. */
  readonly duplicates: number
  /** How often the group's assignment changed after the first one. */
  readonly rebalances: number
  readonly members: readonly MemberReport[]
  readonly elapsedMs: number
  readonly producedPerSecond: number
  readonly consumedPerSecond: number
  readonly faultCounts: Readonly<Partial<Record<FaultKind, number>>>
  readonly faults: readonly Fault[]
  /** What went wrong beside that: a send that failed, a group that stood still, lines that were too long. */
  readonly problems: readonly string[]
  /** What is worth knowing and no fault, such as a topic that could not be deleted. */
  readonly warnings: readonly string[]
}

/** The report for people: a table per partition, and what it comes to. */
export function reportText(report: JobReport, colors: Colors): string {
  const lines = [
    partitionTable(report, colors),
    factsText(report),
    ...report.lines.skippedLines.map(
      ({ name, lineNumber, sizeInBytes }) =>
        `${colors.yellow('skipped')} ${name}:${lineNumber}: ${count(sizeInBytes)} bytes`,
    ),
    ...report.faults.map(
      ({ kind, partition, offset, detail }) => `${colors.red(kind)} partition ${partition} offset ${offset}: ${detail}`,
    ),
    ...report.problems.map((problem) => `${colors.red('problem')} ${problem}`),
    ...report.warnings.map((warning) => `${colors.yellow('warning')} ${warning}`),
    verdictText(report, colors),
  ]
  return `${lines.join('\n')}\n`
}

function partitionTable(report: JobReport, colors: Colors): string {
  const head = ['partition', 'produced', 'consumed', 'duplicates', 'log end', 'committed']
  const table = new Table({
    head: head.map((title) => colors.bold(title)),
    colAligns: head.map(() => 'right' as const),
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  })
  for (const row of report.partitions) {
    table.push([
      row.partition,
      count(row.produced),
      mark(row.consumed === row.produced, count(row.consumed), colors),
      count(row.duplicates),
      orDash(row.logEnd),
      mark(row.committed === row.logEnd, orDash(row.committed), colors),
    ])
  }
  table.push(['all', count(report.produced), count(report.consumed), count(report.duplicates), '', ''])
  return table.toString()
}

function mark(good: boolean, text: string, colors: Colors): string {
  return good ? text : colors.red(text)
}

function factsText(report: JobReport): string {
  const { lines } = report
  const where = report.embeddedBroker ? 'the reference broker in this process' : report.bootstrapServers
  const members = report.members
    .map(
      ({ name, consumed, assignments }) => `${name}: ${count(consumed)} records, ${plural(assignments, 'assignment')}`,
    )
    .join('; ')
  const facts: [string, string][] = [
    ['topic', `${report.topic} on ${where}`],
    ['input', `${plural(lines.lines, 'line')}, ${count(lines.bytes)} bytes, of ${plural(report.inputs, 'input')}`],
    [
      'throughput',
      `${count(report.producedPerSecond)} records/s produced, ${count(report.consumedPerSecond)} records/s consumed`,
    ],
    ['time', `${(report.elapsedMs / 1000).toFixed(1)} s`],
    ['rebalances', `${report.rebalances} (${members})`],
  ]
  if (report.duplicates > 0) {
    facts.push([
      'duplicates',
      `${plural(report.duplicates, 'record')} delivered again after a rebalance (at least once)`,
    ])
  }
  if (lines.invalidUtf8 > 0)
    facts.push(['encoding', `${plural(lines.invalidUtf8, 'line')} not valid UTF-8, produced byte for byte`])
  if (lines.skipped > 0)
    facts.push(['skipped', `${plural(lines.skipped, 'line')} longer than a record may be, not produced`])
  return facts.map(([name, text]) => `${name.padEnd(11)} ${text}`).join('\n')
}

function verdictText(report: JobReport, colors: Colors): string {
  const found = faultKinds.filter((kind) => report.faultCounts[kind] !== undefined)
  if (report.interrupted) {
    const unread = report.produced - report.consumed
    return colors.yellow(
      `interrupted: ${count(report.produced)} produced, ${count(report.consumed)} consumed, ${count(unread)} not read yet`,
    )
  }
  if (found.length > 0) {
    return colors.red(`FAILED: ${found.map((kind) => `${count(report.faultCounts[kind]!)} ${kind}`).join(', ')}`)
  }
  if (!report.ok) return colors.red(`FAILED: ${report.problems[0] ?? 'not everything was produced and consumed'}`)
  if (report.produced === 0) return colors.yellow('ok: there was no line to produce')
  return colors.green(`ok: nothing was lost, nothing was read out of order, every offset is committed`)
}

function orDash(value: number | null): string {
  return value === null ? '-' : count(value)
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function plural(value: number, what: string): string {
  return `${count(value)} ${what}${value === 1 ? '' : 's'}`
}
