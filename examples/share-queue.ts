// A topic as a queue: more workers than partitions, each job to one of them; a job that fails is tried again, and given up in the end.
import { Producer, ShareConsumer } from 'odradek'

const bootstrapServers = process.env['BOOTSTRAP'] ?? 'localhost:9092'
const done: string[] = []
const finished = new AbortController()

const workers = [1, 2, 3].map(() => new ShareConsumer({ bootstrapServers, groupId: 'mailers', topics: 'mails' }))
const working = workers.map((worker) =>
  worker.run(
    ({ value, deliveryCount }) => {
      const mail = new TextDecoder().decode(value!)
      if (mail.startsWith('flaky') && deliveryCount < 3) throw new Error('the mail server is busy')
      if (mail.startsWith('broken')) throw new TypeError('this is no address')
      done.push(`${mail}, at attempt ${deliveryCount}`)
      if (done.length === 3) finished.abort()
    },
    {
      concurrency: 4,
      onFailure: (error) => (error instanceof TypeError ? 'reject' : 'release'),
      signal: finished.signal,
    },
  ),
)
// A share group begins with what is sent from its first member on, unless share.auto.offset.reset says 'earliest'.
while (workers.every((worker) => worker.metrics()['fetch-total'] === 0))
  await new Promise((resolve) => void setTimeout(resolve, 50))

await using producer = new Producer({ bootstrapServers })
await Promise.all(
  ['to ada', 'flaky: to grace', 'broken', 'to edsger'].map((value) => producer.send({ topic: 'mails', value })),
)
await Promise.all(working)
await Promise.all(workers.map((worker) => worker.close()))
console.log(done.sort().join('\n'))
