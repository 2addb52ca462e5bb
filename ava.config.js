export default {
  files: ['packages/*/test/**/*.test.ts', 'test-cluster/test/**/*.test.ts', 'e2e/**/*.test.ts', '!e2e/kafka/**'],
  extensions: { ts: 'module' },
  nodeArguments: ['--import=tsx', '--conditions=source'],
  workerThreads: false,
  timeout: '60s',
}
