/** Runs every check on one release and compares with what is known of it. */
import { checkAdmin } from './check-admin.ts'
import {
  checkGroup,
  checkHeaders,
  checkMainJob,
  checkRead,
  checkTransactions,
  checkWrite,
  checkZstd,
  type Release,
} from './release-checks.ts'
import { type Column, columns, isAtLeast, storedMagic } from './release-facts.ts'

/** One line of the table, and what is wrong with it. */
export interface ReleaseRow {
  readonly release: string
  readonly cells: Readonly<Record<Column, string>>
  /** Empty when the release did all that it has, and named the release needed for all that it lacks. */
  readonly faults: readonly string[]
}

/** What only some brokers can be asked. */
export interface ReleaseTools {
  /** The format of the first record that a topic's log on disk holds. */
  readonly magicOnDisk?: (topic: string) => Promise<number>
}

const LIMIT_MS = 60_000
const formats = ['message set v0', 'message set v1', 'record batch v2']

function withinLimit<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not end within ${LIMIT_MS} ms`)), LIMIT_MS)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** Checks one release, column by column. */
export async function checkRelease(broker: Release, { magicOnDisk }: ReleaseTools): Promise<ReleaseRow> {
  let topic = ''
  const checks: Partial<Record<Column, () => Promise<void>>> = {
    write: async () => void (topic = await checkWrite(broker)),
    read: () => checkRead(broker),
    group: () => checkGroup(broker, 'classic'),
    'main job': () => checkMainJob(broker),
    headers: () => checkHeaders(broker),
    transactions: () => checkTransactions(broker),
    zstd: () => checkZstd(broker),
    'KIP-848': () => checkGroup(broker, 'consumer'),
    admin: () => checkAdmin(broker),
  }
  const cells = {} as Record<Column, string>
  const faults: string[] = []
  for (const { name, since, missing } of columns) {
    const check = checks[name]
    if (check === undefined) continue
    const message = await withinLimit(name, check()).then(
      () => undefined,
      (error: unknown) => (error as Error).message,
    )
    cells[name] = message === undefined ? 'yes' : `needs ${since}`
    const isThere = isAtLeast(broker.release, since)
    if (isThere && message !== undefined) faults.push(`${name}: ${message}`)
    if (!isThere && message === undefined) faults.push(`${name}: worked, though it came with ${since}`)
    if (!isThere && message !== undefined && !missing?.test(message))
      faults.push(`${name}: the error does not name the release needed: ${message}`)
  }
  if (magicOnDisk !== undefined) {
    const magic = await magicOnDisk(topic)
    cells['stored as'] = formats[magic] ?? `magic ${magic}`
    if (magic !== storedMagic(broker.release)) faults.push(`stored as magic ${magic}`)
  }
  return { release: broker.release, cells, faults }
}

/** The table in Markdown. */
export function releaseTable(rows: readonly ReleaseRow[]): string {
  const names = columns.map(({ name }) => name)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['Kafka', ...names]),
    line(['---', ...names.map(() => '---')]),
    ...rows.map(({ release, cells }) => line([release, ...names.map((name) => cells[name])])),
  ].join('\n')
}
