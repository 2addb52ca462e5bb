import { UsageError } from '@odradek/protocol'
import test from 'ava'

import { parseJaasConfig } from '../../src/sasl/jaas-config.ts'

test('a login module is read with its options, quotation marks and escapes', (t) => {
  const text = `
    org.apache.kafka.common.security.scram.ScramLoginModule required
      username="al\\"ice" password='p;=w\\\\' tokenauth=true ;`
  t.deepEqual(parseJaasConfig(text), {
    module: 'ScramLoginModule',
    options: { username: 'al"ice', password: 'p;=w\\', tokenauth: 'true' },
  })
})

for (const text of [
  '',
  'PlainLoginModule',
  'PlainLoginModule required username="alice" password="s3cr3t"',
  'PlainLoginModule required username="alice" password="s3cr3t',
  'PlainLoginModule required username password="s3cr3t";',
  'PlainLoginModule required password="s3cr3t"; Another required;',
]) {
  test(`what is no such text is refused, without its secrets: ${text}`, (t) => {
    const error = t.throws(() => parseJaasConfig(text), { instanceOf: UsageError })
    t.false(error?.message.includes('s3cr3t'))
  })
}
