// What the consumer does about each error code at each step: the one place where error codes are sorted. What the table does not
// name follows its step's rule for retriable codes (Kafka's own mark) and for all others.
import {
  AuthorizationError,
  BrokerError,
  ErrorCode,
  errorName,
  FencedError,
  isRetriableErrorCode,
  type KafkaError,
} from '@odradek/protocol'

/** The step at which an error code came. */
export type Step =
  | 'join'
  | 'sync'
  | 'heartbeat'
  | 'group-heartbeat'
  | 'leave'
  | 'commit'
  | 'offset-fetch'
  | 'list-offsets'
  | 'leader-epoch'
  | 'fetch'
  | 'share-heartbeat'
  | 'share-fetch'
  | 'share-partition'
  | 'share-acknowledge'

/**
 * - `none`: no error, or one that changes nothing here.
 * - `retry`: the same again after a back-off.
 * - `find-coordinator`: ask who coordinates the group, then the same again.
 * - `use-member-id`: the answer holds the member id to join with (KIP-394).
 * - `rejoin`: give up in order what is owned, and join with the same member id.
 * - `rejoin-lost`: what was owned may belong to others already; join with the same member id.
 * - `rejoin-as-new`: the same, and the member id is no longer known.
 * - `refresh-metadata`: the leader is another or the topic unknown here: ask for metadata, then the same again.
 * - `reset-offset`: the position is outside of the partition: apply autoOffsetReset.
 * - `new-session`: the broker has forgotten the share session, and given its locks up: it begins anew.
 * - `reject`: whoever asked is told, out of the iterator or by the promise; the consumer can go on.
 * - `fatal`: thrown out of the iterator; only the user can remedy it.
 */
export type Reaction =
  | 'none'
  | 'retry'
  | 'find-coordinator'
  | 'use-member-id'
  | 'rejoin'
  | 'rejoin-lost'
  | 'rejoin-as-new'
  | 'refresh-metadata'
  | 'reset-offset'
  | 'new-session'
  | 'reject'
  | 'fatal'

interface StepRule {
  readonly api: string
  readonly retriable: Reaction
  readonly other: Reaction
  readonly codes: Readonly<Partial<Record<keyof typeof ErrorCode, Reaction>>>
}

const rules: Readonly<Record<Step, StepRule>> = {
  join: {
    api: 'JoinGroup',
    retriable: 'retry',
    other: 'fatal',
    codes: {
      COORDINATOR_NOT_AVAILABLE: 'find-coordinator',
      NOT_COORDINATOR: 'find-coordinator',
      COORDINATOR_LOAD_IN_PROGRESS: 'retry',
      MEMBER_ID_REQUIRED: 'use-member-id',
      UNKNOWN_MEMBER_ID: 'rejoin-as-new',
      ILLEGAL_GENERATION: 'rejoin-as-new',
      REBALANCE_IN_PROGRESS: 'retry',
    },
  },
  // A SyncGroup that failed says that the round is over: the next round begins with JoinGroup.
  sync: {
    api: 'SyncGroup',
    retriable: 'rejoin',
    other: 'fatal',
    codes: {
      COORDINATOR_NOT_AVAILABLE: 'find-coordinator',
      NOT_COORDINATOR: 'find-coordinator',
      REBALANCE_IN_PROGRESS: 'rejoin',
      ILLEGAL_GENERATION: 'rejoin-lost',
      UNKNOWN_MEMBER_ID: 'rejoin-as-new',
    },
  },
  heartbeat: {
    api: 'Heartbeat',
    retriable: 'retry',
    other: 'fatal',
    codes: {
      COORDINATOR_NOT_AVAILABLE: 'find-coordinator',
      NOT_COORDINATOR: 'find-coordinator',
      REBALANCE_IN_PROGRESS: 'rejoin',
      ILLEGAL_GENERATION: 'rejoin-lost',
      UNKNOWN_MEMBER_ID: 'rejoin-as-new',
    },
  },
  'group-heartbeat': {
    api: 'ConsumerGroupHeartbeat',
    retriable: 'retry',
    other: 'fatal',
    codes: {
      COORDINATOR_NOT_AVAILABLE: 'find-coordinator',
      NOT_COORDINATOR: 'find-coordinator',
      COORDINATOR_LOAD_IN_PROGRESS: 'retry',
      FENCED_MEMBER_EPOCH: 'rejoin-lost',
      UNKNOWN_MEMBER_ID: 'rejoin-lost',
      // Said, and tried again: rights may be given while the consumer runs.
      TOPIC_AUTHORIZATION_FAILED: 'reject',
    },
  },
  // Whoever leaves does not wait: the coordinator forgets a member that falls silent.
  leave: { api: 'LeaveGroup', retriable: 'none', other: 'none', codes: {} },
  commit: {
    api: 'OffsetCommit',
    retriable: 'retry',
    other: 'reject',
    codes: {
      COORDINATOR_NOT_AVAILABLE: 'find-coordinator',
      NOT_COORDINATOR: 'find-coordinator',
      REQUEST_TIMED_OUT: 'find-coordinator',
      REBALANCE_IN_PROGRESS: 'rejoin',
      ILLEGAL_GENERATION: 'rejoin-lost',
      // The next heartbeat brings the epoch to commit with (KIP-848).
      STALE_MEMBER_EPOCH: 'retry',
      UNKNOWN_MEMBER_ID: 'rejoin-as-new',
      FENCED_INSTANCE_ID: 'fatal',
      GROUP_AUTHORIZATION_FAILED: 'fatal',
    },
  },
  'offset-fetch': {
    api: 'OffsetFetch',
    retriable: 'retry',
    other: 'reject',
    codes: {
      COORDINATOR_NOT_AVAILABLE: 'find-coordinator',
      NOT_COORDINATOR: 'find-coordinator',
      ILLEGAL_GENERATION: 'rejoin-lost',
      STALE_MEMBER_EPOCH: 'retry',
      UNKNOWN_MEMBER_ID: 'rejoin-as-new',
      GROUP_AUTHORIZATION_FAILED: 'fatal',
    },
  },
  'list-offsets': {
    api: 'ListOffsets',
    retriable: 'refresh-metadata',
    other: 'reject',
    codes: {
      // The broker had no better name for what went wrong there: it may pass.
      UNKNOWN_SERVER_ERROR: 'retry',
    },
  },
  'leader-epoch': {
    api: 'OffsetForLeaderEpoch',
    retriable: 'refresh-metadata',
    other: 'reject',
    codes: { UNKNOWN_SERVER_ERROR: 'retry' },
  },
  fetch: {
    api: 'Fetch',
    retriable: 'refresh-metadata',
    other: 'reject',
    codes: {
      OFFSET_OUT_OF_RANGE: 'reset-offset',
      UNKNOWN_SERVER_ERROR: 'retry',
      CORRUPT_MESSAGE: 'reject',
      THROTTLING_QUOTA_EXCEEDED: 'retry',
    },
  },
  'share-heartbeat': {
    api: 'ShareGroupHeartbeat',
    retriable: 'retry',
    other: 'fatal',
    codes: {
      COORDINATOR_NOT_AVAILABLE: 'find-coordinator',
      NOT_COORDINATOR: 'find-coordinator',
      COORDINATOR_LOAD_IN_PROGRESS: 'retry',
      FENCED_MEMBER_EPOCH: 'rejoin-lost',
      UNKNOWN_MEMBER_ID: 'rejoin-lost',
      TOPIC_AUTHORIZATION_FAILED: 'reject',
    },
  },
  'share-fetch': {
    api: 'ShareFetch',
    retriable: 'retry',
    other: 'reject',
    codes: {
      SHARE_SESSION_NOT_FOUND: 'new-session',
      INVALID_SHARE_SESSION_EPOCH: 'new-session',
      SHARE_SESSION_LIMIT_REACHED: 'new-session',
      UNKNOWN_SERVER_ERROR: 'retry',
      GROUP_AUTHORIZATION_FAILED: 'fatal',
    },
  },
  'share-partition': {
    api: 'ShareFetch (a partition)',
    retriable: 'refresh-metadata',
    other: 'reject',
    codes: { UNKNOWN_SERVER_ERROR: 'retry', THROTTLING_QUOTA_EXCEEDED: 'retry' },
  },
  // A leader that has moved has lost its locks: what it was to be told is of no more use.
  'share-acknowledge': {
    api: 'ShareAcknowledge',
    retriable: 'retry',
    other: 'reject',
    codes: {
      SHARE_SESSION_NOT_FOUND: 'new-session',
      INVALID_SHARE_SESSION_EPOCH: 'new-session',
      NOT_LEADER_OR_FOLLOWER: 'reject',
      FENCED_LEADER_EPOCH: 'reject',
      UNKNOWN_TOPIC_OR_PARTITION: 'reject',
      UNKNOWN_TOPIC_ID: 'reject',
      GROUP_AUTHORIZATION_FAILED: 'fatal',
    },
  },
}

const codeNames = new Map<number, keyof typeof ErrorCode>()
for (const [name, code] of Object.entries(ErrorCode)) codeNames.set(code, name as keyof typeof ErrorCode)

/** One line of the table, as docs/errors.md prints it. */
export interface ErrorRule {
  readonly api: string
  /** The error code's name; undefined for a step's rule for all others. */
  readonly code: string | undefined
  readonly isRetriable: boolean
  readonly reaction: Reaction
}

/** The whole table, step by step: the codes that are named, then the rules for all others. */
export function errorRules(): ErrorRule[] {
  return Object.values(rules).flatMap(({ api, retriable, other, codes }) => [
    ...Object.entries(codes).map(([code, reaction]) => ({
      api,
      code,
      isRetriable: isRetriableErrorCode(ErrorCode[code as keyof typeof ErrorCode]),
      reaction,
    })),
    { api, code: undefined, isRetriable: true, reaction: retriable },
    { api, code: undefined, isRetriable: false, reaction: other },
  ])
}

/** What each reaction means to a user. */
export const reactionTexts: Readonly<Record<Reaction, string>> = {
  none: 'Nothing: it changes nothing here.',
  retry: 'The same again after a back-off.',
  'find-coordinator': 'The group’s coordinator is looked for, then the same again.',
  'use-member-id': 'The member joins with the id that came (KIP-394).',
  rejoin: 'What has to go is given up in order (`onRevoked`, commit), then the member joins again.',
  'rejoin-lost': 'What was owned may be others’ (`onLost`); the member joins again under its id.',
  'rejoin-as-new': 'What was owned may be others’ (`onLost`); the member joins again as a new one.',
  'refresh-metadata': 'Metadata is asked for, then the same again.',
  'reset-offset': '`autoOffsetReset` gives a new position; with `none` the consumer ends.',
  'new-session':
    'The share session begins anew; what was locked in it comes again, and acknowledgements that were to be told fail.',
  reject: 'Whoever asked is told: the promise rejects, or the loop throws once. The consumer can go on.',
  fatal: 'The consumer ends: thrown out of the loop, and out of every loop that follows. Only you can remedy it.',
}

/** Sorts an error code that came at a step. Codes that are not known yet count as not retriable. */
export function reactionTo(step: Step, errorCode: number): Reaction {
  if (errorCode === ErrorCode.NONE) return 'none'
  const rule = rules[step]
  const name = codeNames.get(errorCode)
  const listed = name === undefined ? undefined : rule.codes[name]
  return listed ?? (isRetriableErrorCode(errorCode) ? rule.retriable : rule.other)
}

/** The error that a user sees for a code. */
export function stepError(
  step: Step,
  errorCode: number,
  where: { groupId?: string; topic?: string; partition?: number; detail?: string } = {},
): KafkaError {
  const { api } = rules[step]
  const name = errorName(errorCode)
  if (errorCode === ErrorCode.GROUP_AUTHORIZATION_FAILED) {
    return new AuthorizationError(
      `${api}: this client may not use group ${where.groupId ?? ''}; it needs READ on the group`,
      {
        errorCode,
        errorName: name,
        ...(where.groupId === undefined ? {} : { resource: where.groupId }),
      },
    )
  }
  if (errorCode === ErrorCode.TOPIC_AUTHORIZATION_FAILED) {
    return new AuthorizationError(
      `${api}: this client may not read topic ${where.topic ?? ''}; it needs READ on the topic`,
      {
        errorCode,
        errorName: name,
        ...(where.topic === undefined ? {} : { resource: where.topic }),
      },
    )
  }
  if (errorCode === ErrorCode.FENCED_INSTANCE_ID) {
    return new FencedError(`${api}: another member joined group ${where.groupId ?? ''} with the same group instance id`)
  }
  return new BrokerError({
    api,
    errorCode,
    ...(where.topic === undefined ? {} : { topic: where.topic }),
    ...(where.partition === undefined ? {} : { partition: where.partition }),
    ...(where.detail === undefined ? {} : { detail: where.detail }),
  })
}
