// Records that cannot be handled are tried again later, and in the end put aside, with where they came from and why.
import { Consumer, deadLetterTo, dueIn, failureHeaders, Producer, retryLater } from 'odradek'

const bootstrapServers = process.env['BOOTSTRAP'] ?? 'localhost:9092'
await using producer = new Producer({ bootstrapServers })
await Promise.all(['1', 'two', '3'].map((value) => producer.send({ topic: 'jobs', value })))

await using worker = new Consumer({
  bootstrapServers,
  groupId: 'workers',
  topics: ['jobs', 'jobs-retry'],
  autoOffsetReset: 'earliest',
})
const working = worker.run(
  async (record) => {
    // A record of the retry topic waits until it is due; records of other partitions go on.
    await new Promise((resolve) => void setTimeout(resolve, dueIn(record)))
    const text = new TextDecoder().decode(record.value!)
    if (!Number.isInteger(Number(text))) throw new Error(`'${text}' is not a number`)
    console.log(`job ${text} is done`)
  },
  {
    concurrency: 4,
    onFailure: retryLater(producer, {
      topic: 'jobs-retry',
      delayMs: 50,
      maxAttempts: 2,
      onGiveUp: deadLetterTo(producer, 'jobs-dead'),
    }),
  },
)

await using undertaker = new Consumer({
  bootstrapServers,
  groupId: 'undertaker',
  topics: ['jobs-dead'],
  autoOffsetReset: 'earliest',
})
for await (const { headers } of undertaker) {
  const text = (name: string) => new TextDecoder().decode(headers.find(({ key }) => key === name)?.value ?? undefined)
  console.log(
    `given up: ${text(failureHeaders.topic)} at offset ${text(failureHeaders.offset)}: ${text(failureHeaders.error)}`,
  )
  break
}
await worker.close()
await working
