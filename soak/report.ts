import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import Table from 'cli-table3'

import type { SoakResult } from './scenario.ts'

const DOCUMENT = fileURLToPath(new URL('../docs/reliability.md', import.meta.url))
const RESULTS = fileURLToPath(new URL('last-results.json', import.meta.url))
const BEGIN = '<!-- results: printed by `npm run soak -- --write` -->'
const END = '<!-- end of results -->'

const clients = ['producer', 'transactions', 'consumer'] as const
const titles = { producer: 'Producer', transactions: 'Transactions', consumer: 'Consumer' }

const shown = (value: number | string | undefined) =>
  typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '')

/** The columns that any of the results has, in their order. */
function columnsOf(results: readonly SoakResult[]): string[] {
  return [...new Set(results.flatMap(({ figures }) => Object.keys(figures)))]
}

/** The results as a table for a terminal, one for each client. */
export function resultTables(results: readonly SoakResult[]): string {
  const tables = clients.map((client) => {
    const rows = results.filter((result) => result.client === client)
    if (rows.length === 0) return ''
    const columns = columnsOf(rows)
    const table = new Table({
      head: ['scenario', 'cluster', 'records', ...columns, 'result'],
      style: { head: [], border: [] },
    })
    for (const { scenario, cluster, records, figures, passed } of rows) {
      const cells = columns.map((column) => shown(figures[column]))
      table.push([scenario, cluster, shown(records), ...cells, passed ? 'passed' : 'FAILED'])
    }
    return `${table.toString()}\n`
  })
  return tables.join('')
}

/** Puts the results in the place of those of the same scenarios and clusters, in the JSON file and in docs/reliability.md. */
export async function writeResults(results: readonly SoakResult[]): Promise<void> {
  const keyOf = ({ scenario, cluster }: SoakResult) => `${scenario} ${cluster}`
  const before = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '[]')) as SoakResult[]
  const all = new Map([...before, ...results].map((result) => [keyOf(result), result]))
  const sorted = [...all.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await writeFile(RESULTS, `${JSON.stringify(sorted, undefined, 2)}\n`)
  const document = await readFile(DOCUMENT, 'utf8')
  const [head, rest] = document.split(BEGIN)
  const tail = rest?.split(END)[1]
  if (head === undefined || tail === undefined) throw new Error(`${DOCUMENT} has no place for the results`)
  await writeFile(DOCUMENT, `${head}${BEGIN}\n\n${markdown(sorted)}\n${END}${tail}`)
}

function markdown(results: readonly SoakResult[]): string {
  const parts: string[] = []
  for (const client of clients) {
    const rows = results.filter((result) => result.client === client)
    if (rows.length === 0) continue
    const columns = columnsOf(rows)
    const lines = [
      ['scenario', 'cluster', 'records', ...columns, 'result', 'day'],
      ['---', '---', '---:', ...columns.map(() => '---:'), '---', '---'],
      ...rows.map(({ scenario, cluster, records, figures, passed, date }) => [
        `\`${scenario}\``,
        cluster,
        shown(records),
        ...columns.map((column) => shown(figures[column])),
        passed ? 'passed' : '**failed**',
        date,
      ]),
    ]
    parts.push(`### ${titles[client]}`, '')
    parts.push(...lines.map((cells) => `| ${cells.join(' | ')} |`), '')
    const summaries = new Map(rows.map(({ scenario, summary }) => [scenario, summary]))
    parts.push(...[...summaries].map(([scenario, summary]) => `- \`${scenario}\`: ${summary}`), '')
  }
  return parts.join('\n')
}
