// The rows of the APIs of share groups (KIP-932) and streams groups (KIP-1071).
import { alterShareGroupOffsetsApi } from '@odradek/protocol/apis/alter-share-group-offsets'
import { deleteShareGroupStateApi } from '@odradek/protocol/apis/delete-share-group-state'
import { deleteShareGroupOffsetsApi } from '@odradek/protocol/apis/delete-share-group-offsets'
import { describeShareGroupOffsetsApi } from '@odradek/protocol/apis/describe-share-group-offsets'
import { initializeShareGroupStateApi } from '@odradek/protocol/apis/initialize-share-group-state'
import { readShareGroupStateApi } from '@odradek/protocol/apis/read-share-group-state'
import { readShareGroupStateSummaryApi } from '@odradek/protocol/apis/read-share-group-state-summary'
import { shareAcknowledgeApi } from '@odradek/protocol/apis/share-acknowledge'
import { shareFetchApi } from '@odradek/protocol/apis/share-fetch'
import { shareGroupDescribeApi } from '@odradek/protocol/apis/share-group-describe'
import { shareGroupHeartbeatApi } from '@odradek/protocol/apis/share-group-heartbeat'
import { streamsGroupDescribeApi } from '@odradek/protocol/apis/streams-group-describe'
import { streamsGroupHeartbeatApi } from '@odradek/protocol/apis/streams-group-heartbeat'
import { writeShareGroupStateApi } from '@odradek/protocol/apis/write-share-group-state'
import { type AnyBrokerApi, speak } from './broker-api.ts'
import { groupLog, memberLog } from './coordination/group-answers.ts'
import { onceReplicated } from './coordination/once-replicated.ts'
import { shareStateLog } from './coordination/share-answers.ts'
import { handleShareAcknowledge } from './handlers/share-acknowledge.ts'
import { handleShareFetch } from './handlers/share-fetch.ts'
import { handleShareGroupDescribe } from './handlers/share-group-describe.ts'
import { handleShareGroupHeartbeat } from './handlers/share-group-heartbeat.ts'
import {
  handleAlterShareGroupOffsets,
  handleDeleteShareGroupOffsets,
  handleDescribeShareGroupOffsets,
} from './handlers/share-group-offsets.ts'
import {
  handleDeleteShareGroupState,
  handleInitializeShareGroupState,
  handleReadShareGroupState,
  handleReadShareGroupStateSummary,
  handleWriteShareGroupState,
} from './handlers/share-group-state.ts'
import { handleStreamsGroupDescribe, handleStreamsGroupHeartbeat } from './handlers/streams-groups.ts'

/** The rows of these APIs. */
export const shareApis: readonly AnyBrokerApi[] = [
  speak(shareGroupHeartbeatApi, 1, 1, onceReplicated(memberLog, handleShareGroupHeartbeat)),
  speak(shareGroupDescribeApi, 1, 1, handleShareGroupDescribe),
  speak(shareFetchApi, 1, 2, handleShareFetch),
  speak(shareAcknowledgeApi, 1, 2, handleShareAcknowledge),
  speak(initializeShareGroupStateApi, 0, 0, onceReplicated(shareStateLog, handleInitializeShareGroupState)),
  speak(readShareGroupStateApi, 0, 0, onceReplicated(shareStateLog, handleReadShareGroupState)),
  speak(writeShareGroupStateApi, 0, 1, onceReplicated(shareStateLog, handleWriteShareGroupState)),
  speak(deleteShareGroupStateApi, 0, 0, onceReplicated(shareStateLog, handleDeleteShareGroupState)),
  speak(readShareGroupStateSummaryApi, 0, 1, handleReadShareGroupStateSummary),
  speak(streamsGroupHeartbeatApi, 0, 0, handleStreamsGroupHeartbeat),
  speak(streamsGroupDescribeApi, 0, 0, handleStreamsGroupDescribe),
  speak(describeShareGroupOffsetsApi, 0, 1, handleDescribeShareGroupOffsets),
  speak(alterShareGroupOffsetsApi, 0, 0, onceReplicated(groupLog, handleAlterShareGroupOffsets)),
  speak(deleteShareGroupOffsetsApi, 0, 0, onceReplicated(groupLog, handleDeleteShareGroupOffsets)),
]
