// Copies a topic to another exactly once, until it is killed: one of the instances of a pipeline.
import { Consumer, type ConsumerOptions } from '@odradek/consumer'
import { Producer, type ProducerOptions } from '@odradek/producer'
import { AbortableTransactionError, KafkaError } from '@odradek/protocol'
import { consumeTransformProduce } from 'odradek'

/** What it is to do. */
export interface CopierSettings {
  readonly consumer: ConsumerOptions
  readonly producer: ProducerOptions
  readonly to: string
  /** Longest pause within a transaction, in milliseconds: so that it is killed there, too. */
  readonly maxPauseMs: number
}

/** What it tells of itself. */
export interface CopierMessage {
  /** Transactions that were begun; one that failed is begun again. */
  readonly begun: number
}

const {
  consumer: consumerOptions,
  producer: producerOptions,
  to,
  maxPauseMs,
} = JSON.parse(process.argv[2]!) as CopierSettings
const consumer = new Consumer(consumerOptions)
const producer = new Producer(producerOptions)
let begun = 0

process.on('disconnect', () => process.exit())

const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * maxPauseMs))

for (;;) {
  try {
    await consumeTransformProduce({ consumer, producer }, async (batch, transaction) => {
      process.send!({ begun: ++begun } satisfies CopierMessage)
      const records = [...batch].map(({ key, value }) => ({ key: key as Uint8Array, value: value as Uint8Array }))
      const half = records.length >> 1
      await pause()
      await transaction.sendBatch(to, records.slice(0, half))
      await pause()
      await transaction.sendBatch(to, records.slice(half))
      await pause()
    })
    break
  } catch (error) {
    // Whatever cannot be got over ends the process, as a supervisor would expect; it is started again.
    console.error(`copier ${producerOptions.transactionalId}: ${KafkaError.is(error) ? error.message : String(error)}`)
    if (!AbortableTransactionError.is(error)) process.exit(3)
  }
}
