import type { Scenario } from './scenario.ts'
import { consumerAllDown } from './scenarios/consumer-all-down.ts'
import { consumerNodesKilled, consumerNodesKilledKip848 } from './scenarios/consumer-nodes-killed.ts'
import { consumerSlowHandler } from './scenarios/consumer-slow-handler.ts'
import { exactlyOnce } from './scenarios/exactly-once.ts'
import { producerAllDown } from './scenarios/producer-all-down.ts'
import { producerFrozen30, producerFrozen60 } from './scenarios/producer-frozen.ts'
import { producerNodesKilled } from './scenarios/producer-nodes-killed.ts'

/** All that `npm run soak` runs, in this order. */
export const scenarios: readonly Scenario[] = [
  producerNodesKilled,
  producerAllDown,
  producerFrozen30,
  producerFrozen60,
  exactlyOnce,
  consumerNodesKilled,
  consumerNodesKilledKip848,
  consumerAllDown,
  consumerSlowHandler,
]
