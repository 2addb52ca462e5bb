import { readFileSync } from 'node:fs'

import test from 'ava'

import { clientTable } from './client-table.ts'
import { foreignClients } from './foreign-clients.ts'
import { clusterTests, leftOut } from './franz-go-suite.ts'

const page = readFileSync(new URL('../docs/broker.md', import.meta.url), 'utf8')

test('docs/broker.md shows which client passes what', (t) => {
  const table = clientTable(foreignClients)
  t.true(page.includes(table), `docs/broker.md should have this table:\n\n${table}\n`)
})

test('docs/broker.md tells how many of franz-go’s tests are run, and which are not', (t) => {
  t.true(page.includes(`its ${clusterTests.length} tests of clusters`))
  for (const name of Object.keys(leftOut)) t.true(page.includes(name), name)
})
