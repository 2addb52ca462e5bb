// Generated from schemas/errors.json by generator/main.ts: not to be edited.

/** Kafka's error codes by name: `ErrorCode.NOT_LEADER_OR_FOLLOWER` is 6. */
export const ErrorCode = {
  /** The broker failed in a way it has no code for; its log says more. */
  UNKNOWN_SERVER_ERROR: -1,
  /** There is no error. */
  NONE: 0,
  /** The offset is before the first or after the last that the broker holds for the partition. */
  OFFSET_OUT_OF_RANGE: 1,
  /** The record batch was damaged: its checksum, size or a key missing from a compacted topic. Retriable. */
  CORRUPT_MESSAGE: 2,
  /** The broker does not host this topic partition, or it does not exist. Retriable. */
  UNKNOWN_TOPIC_OR_PARTITION: 3,
  /** The fetch size asked for is not valid. */
  INVALID_FETCH_SIZE: 4,
  /** The partition has no leader now, because one is being elected. Retriable. */
  LEADER_NOT_AVAILABLE: 5,
  /** The broker is not the leader of the partition, or not a replica of it: the metadata is out of date. Retriable. */
  NOT_LEADER_OR_FOLLOWER: 6,
  /** The broker could not finish within the time that the request allows. Retriable. */
  REQUEST_TIMED_OUT: 7,
  /** The broker that is needed is not running. */
  BROKER_NOT_AVAILABLE: 8,
  /** The replica is not available on this broker now. Retriable. */
  REPLICA_NOT_AVAILABLE: 9,
  /** The record batch is larger than max.message.bytes of the topic allows. */
  MESSAGE_TOO_LARGE: 10,
  /** The controller has moved to another broker. */
  STALE_CONTROLLER_EPOCH: 11,
  /** The metadata text of the committed offset is longer than offset.metadata.max.bytes. */
  OFFSET_METADATA_TOO_LARGE: 12,
  /** The connection was lost before the answer came. Retriable. */
  NETWORK_EXCEPTION: 13,
  /** The coordinator is still reading its state and cannot answer yet. Retriable. */
  COORDINATOR_LOAD_IN_PROGRESS: 14,
  /** There is no coordinator for this group or transactional id now. Retriable. */
  COORDINATOR_NOT_AVAILABLE: 15,
  /** This broker is not the coordinator of the group or transactional id: look it up again. Retriable. */
  NOT_COORDINATOR: 16,
  /** The topic name is not valid, or the topic may not be written to. */
  INVALID_TOPIC_EXCEPTION: 17,
  /** The record batch is larger than a segment of the log. */
  RECORD_LIST_TOO_LARGE: 18,
  /** Fewer replicas are in sync than min.insync.replicas asks for, and nothing was written. Retriable. */
  NOT_ENOUGH_REPLICAS: 19,
  /** The records were written, but fewer replicas are in sync than min.insync.replicas asks for. Retriable. */
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 20,
  /** acks must be -1 (all), 0 or 1. */
  INVALID_REQUIRED_ACKS: 21,
  /** The generation of the group is not the one given: the group has rebalanced since. */
  ILLEGAL_GENERATION: 22,
  /** The member shares no assignor, or no protocol type, with the other members of the group. */
  INCONSISTENT_GROUP_PROTOCOL: 23,
  /** The group id is not valid. */
  INVALID_GROUP_ID: 24,
  /** The coordinator does not know this member: it was removed from the group and has to join again. */
  UNKNOWN_MEMBER_ID: 25,
  /** The session timeout is outside group.min.session.timeout.ms and group.max.session.timeout.ms of the broker. */
  INVALID_SESSION_TIMEOUT: 26,
  /** The group is rebalancing: the member has to join again. */
  REBALANCE_IN_PROGRESS: 27,
  /** The offset to be committed is too large to be stored. */
  INVALID_COMMIT_OFFSET_SIZE: 28,
  /** The principal may not do this with the topic. */
  TOPIC_AUTHORIZATION_FAILED: 29,
  /** The principal may not do this with the group. */
  GROUP_AUTHORIZATION_FAILED: 30,
  /** The principal may not do this with the cluster. */
  CLUSTER_AUTHORIZATION_FAILED: 31,
  /** A record timestamp is further from the time of the broker than the topic allows. */
  INVALID_TIMESTAMP: 32,
  /** The broker does not offer this SASL mechanism. */
  UNSUPPORTED_SASL_MECHANISM: 33,
  /** The request is not allowed at this point of the SASL exchange. */
  ILLEGAL_SASL_STATE: 34,
  /** The broker does not have this version of the API, or of a feature that the request uses. */
  UNSUPPORTED_VERSION: 35,
  /** A topic of this name exists. */
  TOPIC_ALREADY_EXISTS: 36,
  /** The number of partitions is not valid, or is less than the topic has. */
  INVALID_PARTITIONS: 37,
  /** The replication factor is below 1 or above the number of brokers. */
  INVALID_REPLICATION_FACTOR: 38,
  /** The assignment of replicas to brokers is not valid. */
  INVALID_REPLICA_ASSIGNMENT: 39,
  /** A configuration name or value is not valid. */
  INVALID_CONFIG: 40,
  /** This broker is not the controller: ask the one that is. Retriable. */
  NOT_CONTROLLER: 41,
  /** The request contradicts itself or the protocol; the log of the broker says how. */
  INVALID_REQUEST: 42,
  /** The message format of the partition on the broker does not allow this. */
  UNSUPPORTED_FOR_MESSAGE_FORMAT: 43,
  /** A policy that the cluster enforces forbids this. */
  POLICY_VIOLATION: 44,
  /** The sequence number of the batch does not follow the last one of this producer: a batch is missing. */
  OUT_OF_ORDER_SEQUENCE_NUMBER: 45,
  /** The broker has had a batch with this sequence number. */
  DUPLICATE_SEQUENCE_NUMBER: 46,
  /** A newer producer with the same transactional id has taken over, or the transaction timed out. */
  INVALID_PRODUCER_EPOCH: 47,
  /** The transaction is in a state that does not allow this. */
  INVALID_TXN_STATE: 48,
  /** The producer id is not the one that belongs to the transactional id, or that has expired. */
  INVALID_PRODUCER_ID_MAPPING: 49,
  /** The transaction timeout is above transaction.max.timeout.ms of the broker. */
  INVALID_TRANSACTION_TIMEOUT: 50,
  /** The previous transaction of the same transactional id is still being finished. Retriable. */
  CONCURRENT_TRANSACTIONS: 51,
  /** The transaction coordinator that sent this has been replaced by another. */
  TRANSACTION_COORDINATOR_FENCED: 52,
  /** The principal may not use this transactional id. */
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: 53,
  /** The broker has no authorizer, so there are no ACLs. */
  SECURITY_DISABLED: 54,
  /** The broker did not try this, because another part of the request failed. */
  OPERATION_NOT_ATTEMPTED: 55,
  /** The broker had an error of its disk in the log directory of the partition. Retriable. */
  KAFKA_STORAGE_ERROR: 56,
  /** The broker does not have this log directory. */
  LOG_DIR_NOT_FOUND: 57,
  /** The broker refused the credentials. */
  SASL_AUTHENTICATION_FAILED: 58,
  /** The broker holds no state of this producer id: its records have been deleted. */
  UNKNOWN_PRODUCER_ID: 59,
  /** The partition is being moved to other brokers. */
  REASSIGNMENT_IN_PROGRESS: 60,
  /** Delegation tokens are not enabled on the broker. */
  DELEGATION_TOKEN_AUTH_DISABLED: 61,
  /** The broker does not know this delegation token. */
  DELEGATION_TOKEN_NOT_FOUND: 62,
  /** The principal is neither the owner nor a renewer of the delegation token. */
  DELEGATION_TOKEN_OWNER_MISMATCH: 63,
  /** Delegation tokens need an authenticated connection that was not made with such a token. */
  DELEGATION_TOKEN_REQUEST_NOT_ALLOWED: 64,
  /** The principal may not do this with the delegation token. */
  DELEGATION_TOKEN_AUTHORIZATION_FAILED: 65,
  /** The delegation token has expired. */
  DELEGATION_TOKEN_EXPIRED: 66,
  /** The type of the principal is not supported. */
  INVALID_PRINCIPAL_TYPE: 67,
  /** The group has members, and must have none for this. */
  NON_EMPTY_GROUP: 68,
  /** There is no group of this id. */
  GROUP_ID_NOT_FOUND: 69,
  /** The broker has forgotten this fetch session: the next fetch must be a full one. Retriable. */
  FETCH_SESSION_ID_NOT_FOUND: 70,
  /** The epoch of the fetch session is not the next one: the next fetch must be a full one. Retriable. */
  INVALID_FETCH_SESSION_EPOCH: 71,
  /** The leader has no listener of the name that this connection came through. Retriable. */
  LISTENER_NOT_FOUND: 72,
  /** delete.topic.enable is false on the broker. */
  TOPIC_DELETION_DISABLED: 73,
  /** The leader epoch given is older than that of the broker: the metadata is out of date. Retriable. */
  FENCED_LEADER_EPOCH: 74,
  /** The leader epoch given is newer than that of the broker, which has yet to hear of it. Retriable. */
  UNKNOWN_LEADER_EPOCH: 75,
  /** The version of the request, or the topic, does not allow this compression. */
  UNSUPPORTED_COMPRESSION_TYPE: 76,
  /** The epoch of the broker is out of date: it has registered again since. */
  STALE_BROKER_EPOCH: 77,
  /** The leader was elected just now and does not know its high watermark yet. Retriable. */
  OFFSET_NOT_AVAILABLE: 78,
  /** The member has to join again with the member id that came with this answer. */
  MEMBER_ID_REQUIRED: 79,
  /** The preferred leader is not running or not in sync. Retriable. */
  PREFERRED_LEADER_NOT_AVAILABLE: 80,
  /** The group has as many members as group.max.size allows. */
  GROUP_MAX_SIZE_REACHED: 81,
  /** Another member with the same group instance id has taken over. */
  FENCED_INSTANCE_ID: 82,
  /** No replica that may become leader is available. Retriable. */
  ELIGIBLE_LEADERS_NOT_AVAILABLE: 83,
  /** The partition has the leader it should have. Retriable. */
  ELECTION_NOT_NEEDED: 84,
  /** The partition is not being moved. */
  NO_REASSIGNMENT_IN_PROGRESS: 85,
  /** A member of the group is subscribed to the topic, so that its offsets cannot be deleted. */
  GROUP_SUBSCRIBED_TO_TOPIC: 86,
  /** The broker refused a record of the batch, such as one without a key in a compacted topic. */
  INVALID_RECORD: 87,
  /** Offsets of the partition are part of a transaction that has not ended. Retriable. */
  UNSTABLE_OFFSET_COMMIT: 88,
  /** The quota is used up: wait for the throttle time of the answer. Retriable. */
  THROTTLING_QUOTA_EXCEEDED: 89,
  /** A newer producer with the same transactional id has taken over. */
  PRODUCER_FENCED: 90,
  /** There is no such resource. */
  RESOURCE_NOT_FOUND: 91,
  /** The resource is named twice in the request. */
  DUPLICATE_RESOURCE: 92,
  /** The credential is not acceptable, for example its iterations are out of range. */
  UNACCEPTABLE_CREDENTIAL: 93,
  /** The sender or the receiver is not one of the expected voters. */
  INCONSISTENT_VOTER_SET: 94,
  /** The version of the update is not valid. */
  INVALID_UPDATE_VERSION: 95,
  /** The finalized features could not be updated. */
  FEATURE_UPDATE_FAILED: 96,
  /** The forwarded principal could not be read. */
  PRINCIPAL_DESERIALIZATION_FAILURE: 97,
  /** There is no such snapshot. */
  SNAPSHOT_NOT_FOUND: 98,
  /** The position is not below the size of the snapshot. */
  POSITION_OUT_OF_RANGE: 99,
  /** The broker does not host a topic of this id, or has yet to hear of it. Retriable. */
  UNKNOWN_TOPIC_ID: 100,
  /** Another running broker has this broker id. */
  DUPLICATE_BROKER_REGISTRATION: 101,
  /** No broker of this id is registered. */
  BROKER_ID_NOT_REGISTERED: 102,
  /** The topic id is not the one in the log: the topic was deleted and made again. Retriable. */
  INCONSISTENT_TOPIC_ID: 103,
  /** The cluster id is not that of this cluster. */
  INCONSISTENT_CLUSTER_ID: 104,
  /** There is no such transactional id. */
  TRANSACTIONAL_ID_NOT_FOUND: 105,
  /** The fetch session mixes topic ids and topic names: the next fetch must be a full one. Retriable. */
  FETCH_SESSION_TOPIC_ID_ERROR: 106,
  /** The new in-sync replicas hold one that may not be among them. */
  INELIGIBLE_REPLICA: 107,
  /** The change was made, and a new leader was elected by it. */
  NEW_LEADER_ELECTED: 108,
  /** The offset is no longer on the disk of the broker but in tiered storage. */
  OFFSET_MOVED_TO_TIERED_STORAGE: 109,
  /** The epoch of the member is not the one that the coordinator has: the member has to join again. */
  FENCED_MEMBER_EPOCH: 110,
  /** Another member still uses this group instance id: it has to leave first. */
  UNRELEASED_INSTANCE_ID: 111,
  /** The broker does not have this assignor, or not one that every member supports. */
  UNSUPPORTED_ASSIGNOR: 112,
  /** The epoch of the member is out of date: ask again with the one from the last heartbeat. */
  STALE_MEMBER_EPOCH: 113,
  /** The request went to a broker where a controller was meant, or the other way round. */
  MISMATCHED_ENDPOINT_TYPE: 114,
  /** The broker does not know this type of endpoint. */
  UNSUPPORTED_ENDPOINT_TYPE: 115,
  /** There is no controller of this id. */
  UNKNOWN_CONTROLLER_ID: 116,
  /** The telemetry subscription is not the current one: ask for subscriptions again. */
  UNKNOWN_SUBSCRIPTION_ID: 117,
  /** The pushed metrics are larger than the broker takes. */
  TELEMETRY_TOO_LARGE: 118,
  /** The registration of the broker or controller is not valid. */
  INVALID_REGISTRATION: 119,
  /** The transaction has failed and must be aborted; the producer can go on with the next. */
  TRANSACTION_ABORTABLE: 120,
  /** The record is not in a state that allows this acknowledgement, such as one whose lock has expired. */
  INVALID_RECORD_STATE: 121,
  /** The broker has forgotten this share session. Retriable. */
  SHARE_SESSION_NOT_FOUND: 122,
  /** The epoch of the share session is not the next one. Retriable. */
  INVALID_SHARE_SESSION_EPOCH: 123,
  /** The state epoch of the share group partition is out of date. */
  FENCED_STATE_EPOCH: 124,
  /** The voter key is not that of the receiving controller. */
  INVALID_VOTER_KEY: 125,
  /** The voter is already one of the voters. */
  DUPLICATE_VOTER: 126,
  /** The voter is not one of the voters. */
  VOTER_NOT_FOUND: 127,
  /** The regular expression of the subscription is not valid (RE2J syntax is needed). */
  INVALID_REGULAR_EXPRESSION: 128,
  /** The client has to begin again with its bootstrap servers. */
  REBOOTSTRAP_REQUIRED: 129,
  /** The topology of the streams application is not valid. */
  STREAMS_INVALID_TOPOLOGY: 130,
  /** The epoch of the topology is not valid. */
  STREAMS_INVALID_TOPOLOGY_EPOCH: 131,
  /** The epoch of the topology is out of date. */
  STREAMS_TOPOLOGY_FENCED: 132,
  /** The broker has as many share sessions as it allows. Retriable. */
  SHARE_SESSION_LIMIT_REACHED: 133,
} as const

/** Kafka's name of an error code. */
export type ErrorName = keyof typeof ErrorCode

// Code -> name, whether a retry can help, meaning.
const errors: Readonly<Record<number, readonly [ErrorName, boolean, string]>> = {
  [-1]: ['UNKNOWN_SERVER_ERROR', false, 'The broker failed in a way it has no code for; its log says more.'],
  0: ['NONE', false, 'There is no error.'],
  1: ['OFFSET_OUT_OF_RANGE', false, 'The offset is before the first or after the last that the broker holds for the partition.'],
  2: ['CORRUPT_MESSAGE', true, 'The record batch was damaged: its checksum, size or a key missing from a compacted topic.'],
  3: ['UNKNOWN_TOPIC_OR_PARTITION', true, 'The broker does not host this topic partition, or it does not exist.'],
  4: ['INVALID_FETCH_SIZE', false, 'The fetch size asked for is not valid.'],
  5: ['LEADER_NOT_AVAILABLE', true, 'The partition has no leader now, because one is being elected.'],
  6: ['NOT_LEADER_OR_FOLLOWER', true, 'The broker is not the leader of the partition, or not a replica of it: the metadata is out of date.'],
  7: ['REQUEST_TIMED_OUT', true, 'The broker could not finish within the time that the request allows.'],
  8: ['BROKER_NOT_AVAILABLE', false, 'The broker that is needed is not running.'],
  9: ['REPLICA_NOT_AVAILABLE', true, 'The replica is not available on this broker now.'],
  10: ['MESSAGE_TOO_LARGE', false, 'The record batch is larger than max.message.bytes of the topic allows.'],
  11: ['STALE_CONTROLLER_EPOCH', false, 'The controller has moved to another broker.'],
  12: ['OFFSET_METADATA_TOO_LARGE', false, 'The metadata text of the committed offset is longer than offset.metadata.max.bytes.'],
  13: ['NETWORK_EXCEPTION', true, 'The connection was lost before the answer came.'],
  14: ['COORDINATOR_LOAD_IN_PROGRESS', true, 'The coordinator is still reading its state and cannot answer yet.'],
  15: ['COORDINATOR_NOT_AVAILABLE', true, 'There is no coordinator for this group or transactional id now.'],
  16: ['NOT_COORDINATOR', true, 'This broker is not the coordinator of the group or transactional id: look it up again.'],
  17: ['INVALID_TOPIC_EXCEPTION', false, 'The topic name is not valid, or the topic may not be written to.'],
  18: ['RECORD_LIST_TOO_LARGE', false, 'The record batch is larger than a segment of the log.'],
  19: ['NOT_ENOUGH_REPLICAS', true, 'Fewer replicas are in sync than min.insync.replicas asks for, and nothing was written.'],
  20: ['NOT_ENOUGH_REPLICAS_AFTER_APPEND', true, 'The records were written, but fewer replicas are in sync than min.insync.replicas asks for.'],
  21: ['INVALID_REQUIRED_ACKS', false, 'acks must be -1 (all), 0 or 1.'],
  22: ['ILLEGAL_GENERATION', false, 'The generation of the group is not the one given: the group has rebalanced since.'],
  23: ['INCONSISTENT_GROUP_PROTOCOL', false, 'The member shares no assignor, or no protocol type, with the other members of the group.'],
  24: ['INVALID_GROUP_ID', false, 'The group id is not valid.'],
  25: ['UNKNOWN_MEMBER_ID', false, 'The coordinator does not know this member: it was removed from the group and has to join again.'],
  26: ['INVALID_SESSION_TIMEOUT', false, 'The session timeout is outside group.min.session.timeout.ms and group.max.session.timeout.ms of the broker.'],
  27: ['REBALANCE_IN_PROGRESS', false, 'The group is rebalancing: the member has to join again.'],
  28: ['INVALID_COMMIT_OFFSET_SIZE', false, 'The offset to be committed is too large to be stored.'],
  29: ['TOPIC_AUTHORIZATION_FAILED', false, 'The principal may not do this with the topic.'],
  30: ['GROUP_AUTHORIZATION_FAILED', false, 'The principal may not do this with the group.'],
  31: ['CLUSTER_AUTHORIZATION_FAILED', false, 'The principal may not do this with the cluster.'],
  32: ['INVALID_TIMESTAMP', false, 'A record timestamp is further from the time of the broker than the topic allows.'],
  33: ['UNSUPPORTED_SASL_MECHANISM', false, 'The broker does not offer this SASL mechanism.'],
  34: ['ILLEGAL_SASL_STATE', false, 'The request is not allowed at this point of the SASL exchange.'],
  35: ['UNSUPPORTED_VERSION', false, 'The broker does not have this version of the API, or of a feature that the request uses.'],
  36: ['TOPIC_ALREADY_EXISTS', false, 'A topic of this name exists.'],
  37: ['INVALID_PARTITIONS', false, 'The number of partitions is not valid, or is less than the topic has.'],
  38: ['INVALID_REPLICATION_FACTOR', false, 'The replication factor is below 1 or above the number of brokers.'],
  39: ['INVALID_REPLICA_ASSIGNMENT', false, 'The assignment of replicas to brokers is not valid.'],
  40: ['INVALID_CONFIG', false, 'A configuration name or value is not valid.'],
  41: ['NOT_CONTROLLER', true, 'This broker is not the controller: ask the one that is.'],
  42: ['INVALID_REQUEST', false, 'The request contradicts itself or the protocol; the log of the broker says how.'],
  43: ['UNSUPPORTED_FOR_MESSAGE_FORMAT', false, 'The message format of the partition on the broker does not allow this.'],
  44: ['POLICY_VIOLATION', false, 'A policy that the cluster enforces forbids this.'],
  45: ['OUT_OF_ORDER_SEQUENCE_NUMBER', false, 'The sequence number of the batch does not follow the last one of this producer: a batch is missing.'],
  46: ['DUPLICATE_SEQUENCE_NUMBER', false, 'The broker has had a batch with this sequence number.'],
  47: ['INVALID_PRODUCER_EPOCH', false, 'A newer producer with the same transactional id has taken over, or the transaction timed out.'],
  48: ['INVALID_TXN_STATE', false, 'The transaction is in a state that does not allow this.'],
  49: ['INVALID_PRODUCER_ID_MAPPING', false, 'The producer id is not the one that belongs to the transactional id, or that has expired.'],
  50: ['INVALID_TRANSACTION_TIMEOUT', false, 'The transaction timeout is above transaction.max.timeout.ms of the broker.'],
  51: ['CONCURRENT_TRANSACTIONS', true, 'The previous transaction of the same transactional id is still being finished.'],
  52: ['TRANSACTION_COORDINATOR_FENCED', false, 'The transaction coordinator that sent this has been replaced by another.'],
  53: ['TRANSACTIONAL_ID_AUTHORIZATION_FAILED', false, 'The principal may not use this transactional id.'],
  54: ['SECURITY_DISABLED', false, 'The broker has no authorizer, so there are no ACLs.'],
  55: ['OPERATION_NOT_ATTEMPTED', false, 'The broker did not try this, because another part of the request failed.'],
  56: ['KAFKA_STORAGE_ERROR', true, 'The broker had an error of its disk in the log directory of the partition.'],
  57: ['LOG_DIR_NOT_FOUND', false, 'The broker does not have this log directory.'],
  58: ['SASL_AUTHENTICATION_FAILED', false, 'The broker refused the credentials.'],
  59: ['UNKNOWN_PRODUCER_ID', false, 'The broker holds no state of this producer id: its records have been deleted.'],
  60: ['REASSIGNMENT_IN_PROGRESS', false, 'The partition is being moved to other brokers.'],
  61: ['DELEGATION_TOKEN_AUTH_DISABLED', false, 'Delegation tokens are not enabled on the broker.'],
  62: ['DELEGATION_TOKEN_NOT_FOUND', false, 'The broker does not know this delegation token.'],
  63: ['DELEGATION_TOKEN_OWNER_MISMATCH', false, 'The principal is neither the owner nor a renewer of the delegation token.'],
  64: ['DELEGATION_TOKEN_REQUEST_NOT_ALLOWED', false, 'Delegation tokens need an authenticated connection that was not made with such a token.'],
  65: ['DELEGATION_TOKEN_AUTHORIZATION_FAILED', false, 'The principal may not do this with the delegation token.'],
  66: ['DELEGATION_TOKEN_EXPIRED', false, 'The delegation token has expired.'],
  67: ['INVALID_PRINCIPAL_TYPE', false, 'The type of the principal is not supported.'],
  68: ['NON_EMPTY_GROUP', false, 'The group has members, and must have none for this.'],
  69: ['GROUP_ID_NOT_FOUND', false, 'There is no group of this id.'],
  70: ['FETCH_SESSION_ID_NOT_FOUND', true, 'The broker has forgotten this fetch session: the next fetch must be a full one.'],
  71: ['INVALID_FETCH_SESSION_EPOCH', true, 'The epoch of the fetch session is not the next one: the next fetch must be a full one.'],
  72: ['LISTENER_NOT_FOUND', true, 'The leader has no listener of the name that this connection came through.'],
  73: ['TOPIC_DELETION_DISABLED', false, 'delete.topic.enable is false on the broker.'],
  74: ['FENCED_LEADER_EPOCH', true, 'The leader epoch given is older than that of the broker: the metadata is out of date.'],
  75: ['UNKNOWN_LEADER_EPOCH', true, 'The leader epoch given is newer than that of the broker, which has yet to hear of it.'],
  76: ['UNSUPPORTED_COMPRESSION_TYPE', false, 'The version of the request, or the topic, does not allow this compression.'],
  77: ['STALE_BROKER_EPOCH', false, 'The epoch of the broker is out of date: it has registered again since.'],
  78: ['OFFSET_NOT_AVAILABLE', true, 'The leader was elected just now and does not know its high watermark yet.'],
  79: ['MEMBER_ID_REQUIRED', false, 'The member has to join again with the member id that came with this answer.'],
  80: ['PREFERRED_LEADER_NOT_AVAILABLE', true, 'The preferred leader is not running or not in sync.'],
  81: ['GROUP_MAX_SIZE_REACHED', false, 'The group has as many members as group.max.size allows.'],
  82: ['FENCED_INSTANCE_ID', false, 'Another member with the same group instance id has taken over.'],
  83: ['ELIGIBLE_LEADERS_NOT_AVAILABLE', true, 'No replica that may become leader is available.'],
  84: ['ELECTION_NOT_NEEDED', true, 'The partition has the leader it should have.'],
  85: ['NO_REASSIGNMENT_IN_PROGRESS', false, 'The partition is not being moved.'],
  86: ['GROUP_SUBSCRIBED_TO_TOPIC', false, 'A member of the group is subscribed to the topic, so that its offsets cannot be deleted.'],
  87: ['INVALID_RECORD', false, 'The broker refused a record of the batch, such as one without a key in a compacted topic.'],
  88: ['UNSTABLE_OFFSET_COMMIT', true, 'Offsets of the partition are part of a transaction that has not ended.'],
  89: ['THROTTLING_QUOTA_EXCEEDED', true, 'The quota is used up: wait for the throttle time of the answer.'],
  90: ['PRODUCER_FENCED', false, 'A newer producer with the same transactional id has taken over.'],
  91: ['RESOURCE_NOT_FOUND', false, 'There is no such resource.'],
  92: ['DUPLICATE_RESOURCE', false, 'The resource is named twice in the request.'],
  93: ['UNACCEPTABLE_CREDENTIAL', false, 'The credential is not acceptable, for example its iterations are out of range.'],
  94: ['INCONSISTENT_VOTER_SET', false, 'The sender or the receiver is not one of the expected voters.'],
  95: ['INVALID_UPDATE_VERSION', false, 'The version of the update is not valid.'],
  96: ['FEATURE_UPDATE_FAILED', false, 'The finalized features could not be updated.'],
  97: ['PRINCIPAL_DESERIALIZATION_FAILURE', false, 'The forwarded principal could not be read.'],
  98: ['SNAPSHOT_NOT_FOUND', false, 'There is no such snapshot.'],
  99: ['POSITION_OUT_OF_RANGE', false, 'The position is not below the size of the snapshot.'],
  100: ['UNKNOWN_TOPIC_ID', true, 'The broker does not host a topic of this id, or has yet to hear of it.'],
  101: ['DUPLICATE_BROKER_REGISTRATION', false, 'Another running broker has this broker id.'],
  102: ['BROKER_ID_NOT_REGISTERED', false, 'No broker of this id is registered.'],
  103: ['INCONSISTENT_TOPIC_ID', true, 'The topic id is not the one in the log: the topic was deleted and made again.'],
  104: ['INCONSISTENT_CLUSTER_ID', false, 'The cluster id is not that of this cluster.'],
  105: ['TRANSACTIONAL_ID_NOT_FOUND', false, 'There is no such transactional id.'],
  106: ['FETCH_SESSION_TOPIC_ID_ERROR', true, 'The fetch session mixes topic ids and topic names: the next fetch must be a full one.'],
  107: ['INELIGIBLE_REPLICA', false, 'The new in-sync replicas hold one that may not be among them.'],
  108: ['NEW_LEADER_ELECTED', false, 'The change was made, and a new leader was elected by it.'],
  109: ['OFFSET_MOVED_TO_TIERED_STORAGE', false, 'The offset is no longer on the disk of the broker but in tiered storage.'],
  110: ['FENCED_MEMBER_EPOCH', false, 'The epoch of the member is not the one that the coordinator has: the member has to join again.'],
  111: ['UNRELEASED_INSTANCE_ID', false, 'Another member still uses this group instance id: it has to leave first.'],
  112: ['UNSUPPORTED_ASSIGNOR', false, 'The broker does not have this assignor, or not one that every member supports.'],
  113: ['STALE_MEMBER_EPOCH', false, 'The epoch of the member is out of date: ask again with the one from the last heartbeat.'],
  114: ['MISMATCHED_ENDPOINT_TYPE', false, 'The request went to a broker where a controller was meant, or the other way round.'],
  115: ['UNSUPPORTED_ENDPOINT_TYPE', false, 'The broker does not know this type of endpoint.'],
  116: ['UNKNOWN_CONTROLLER_ID', false, 'There is no controller of this id.'],
  117: ['UNKNOWN_SUBSCRIPTION_ID', false, 'The telemetry subscription is not the current one: ask for subscriptions again.'],
  118: ['TELEMETRY_TOO_LARGE', false, 'The pushed metrics are larger than the broker takes.'],
  119: ['INVALID_REGISTRATION', false, 'The registration of the broker or controller is not valid.'],
  120: ['TRANSACTION_ABORTABLE', false, 'The transaction has failed and must be aborted; the producer can go on with the next.'],
  121: ['INVALID_RECORD_STATE', false, 'The record is not in a state that allows this acknowledgement, such as one whose lock has expired.'],
  122: ['SHARE_SESSION_NOT_FOUND', true, 'The broker has forgotten this share session.'],
  123: ['INVALID_SHARE_SESSION_EPOCH', true, 'The epoch of the share session is not the next one.'],
  124: ['FENCED_STATE_EPOCH', false, 'The state epoch of the share group partition is out of date.'],
  125: ['INVALID_VOTER_KEY', false, 'The voter key is not that of the receiving controller.'],
  126: ['DUPLICATE_VOTER', false, 'The voter is already one of the voters.'],
  127: ['VOTER_NOT_FOUND', false, 'The voter is not one of the voters.'],
  128: ['INVALID_REGULAR_EXPRESSION', false, 'The regular expression of the subscription is not valid (RE2J syntax is needed).'],
  129: ['REBOOTSTRAP_REQUIRED', false, 'The client has to begin again with its bootstrap servers.'],
  130: ['STREAMS_INVALID_TOPOLOGY', false, 'The topology of the streams application is not valid.'],
  131: ['STREAMS_INVALID_TOPOLOGY_EPOCH', false, 'The epoch of the topology is not valid.'],
  132: ['STREAMS_TOPOLOGY_FENCED', false, 'The epoch of the topology is out of date.'],
  133: ['SHARE_SESSION_LIMIT_REACHED', true, 'The broker has as many share sessions as it allows.'],
}

/** Kafka's name of an error code, such as NOT_LEADER_OR_FOLLOWER; UNKNOWN_ERROR_ and the code where a newer broker has sent one not known here. */
export function errorName(code: number): string {
  return errors[code]?.[0] ?? `UNKNOWN_ERROR_${code}`
}

/** What an error code means, in one sentence. */
export function errorMessage(code: number): string {
  return errors[code]?.[2] ?? `The broker sent error code ${code}, which is not known here.`
}

/** Whether Kafka says of an error code that the same request can succeed later. */
export function isRetriableErrorCode(code: number): boolean {
  return errors[code]?.[1] ?? false
}
