// At least once, several records in work at a time: a record is committed once it and all before it are finished. After a crash the records
// since then come again, so the work has to bear that: here it sets a total to what it should be.
import { Consumer, Producer } from 'odradek'

const bootstrapServers = process.env['BOOTSTRAP'] ?? 'localhost:9092'
await using producer = new Producer({ bootstrapServers })
const payments = ['ada:5', 'grace:7', 'ada:1', 'grace:2']
await Promise.all(
  payments.map((payment) => producer.send({ topic: 'payments', key: payment.split(':')[0]!, value: payment })),
)

const consumer = new Consumer({
  bootstrapServers,
  groupId: 'ledger',
  topics: ['payments'],
  autoOffsetReset: 'earliest',
})

const booked = new Map<string, string>()
const done = new AbortController()
await consumer.run(
  async ({ partition, offset, value }, { signal }) => {
    if (signal.aborted) return // the partition is another member's now
    booked.set(`${partition}/${offset}`, new TextDecoder().decode(value!)) // the same key each time: twice does no harm
    if (booked.size === payments.length) done.abort()
  },
  { concurrency: 8, orderBy: 'key', signal: done.signal },
)
await consumer.close()
console.log([...booked.values()].sort().join(' '))
