// Tests against a real Kafka: they need Java 17, and Maven and the network until the jars are in the cache. One file at a
// time, so that the brokers do not slow each other down.
export default {
  files: ['test-cluster/kafka-test/**/*.test.ts', 'e2e/kafka/**/*.test.ts'],
  extensions: { ts: 'module' },
  nodeArguments: ['--import=tsx', '--conditions=source'],
  workerThreads: false,
  concurrency: 1,
  timeout: '5m',
}
