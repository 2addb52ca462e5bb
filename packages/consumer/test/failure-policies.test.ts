import { readRecords, RecordBatchBuilder } from '@odradek/records'
import test from 'ava'

import { deadLetterTo, DeserializationError, failureHeaders } from '../src/index.ts'
import { ConsumerRecord } from '../src/consumer-record.ts'

const builder = new RecordBatchBuilder()
builder.append(5, null, new Uint8Array(1))
builder.append(5, null, new Uint8Array(1))
const [batch] = [...readRecords(builder.build())]
const record = new ConsumerRecord('orders', 0, 7n, [...batch!.records()][1]!)

/** Whatever makes a text of it throws. */
const withoutText: unknown = Object.create(null)

test('a record whose handler throws what has no text goes to the dead letters all the same', async (t) => {
  const sent: { headers: { key: string; value: Uint8Array | null }[] }[] = []
  const policy = deadLetterTo({ send: (one) => Promise.resolve(sent.push(one)) }, 'dead')
  t.is(await policy(withoutText, record), 'skip')
  const why = sent[0]!.headers.find(({ key }) => key === failureHeaders.error)
  t.regex(new TextDecoder().decode(why!.value!), /has no text/)
})

test('a deserializer that throws what has no text makes a DeserializationError, which names the record', (t) => {
  const error = new DeserializationError('value', record, withoutText)
  t.is(error.message.split(':')[0], 'the value of orders-0 at offset 8 cannot be read')
  t.is(error.cause, withoutText)
})
