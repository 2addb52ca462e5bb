import test from 'ava'

import { parseBootstrapServers } from '@odradek/network'
import { formatAddress } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'

for (const [given, expected] of [
  ['localhost:9092', ['localhost:9092']],
  [' a:1 , b:2 ,', ['a:1', 'b:2']],
  [
    ['a:1', 'b:2,c:3'],
    ['a:1', 'b:2', 'c:3'],
  ],
  ['a:1,a:1', ['a:1']],
  ['[::1]:9092,[fe80::1%eth0]:65535', ['[::1]:9092', '[fe80::1%eth0]:65535']],
  ['127.0.0.1:9092', ['127.0.0.1:9092']],
  ['PLAINTEXT://kafka-1.example.com:9092', ['kafka-1.example.com:9092']],
] as const) {
  test(`${JSON.stringify(given)} is read`, (t) => {
    t.deepEqual(parseBootstrapServers(given).map(formatAddress), [...expected])
  })
}

for (const [given, why] of [
  ['', 'bootstrapServers names no broker'],
  [[], 'bootstrapServers names no broker'],
  [' , ', 'bootstrapServers names no broker'],
  ['localhost', "'localhost': the port is missing"],
  ['a:1,b', "'b': the port is missing"],
  ['localhost:', "'localhost:': the port must be a number from 1 to 65535"],
  ['localhost:http', "'localhost:http': the port must be a number from 1 to 65535"],
  ['localhost:0', "'localhost:0': the port must be from 1 to 65535"],
  ['localhost:65536', "'localhost:65536': the port must be from 1 to 65535"],
  ['::1:9092', "'::1:9092': an IPv6 address stands in brackets"],
  ['[nonsense]:9092', "'[nonsense]:9092': [nonsense] is not an IPv6 address"],
  ['[::1]', "'[::1]': it is not host:port"],
  [':9092', "':9092': it is not host:port"],
  ['http://a:1/path', "'http://a:1/path': "],
] as const) {
  test(`${JSON.stringify(given)} is refused with the bad part and an example`, (t) => {
    const error = t.throws(() => parseBootstrapServers(given), { instanceOf: UsageError })
    t.true(error?.message.includes(why), error?.message)
    t.true(error?.message.includes("such as 'localhost:9092'"))
  })
}
