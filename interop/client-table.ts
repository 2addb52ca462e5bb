// Which client passes which scenario, as docs/broker.md shows it: from the very list that the tests go by.
import type { ForeignClient, Scenario } from './foreign-clients.ts'

const COLUMNS: readonly (readonly [title: string, scenarios: readonly Scenario[]])[] = [
  ['classic groups', ['roundTrip', 'rebalance']],
  ['KIP-848 groups', ['roundTripConsumerProtocol', 'rebalanceConsumerProtocol']],
  ['share groups', ['shareGroup']],
  ['transactions', ['transactions']],
  ['administration', ['admin']],
  ['TLS, SASL, ACLs', ['attempts']],
]

/** The table, in Markdown. */
export function clientTable(clients: readonly ForeignClient[]): string {
  const heads: readonly string[] = ['client', 'codecs', ...COLUMNS.map(([title]) => title)]
  const rows = clients.map(({ name, codecs, scenarios }) => {
    const cells = COLUMNS.map(([, wanted]) =>
      cellOf(wanted.filter((one) => scenarios.includes(one)).length, wanted.length),
    )
    return [name, codecs.join(', '), ...cells]
  })
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function cellOf(passed: number, wanted: number): string {
  if (passed === 0) return ''
  return passed === wanted ? 'yes' : 'without a rebalance'
}
