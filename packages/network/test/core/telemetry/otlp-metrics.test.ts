import test from 'ava'

import { encodeOtlpMetrics } from '../../../src/core/telemetry/otlp-metrics.ts'

// Written by OpenTelemetry's own classes for Python (opentelemetry-proto 1.45.2).
const resource =
  '0a93020a2c0a150a0867726f75705f696412090a0762696c6c696e670a130a0b636c69656e745f7261636b12040a02723112e20112500a2b6f72672e61' +
  '70616368652e6b61666b612e70726f64756365722e7265636f72642e73656e642e746f74616c3a210a1b1100368ffafd9c971719c0d47e3dfe9c9717' +
  '2100000000000028401'
const gauges =
  '1801128d010a296f72672e6170616368652e6b61666b612e70726f64756365722e746f7069632e627974652e726174652a600a2519c0d47e3dfe9c9717' +
  '21000000000000e03f3a110a05746f70696312080a066f72646572730a3719c0d47e3dfe9c9717219c7500883ce437fe3a110a05746f70696312080a06' +
  '6e61c3af76653a100a09706172746974696f6e12030a0130'

for (const [deltaTemporality, temporality] of [
  [true, '001'],
  [false, '002'],
] as const) {
  test(`metrics are the bytes that OpenTelemetry's own encoder writes (${deltaTemporality ? 'differences' : 'totals'})`, (t) => {
    const bytes = encodeOtlpMetrics({
      resource: { group_id: 'billing', client_rack: 'r1' },
      timeMs: 1_700_000_000_123,
      deltaTemporality,
      metrics: [
        {
          name: 'org.apache.kafka.producer.record.send.total',
          attributes: {},
          value: 12,
          sumSinceMs: 1_699_999_999_000,
        },
        { name: 'org.apache.kafka.producer.topic.byte.rate', attributes: { topic: 'orders' }, value: 0.5 },
        {
          name: 'org.apache.kafka.producer.topic.byte.rate',
          attributes: { topic: 'naïve', partition: '0' },
          value: -1e300,
        },
      ],
    })
    t.is(Buffer.from(bytes).toString('hex'), resource + temporality + gauges)
  })
}
