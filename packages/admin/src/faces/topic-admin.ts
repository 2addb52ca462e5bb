// Topics, their partitions, records and offsets.
import type { AdminResults } from '../admin-results.ts'
import type { CallOptions, ValidateOnlyOptions } from '../call-options.ts'
import { createPartitions, type NewPartitions } from '../operations/create-partitions.ts'
import { type CreatedTopic, createTopics, type NewTopic } from '../operations/create-topics.ts'
import { type DeletedRecords, deleteRecords, type RecordsToDelete } from '../operations/delete-records.ts'
import { deleteTopics, type TopicOrId } from '../operations/delete-topics.ts'
import { describeTopics, type DescribeTopicsOptions, type TopicDescription } from '../operations/describe-topics.ts'
import {
  type ListedOffset,
  listOffsets,
  type ListOffsetsOptions,
  type OffsetQuestion,
} from '../operations/list-offsets.ts'
import { listTopics, type ListTopicsOptions, type TopicListing } from '../operations/list-topics.ts'
import { AdminClient } from './admin-client.ts'

/** See the head of the file. */
export class TopicAdmin extends AdminClient {
  /**
   * Creates topics. Their leaders may take a moment to be known to all brokers. A retry after a lost connection can find the topic there:
   * TOPIC_ALREADY_EXISTS. Kafka 0.10.1; partitions and replicas by the broker's defaults: 2.4.
   */
  createTopics(topics: readonly NewTopic[], options: ValidateOnlyOptions = {}): AdminResults<NewTopic, CreatedTopic> {
    return createTopics(this.world, topics, options)
  }

  /** Deletes topics by name, or by `{ topicId }` (Kafka 2.8), with all their records. Kafka 0.10.1. */
  deleteTopics(topics: readonly TopicOrId[], options: CallOptions = {}): AdminResults<TopicOrId, void> {
    return deleteTopics(this.world, topics, options)
  }

  /** The topics that this client may describe, by name; without Kafka's own unless `listInternal`. */
  listTopics(options: ListTopicsOptions = {}): Promise<readonly TopicListing[]> {
    return listTopics(this.world, options)
  }

  /** Topics with their partitions, leaders and replicas: by name, or by `{ topicId }` (Kafka 3.1). */
  describeTopics(
    topics: readonly TopicOrId[],
    options: DescribeTopicsOptions = {},
  ): AdminResults<TopicOrId, TopicDescription> {
    return describeTopics(this.world, topics, options)
  }

  /** Gives topics more partitions. Keys go to other partitions from then on. Kafka 1.0. */
  createPartitions(
    topics: readonly NewPartitions[],
    options: ValidateOnlyOptions = {},
  ): AdminResults<NewPartitions, void> {
    return createPartitions(this.world, topics, options)
  }

  /** Deletes the records of partitions up to an offset. Kafka 0.11. */
  deleteRecords(
    records: readonly RecordsToDelete[],
    options: CallOptions = {},
  ): AdminResults<RecordsToDelete, DeletedRecords> {
    return deleteRecords(this.world, records, options)
  }

  /** Offsets of partitions: the first, the last, by timestamp and others. */
  listOffsets(
    questions: readonly OffsetQuestion[],
    options: ListOffsetsOptions = {},
  ): AdminResults<OffsetQuestion, ListedOffset> {
    return listOffsets(this.world, questions, options)
  }
}
