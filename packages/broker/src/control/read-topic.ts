import { errorName, InvariantError, UsageError } from '@odradek/protocol'
import { fetchApi } from '@odradek/protocol/apis/fetch'
import { listOffsetsApi } from '@odradek/protocol/apis/list-offsets'
import type { FetchResponse } from '@odradek/protocol/messages/fetch-response'
import { decodeControlRecordKey, readRecords } from '@odradek/records'
import type { InsideClient } from './inside-client.ts'
import { StoredRecord } from './stored-record.ts'

type FetchedPartition = FetchResponse['responses'][number]['partitions'][number]

/** Which records are read. */
export interface ReadOptions {
  /** `read_committed` leaves out those of aborted and open transactions. @default 'read_uncommitted' */
  readonly isolationLevel?: 'read_uncommitted' | 'read_committed'
}

const FETCH_VERSION = 11
const LIST_OFFSETS_VERSION = 5
const MAX_BYTES = 16 * 1024 * 1024
const EARLIEST = -2n

/** All records of a topic, partition by partition, in the order of their offsets. Control records are left out. */
export async function readTopic(
  client: InsideClient,
  topic: string,
  options: ReadOptions = {},
): Promise<StoredRecord[]> {
  const { errorCode, partitions } = await client.topic(topic)
  if (errorCode !== 0) throw new UsageError(`Cannot read the topic ${topic}: ${errorName(errorCode)}`)
  const records: StoredRecord[] = []
  const byIndex = [...partitions].sort((left, right) => left.partitionIndex - right.partitionIndex)
  for (const { partitionIndex, leaderId } of byIndex) {
    await readPartition(client, { topic, partition: partitionIndex, leaderId, options }, records)
  }
  return records
}

interface PartitionToRead {
  readonly topic: string
  readonly partition: number
  readonly leaderId: number
  readonly options: ReadOptions
}

async function readPartition(client: InsideClient, wanted: PartitionToRead, into: StoredRecord[]): Promise<void> {
  const { topic, partition, leaderId, options } = wanted
  const isolationLevel = options.isolationLevel === 'read_committed' ? 1 : 0
  let fetchOffset = await earliest(client, wanted)
  for (;;) {
    const partitions = [{ partition, fetchOffset, partitionMaxBytes: MAX_BYTES }]
    const request = { isolationLevel, maxWaitMs: 0, minBytes: 0, maxBytes: MAX_BYTES, topics: [{ topic, partitions }] }
    const { responses } = await client.ask(fetchApi, FETCH_VERSION, request, leaderId)
    const fetched = responses[0]?.partitions[0]
    if (fetched === undefined || fetched.errorCode !== 0)
      throw new InvariantError(`Cannot read ${topic}-${partition}: ${errorName(fetched?.errorCode ?? -1)}`)
    const nextOffset = takeRecords(wanted, fetched, fetchOffset, into)
    if (nextOffset === fetchOffset) return
    fetchOffset = nextOffset
  }
}

async function earliest(client: InsideClient, { topic, partition, leaderId }: PartitionToRead): Promise<bigint> {
  const partitions = [{ partitionIndex: partition, timestamp: EARLIEST }]
  const { topics } = await client.ask(
    listOffsetsApi,
    LIST_OFFSETS_VERSION,
    { replicaId: -1, topics: [{ name: topic, partitions }] },
    leaderId,
  )
  return topics[0]!.partitions[0]!.offset
}

/** Takes the records that were fetched, and gives the offset after them. */
function takeRecords(
  { topic, partition }: PartitionToRead,
  { records, abortedTransactions }: FetchedPartition,
  fromOffset: bigint,
  into: StoredRecord[],
): bigint {
  let nextOffset = fromOffset
  const aborted = [...(abortedTransactions ?? [])].sort((left, right) => Number(left.firstOffset - right.firstOffset))
  const aborting = new Set<bigint>()
  for (const batch of readRecords(records ?? new Uint8Array(0))) {
    while (aborted.length > 0 && aborted[0]!.firstOffset <= batch.lastOffset) aborting.add(aborted.shift()!.producerId)
    const isAborted = batch.isTransactional && aborting.has(batch.producerId)
    for (const record of batch.records()) {
      if (batch.isControl) {
        if (record.key !== null && decodeControlRecordKey(record.key).type === 'abort')
          aborting.delete(batch.producerId)
      } else if (!isAborted && record.offset >= fromOffset) into.push(new StoredRecord(topic, partition, record))
    }
    nextOffset = batch.nextOffset
  }
  return nextOffset
}
