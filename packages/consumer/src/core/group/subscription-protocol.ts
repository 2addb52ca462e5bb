// The bytes that members of a group send each other through the coordinator (protocol type "consumer"): an int16 version, then
// ConsumerProtocolSubscription or ConsumerProtocolAssignment. A reader takes newer versions for the latest that it knows.
import { ByteReader, ByteWriter, DecodeError } from '@odradek/bytes'
import type { MessageCodec, MessageInput } from '@odradek/protocol'
import {
  consumerProtocolAssignment,
  type ConsumerProtocolAssignment,
} from '@odradek/protocol/messages/consumer-protocol-assignment'
import {
  consumerProtocolSubscription,
  type ConsumerProtocolSubscription,
} from '@odradek/protocol/messages/consumer-protocol-subscription'

/** What the protocols of JoinGroup and SyncGroup are for. */
export const PROTOCOL_TYPE = 'consumer'

/** Encodes what a member wants to read and what it owns. */
export function encodeSubscription(
  subscription: MessageInput<ConsumerProtocolSubscription>,
  version = consumerProtocolSubscription.maxVersion,
): Uint8Array {
  return encodePrefixed(consumerProtocolSubscription, subscription, version)
}

/** Decodes a member's subscription. Throws DecodeError. */
export function decodeSubscription(bytes: Uint8Array): ConsumerProtocolSubscription {
  return decodePrefixed(consumerProtocolSubscription, bytes)
}

/** Encodes what the leader gives to a member. */
export function encodeAssignment(
  assignment: MessageInput<ConsumerProtocolAssignment>,
  version = consumerProtocolAssignment.maxVersion,
): Uint8Array {
  return encodePrefixed(consumerProtocolAssignment, assignment, version)
}

/** Decodes a member's assignment; no bytes at all are an empty assignment. Throws DecodeError. */
export function decodeAssignment(bytes: Uint8Array): ConsumerProtocolAssignment {
  if (bytes.length === 0) return { assignedPartitions: [], userData: null }
  return decodePrefixed(consumerProtocolAssignment, bytes)
}

function encodePrefixed<T>(codec: MessageCodec<T>, message: MessageInput<T>, version: number): Uint8Array {
  const writer = new ByteWriter()
  writer.writeInt16(version)
  codec.encode(writer, message, version)
  return writer.bytes()
}

function decodePrefixed<T>(codec: MessageCodec<T>, bytes: Uint8Array): T {
  const reader = new ByteReader(bytes)
  const version = reader.readInt16()
  if (version < 0) throw new DecodeError('malformed', `${codec.name} has version ${version}`, 0)
  return codec.decode(reader, Math.min(version, codec.maxVersion))
}
