// Topics that were made or deleted: Kafka's controller answers, and its broker follows a moment later.
import type { Api } from '@odradek/protocol'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import { until } from '../../until.ts'
import type { Asked, RawAnswer } from './ask-both.ts'

const UNKNOWN_TOPIC_OR_PARTITION = 3

interface TopicAnswer {
  readonly name: string
  readonly errorCode: number
  readonly numPartitions?: number
}

interface Change {
  readonly validateOnly?: boolean
  readonly topics?: readonly { readonly name: string; readonly count?: number }[]
}

/** Waits until the broker says of each partition that a request made, or deleted, that it leads it, or does not know it. */
export async function untilChanged(kafka: Asked, name: string, request: Change, answer: RawAnswer): Promise<void> {
  if (typeof answer === 'string' || request.validateOnly === true) return
  const { topics, results, responses } = answer as Record<string, readonly TopicAnswer[]>
  const changed = (list: readonly TopicAnswer[] = []) => list.filter(({ errorCode }) => errorCode === 0)
  if (name === 'CreateTopics')
    for (const topic of changed(topics)) await untilAnswers(kafka, topic.name, Math.max(topic.numPartitions ?? 1, 1), 0)
  if (name === 'CreatePartitions')
    for (const topic of changed(results)) {
      const { count = 1 } = request.topics!.find((asked) => asked.name === topic.name)!
      await untilAnswers(kafka, topic.name, count, 0)
    }
  if (name === 'DeleteTopics')
    for (const topic of changed(responses)) await untilAnswers(kafka, topic.name, 1, UNKNOWN_TOPIC_OR_PARTITION)
}

/** By ListOffsets, which a broker answers from its replicas: they follow its metadata. */
async function untilAnswers(kafka: Asked, name: string, count: number, wanted: number): Promise<void> {
  const partitions = Array.from({ length: count }, (_, partitionIndex) => ({ partitionIndex, timestamp: -1n }))
  await until(
    `error code ${wanted} of ListOffsets for ${name}`,
    () => kafka.ask(listOffsetsApi as Api<unknown, unknown>, 9, { replicaId: -1, topics: [{ name, partitions }] }),
    (answer) => codesOf(answer).every((code) => code === wanted),
  )
}

function codesOf(answer: RawAnswer): readonly (number | string)[] {
  if (typeof answer === 'string') return [answer]
  const { topics } = answer as { topics: { partitions: { errorCode: number }[] }[] }
  return topics.flatMap(({ partitions }) => partitions.map(({ errorCode }) => errorCode))
}
