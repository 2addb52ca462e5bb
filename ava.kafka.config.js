// Tests against a real Kafka: they need Java 17, and Maven and the network until the jars are in the cache. Two files at a
// time: a broker that starts keeps one core busy, and most tests wait most of the time.
export default {
  files: ['test-cluster/kafka-test/**/*.test.ts', 'e2e/kafka/**/*.test.ts'],
  extensions: { ts: 'module' },
  nodeArguments: ['--import=tsx', '--conditions=source'],
  workerThreads: false,
  concurrency: 2,
  timeout: '5m',
}
