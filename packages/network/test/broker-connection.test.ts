import { FakeClock } from '@odradek/test-kit'
import test from 'ava'

import { BrokerConnection } from '../src/broker-connection.ts'
import type { StreamEvents, Transport } from '../src/transport/transport.ts'

test('a connection that drains closes only when its last byte has reached the system', (t) => {
  const log: string[] = []
  let events!: StreamEvents
  const stream = {
    pendingBytes: 0,
    write: () => {},
    pause: () => {},
    resume: () => {},
    end: () => {},
    destroy: () => log.push('destroy'),
  }
  const transport: Transport = {
    connect: (_address, streamEvents) => {
      events = streamEvents
      return stream
    },
    listen: () => Promise.reject(new Error('nobody listens here')),
  }
  const connection = new BrokerConnection(
    {
      address: { host: 'broker', port: 9092 },
      clientId: 'test',
      clock: new FakeClock(),
      transport,
      maxResponseSize: 1000,
      authenticationTimeoutMs: 1000,
      random: () => 0.5,
      security: { usesTls: false, connectOptions: undefined, mechanism: undefined },
      versionCheckTimeoutMs: 1000,
      knownVersions: new Map(),
    },
    {
      onProgress: () => {},
      onFirstAnswer: () => {},
      onNoApiVersions: () => {},
      onDefect: (error) => t.fail(String(error)),
      onEnd: ({ error }) => log.push(`ended ${error?.message ?? 'well'}`),
    },
  )
  connection.open(0, 1000)
  events.onOpen!()
  stream.pendingBytes = 10
  connection.drain()
  t.is(connection.state, 'draining')
  t.deepEqual(log, [])
  stream.pendingBytes = 0
  events.onDrain!()
  t.deepEqual(log, ['destroy', 'ended well'])
})
