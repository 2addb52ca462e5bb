// franz-go's own tests, as its Go module publishes them, built against the version that interop/clients/go pins.
import { fileURLToPath } from 'node:url'

import { runProgram } from './programs.ts'

const PACKAGE = 'github.com/twmb/franz-go/pkg/kgo'
const INSTALL_TIMEOUT_MS = 600_000
const folder = fileURLToPath(new URL('clients/go', import.meta.url))
const program = `${folder}/build/kgo.test`

/** Its tests that speak to a cluster. The others (of its partitioners, formatters ...) know no broker and are not run. */
export const clusterTests: readonly string[] = [
  'Test848RegexBrokerResolves',
  'TestAddRemovePartitions',
  'TestClient_Produce',
  'TestClient_ProduceLargeMessages',
  'TestConsumeMaxDecompressBatchBytes',
  'TestConsumeRegex',
  'TestConsumeRegexShareSkipsInternal',
  'TestConsumeTopicRetrieval',
  'TestConsumeTopicRetrieval_Many',
  'TestDirectPartitionPurge',
  'TestGroupETL',
  'TestGroupSimple',
  'TestHookPollStart',
  'TestIssue1034',
  'TestIssue325',
  'TestIssue337',
  'TestIssue434',
  'TestIssue523',
  'TestIssue648',
  'TestIssue769',
  'TestIssue810',
  'TestIssue831',
  'TestIssue865',
  'TestIssueFetchLargerThanBrokerMaxReadBytes',
  'TestIssueProduceSyncManualPartitionNegativeDoesNotPanic',
  'TestPauseIssue489',
  'TestPauseIssueOct2023',
  'TestPing',
  'TestPooling',
  'TestSCRAMAuth',
  'TestSCRAMAuthBadCredentials',
  'TestShareGroup',
  'TestShareGroupAckOnClose',
  'TestShareGroupETL',
  'TestShareGroupOffsetsAdmin',
  'TestTxnEtl',
  'TestUnknownGroupOffsetFetchPinned',
]

/**
 * A test that counts topics: it ends where records of `__consumer_offsets` come before those of its second topic, as those of another broker
 * may. Alone with one broker it gets them all at once.
 */
export const aloneTest = 'Test848RegexBrokerResolves'

/** Its tests of a cluster that are left out, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  TestIssueProduceBrokerTooOldFailsRecords: 'skips itself where Produce 2 is announced, as Kafka 4.3 does',
}

/** What its helpers are called; a test in whose text one of them stands speaks to a cluster. */
const HELPERS = /newTestClient|tmpTopic|tmpGroup|tmpShareGroup|adm\(\)|getSeedBrokers|scramSeeds|testClientOpts/

/** How its tests came out, by name, subtests included: `PASS`, `FAIL` or `SKIP`. */
export type SuiteResults = ReadonlyMap<string, string>

/** Builds its tests; quick where nothing has changed. */
export async function buildSuite(): Promise<void> {
  await runProgram('go', ['test', '-C', folder, '-c', '-o', program, PACKAGE], { timeoutMs: INSTALL_TIMEOUT_MS })
}

/** The names of its tests that speak to a cluster, from their source. */
export async function testsOfClusters(readFolder: (path: string) => Promise<readonly string[]>): Promise<string[]> {
  const path = (await runProgram('go', ['list', '-C', folder, '-f', '{{.Dir}}', PACKAGE])).trim()
  const sources = (await readFolder(path)).join('\n')
  return [...sources.matchAll(/^func (Test\w+)\(.*?^}/gms)]
    .filter(([text]) => HELPERS.test(text))
    .map(([, name]) => name!)
    .sort()
}

/** Where the tests find their cluster, and how much they send through it. */
export interface SuiteTarget {
  readonly bootstrap: string
  readonly scramBootstrap: string
  /** `user:password`. */
  readonly scram: string
  readonly records: number
  /** Of the topics that the tests make. */
  readonly replicationFactor: number
}

/** Runs its tests by name, and gives their results with what they printed. */
export async function runSuite(
  tests: readonly string[],
  { bootstrap, scramBootstrap, scram, records, replicationFactor }: SuiteTarget,
): Promise<{ results: SuiteResults; output: string }> {
  const env = {
    ...process.env,
    KGO_SEEDS: bootstrap,
    KGO_TEST_SCRAM_SEEDS: scramBootstrap,
    KGO_TEST_SCRAM: scram,
    KGO_TEST_RECORDS: String(records),
    KGO_TEST_RF: String(replicationFactor),
    KGO_TEST_MAX_TOPIC_PARTS: '7',
    KGO_LOG_LEVEL: 'none',
  }
  const args = ['-test.v', '-test.parallel=8', '-test.timeout=280s', `-test.run=^(${tests.join('|')})$`]
  const output = await runProgram(program, args, { timeoutMs: 290_000, env, failing: true })
  const results = [...output.matchAll(/^\s*--- (PASS|FAIL|SKIP): (\S+)/gm)].map(([, result, name]) => [name!, result!])
  return { results: new Map(results as [string, string][]), output }
}
