import { backgroundEnvironment } from '@odradek/network'
import { Broker } from '../broker.ts'
import type { BrokerOptions } from '../options.ts'

/**
 * Starts a broker that needs no closing: its port, connections and timers do not keep the process alive, and end with it. For a
 * test file of any framework: `const broker = await brokerForTests()`. Throws as `Broker.start` does.
 */
export function brokerForTests(options: BrokerOptions = {}): Promise<Broker> {
  return Broker.start(options, backgroundEnvironment())
}
