import { Broker } from '@odradek/broker'
import test from 'ava'

import { checkRelease } from './releases/release-row.ts'

// The reference broker behaves as these releases; e2e/kafka/releases.test.ts asks the releases themselves.
for (const release of ['0.8.2', '0.9.0', '0.10.2', '0.11.0', '2.0', '4.3']) {
  test(`a broker that behaves as Kafka ${release} gets what it can take, and errors name the release needed for the rest`, async (t) => {
    await using broker = await Broker.start({ emulate: release })
    const { faults } = await checkRelease({ release, bootstrapServers: broker.bootstrapServers }, {})
    t.deepEqual(faults, [])
  })
}
