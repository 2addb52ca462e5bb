// The medians of a workload's runs, and the table of them.
import Table from 'cli-table3'

export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  if (sorted.length === 0) return undefined
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}

/** One entrant's runs as one row of numbers. */
export function summary(entrant, runs) {
  const of = (field) => median(runs.map(field))
  const perMillion = (seconds, run) => (seconds === undefined ? undefined : (seconds / run.count) * 1e6)
  const rates = runs.map(({ count, seconds }) => count / seconds).sort((a, b) => a - b)
  return {
    title: entrant.title,
    version: runs[0].version,
    isPeer: entrant.isPeer,
    runs: runs.length,
    rate: median(rates),
    least: rates[0],
    most: rates.at(-1),
    cpuPerMillion: of((run) => perMillion(run.cpuSeconds, run)),
    brokerCpuPerMillion: of((run) => perMillion(run.brokerCpuSeconds, run)),
    peakRssMiB: Math.max(...runs.map(({ peakRssMiB }) => peakRssMiB)),
    firstRecordMs: of(({ firstRecordMs }) => firstRecordMs),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
  }
}

/** The columns of a kind of workload: heading, and what of a row stands there. */
function columnsOf({ kind, valueBytes }, rows) {
  const peers = rows.filter(({ isPeer }) => isPeer)
  const fastest = Math.max(...peers.map(({ rate }) => rate))
  const cheapest = Math.min(...peers.map(({ cpuPerMillion }) => cpuPerMillion))
  const number = (value, digits) => (value === undefined ? '' : value.toFixed(digits))
  const cpu = [
    ['CPU s per million', (row) => number(row.cpuPerMillion, row.cpuPerMillion < 10 ? 2 : 1)],
    ['of the best peer', (row) => (peers.length === 0 ? '' : number(row.cpuPerMillion / cheapest, 2))],
    ["broker's CPU", (row) => number(row.brokerCpuPerMillion, row.brokerCpuPerMillion < 10 ? 2 : 1)],
    ['peak RSS, MiB', (row) => number(row.peakRssMiB, 0)],
  ]
  if (kind === 'awaited' || kind === 'latency')
    return [['p50 ms', (row) => number(row.p50, 3)], ['p99 ms', (row) => number(row.p99, 3)], ...cpu]
  const rate = [
    ['k records/s', (row) => number(row.rate / 1000, 1)],
    ['least to most', (row) => `${number(row.least / 1000, 1)}-${number(row.most / 1000, 1)}`],
    ['MB/s', (row) => number((row.rate * (valueBytes + 10)) / 1e6, 0)],
    ['times the best peer', (row) => (peers.length === 0 ? '' : number(row.rate / fastest, 2))],
    ...cpu,
  ]
  return kind === 'consume' ? [...rate, ['first record, ms', (row) => number(row.firstRecordMs, 0)]] : rate
}

export function table(workload, rows) {
  const columns = columnsOf(workload, rows)
  const printed = new Table({
    head: ['entrant', 'version', ...columns.map(([head]) => head)],
    style: { head: [], border: [] },
    colAligns: ['left', 'left', ...columns.map(() => 'right')],
  })
  for (const row of rows) printed.push([row.title, row.version, ...columns.map(([, cell]) => cell(row))])
  return printed.toString()
}

/** The same as Markdown, for docs/performance.md. */
export function markdown(workload, rows) {
  const columns = columnsOf(workload, rows)
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [
    line(['entrant', 'version', ...columns.map(([head]) => head)]),
    line(['---', '---', ...columns.map(() => '--:')]),
    ...rows.map((row) => line([row.title, row.version, ...columns.map(([, cell]) => cell(row))])),
  ].join('\n')
}
