import { ByteReader } from '@odradek/bytes'
import { decodeMessage, type MessageCodec } from '@odradek/protocol'
import { messageToJson, type JsonObject } from '@odradek/protocol/json'
import { kRaftVersionRecord } from '@odradek/protocol/messages/kraft-version-record'
import { leaderChangeMessage } from '@odradek/protocol/messages/leader-change-message'
import { snapshotFooterRecord } from '@odradek/protocol/messages/snapshot-footer-record'
import { snapshotHeaderRecord } from '@odradek/protocol/messages/snapshot-header-record'
import { votersRecord } from '@odradek/protocol/messages/voters-record'
import { type ControlRecordType, decodeControlRecordKey, decodeEndTxnMarker, type KafkaRecord } from '@odradek/records'

/** What a control record says. */
export interface ControlFacts {
  readonly type: ControlRecordType
  /** The number in the record's key. */
  readonly typeId: number
  /** Of `commit` and `abort`. */
  readonly coordinatorEpoch?: number
  /** Of those that belong to KRaft's metadata log: the record's name in Kafka's program, and its message. */
  readonly message?: ControlMessage
}

/** The message in a KRaft control record. */
export interface ControlMessage {
  readonly name: string
  readonly json: JsonObject
  /** As Kafka prints it: int64 fields are numbers. */
  readonly text: string
}

interface KRaftMessage {
  readonly name: string
  readonly codec: MessageCodec<never>
}

const KRAFT_MESSAGES: { readonly [T in ControlRecordType]?: KRaftMessage } = {
  'leader-change': { name: 'LeaderChange:', codec: leaderChangeMessage as MessageCodec<never> },
  'snapshot-header': { name: 'SnapshotHeader', codec: snapshotHeaderRecord as MessageCodec<never> },
  'snapshot-footer': { name: 'SnapshotFooter', codec: snapshotFooterRecord as MessageCodec<never> },
  'kraft-version': { name: 'KRaftVersion', codec: kRaftVersionRecord as MessageCodec<never> },
  'kraft-voters': { name: 'KRaftVoters', codec: votersRecord as MessageCodec<never> },
}

/** Reads a control record. Throws DecodeError where its key or its value is not what its type asks for. */
export function controlFactsOf({ key, value }: KafkaRecord): ControlFacts {
  const { type } = decodeControlRecordKey(key ?? new Uint8Array())
  const typeId = new ByteReader(key!, 2).readInt16()
  const content = value ?? new Uint8Array()
  if (type === 'commit' || type === 'abort') return { type, typeId, ...decodeEndTxnMarker(content) }
  const kraft = KRAFT_MESSAGES[type]
  return kraft === undefined ? { type, typeId } : { type, typeId, message: controlMessage(kraft, content) }
}

function controlMessage({ name, codec }: KRaftMessage, value: Uint8Array): ControlMessage {
  // Each of these messages begins with its own version.
  const version = Math.min(new ByteReader(value).readInt16(), codec.maxVersion)
  const message: object = decodeMessage(codec, value, version)
  const json = messageToJson(codec, message as never, version)
  let text = JSON.stringify(json)
  for (const [field, content] of Object.entries(message)) {
    if (typeof content === 'bigint') text = text.replace(`"${field}":"${content}"`, `"${field}":${content}`)
  }
  return { name, json, text }
}
