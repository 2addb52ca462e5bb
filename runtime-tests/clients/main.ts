// The end-to-end tests of the clients and the broker as one module, for runtimes that ava does not run in.
import '../../e2e/consumer.test.ts'
import '../../e2e/consumer-face.test.ts'
import '../../e2e/consumer-group-protocol.test.ts'
import '../../e2e/consumer-run.test.ts'
import '../../e2e/consumer-schedules.test.ts'
import '../../e2e/consumer-transactions.test.ts'
import '../../e2e/over-tcp.test.ts'
import '../../e2e/producer.test.ts'
import '../../e2e/producer-transactions.test.ts'

export { runTests } from './ava.ts'
