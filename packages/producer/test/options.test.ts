import { UsageError } from '@odradek/protocol'
import test from 'ava'

import { resolveProducerOptions } from '../src/options.ts'

const bootstrapServers = 'localhost:9092'

test('idempotence is on by default, and gives way to acks and retries that speak against it', (t) => {
  t.true(resolveProducerOptions({ bootstrapServers }).enableIdempotence)
  t.true(resolveProducerOptions({ bootstrapServers, acks: -1, maxInFlightRequestsPerConnection: 1 }).enableIdempotence)
  t.false(resolveProducerOptions({ bootstrapServers, acks: 1 }).enableIdempotence)
  t.false(resolveProducerOptions({ bootstrapServers, acks: 0 }).enableIdempotence)
  t.false(resolveProducerOptions({ bootstrapServers, retries: 0 }).enableIdempotence)
  t.false(resolveProducerOptions({ bootstrapServers, enableIdempotence: false }).enableIdempotence)
})

test('idempotence that was asked for refuses what speaks against it', (t) => {
  for (const [options, what] of [
    [{ acks: 1 }, /acks 'all', not 1/],
    [{ retries: 0 }, /retries above 0/],
    [{ maxInFlightRequestsPerConnection: 6 }, /at most 5, not 6/],
  ] as const) {
    const error = t.throws(() => resolveProducerOptions({ bootstrapServers, enableIdempotence: true, ...options }))
    t.true(UsageError.is(error))
    t.regex(error.message, what)
  }
  t.throws(() => resolveProducerOptions({ bootstrapServers, maxInFlightRequestsPerConnection: 6 }))
  t.notThrows(() =>
    resolveProducerOptions({ bootstrapServers, maxInFlightRequestsPerConnection: 6, enableIdempotence: false }),
  )
})

test('what batches may grow to stays below a request, and without batches nothing grows', (t) => {
  const grownSize = (options: object) => resolveProducerOptions({ bootstrapServers, ...options }).batchSizeWhenBusy
  t.is(grownSize({}), 262_144)
  t.is(grownSize({ maxRequestSize: 100_000 }), 100_000)
  t.is(grownSize({ batchSize: 0 }), 0)
  t.is(grownSize({ batchSizeWhenBusy: 0 }), 0)
})

test('levels of compression are those of the codecs', (t) => {
  const resolve = (options: object) => () => resolveProducerOptions({ bootstrapServers, ...options })
  t.notThrows(resolve({ compressionType: 'zstd', compressionZstdLevel: -131_072 }))
  t.throws(resolve({ compressionType: 'zstd', compressionZstdLevel: -131_073 }), { message: /compressionZstdLevel/ })
  t.throws(resolve({ compressionType: 'gzip', compressionGzipLevel: 0 }), { message: /from 1 to 9, or -1/ })
  t.throws(resolve({ compressionType: 'lz4', compressionLz4Level: 18 }), { message: /compressionLz4Level/ })
})
