export { ConsumerBatch } from './batch.ts'
export type { TopicPartitionOffset } from './commits.ts'
export type { ConsumerCloseOptions, PollOptions } from './call-options.ts'
export { Consumer } from './consumer.ts'
export { ConsumerRecord } from './consumer-record.ts'
export type { ConsumerEvent } from './core/consumer-events.ts'
export type {
  GroupMember,
  LastAssignment,
  PartitionAssignor,
  PartitionRacks,
  RebalanceProtocol,
} from './core/group/assignors/assignor.ts'
export { rangeAssignor } from './core/group/assignors/range-assignor.ts'
export { roundRobinAssignor } from './core/group/assignors/round-robin-assignor.ts'
export { cooperativeStickyAssignor, stickyAssignor } from './core/group/assignors/sticky-assignor.ts'
export { type MemberState } from './core/group/member-state.ts'
export type { CommittedOffset } from './core/offsets/offset-fetcher.ts'
export type { TopicPartition } from './core/topic-partition.ts'
export { CorruptRecordError } from './corrupt-record-error.ts'
export { type AssignorName, type ConsumerOptions, consumerOptionTable } from './options.ts'
export type { RebalanceListener } from './rebalance-listener.ts'
export type { IsolationLevel } from './core/fetch/isolation-level.ts'
export type { AutoOffsetReset } from './core/offsets/offset-reset.ts'
export { DeserializationError } from './deserialization-error.ts'
export {
  attemptsOf,
  deadLetterTo,
  dueIn,
  failureHeaders,
  type RecordSender,
  retryLater,
  type RetryOptions,
} from './failure-policies.ts'
export type { RunContext } from './run/partition-run.ts'
export type { FailureHandler, FailureVerdict, RecordHandler, RunOptions } from './run/record-runner.ts'
export {
  deserialize,
  type Deserializer,
  type Deserializers,
  deserializers,
  type ShareDeserializers,
  type TypedRecord,
} from './typed-records.ts'
export type { ConsumerMetrics } from './consumer-metrics.ts'
export type { Logger } from './event-log.ts'
export { consumerOptionsFromProperties } from './options-from-properties.ts'
export type { ShareConsumerEvent } from './core/share/share-events.ts'
export { ShareConsumer } from './share/share-consumer.ts'
export { type ShareConsumerOptions, shareConsumerOptionTable } from './share/share-options.ts'
export { shareConsumerOptionsFromProperties } from './share/share-options-from-properties.ts'
export { ShareRecord } from './share/share-record.ts'
export type { ShareFailureVerdict, ShareRecordHandler, ShareRunOptions } from './share/share-runner.ts'
