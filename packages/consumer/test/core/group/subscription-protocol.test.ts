import { DecodeError } from '@odradek/bytes'
import { type MessageInput } from '@odradek/protocol'
import type { ConsumerProtocolAssignment } from '@odradek/protocol/messages/consumer-protocol-assignment'
import type { ConsumerProtocolSubscription } from '@odradek/protocol/messages/consumer-protocol-subscription'
import { readGolden } from '@odradek/test-kit'
import test from 'ava'
import {
  decodeAssignment,
  decodeSubscription,
  encodeAssignment,
  encodeSubscription,
} from '../../../src/core/group/subscription-protocol.ts'

interface GoldenMessage {
  version: number
  case: string
  json: Record<string, unknown>
  prefixedHex: string
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The corpus writes bytes as base64. */
function message(json: Record<string, unknown>): Record<string, unknown> {
  const { userData } = json
  const bytes = typeof userData === 'string' ? Uint8Array.from(atob(userData), (char) => char.charCodeAt(0)) : userData
  return { ...json, userData: bytes }
}

for (const golden of readGolden<GoldenMessage>('messages/ConsumerProtocolSubscription.jsonl')) {
  test(`a subscription has Kafka's bytes: version ${golden.version}, ${golden.case}`, (t) => {
    const expected = message(golden.json)
    const bytes = encodeSubscription(expected as MessageInput<ConsumerProtocolSubscription>, golden.version)
    t.is(toHex(bytes), golden.prefixedHex)
    const decoded = decodeSubscription(fromHex(golden.prefixedHex)) as unknown as Record<string, unknown>
    for (const [name, value] of Object.entries(expected)) t.deepEqual(decoded[name], value, name)
  })
}

for (const golden of readGolden<GoldenMessage>('messages/ConsumerProtocolAssignment.jsonl')) {
  test(`an assignment has Kafka's bytes: version ${golden.version}, ${golden.case}`, (t) => {
    const expected = message(golden.json)
    const bytes = encodeAssignment(expected as MessageInput<ConsumerProtocolAssignment>, golden.version)
    t.is(toHex(bytes), golden.prefixedHex)
    const decoded = decodeAssignment(fromHex(golden.prefixedHex)) as unknown as Record<string, unknown>
    for (const [name, value] of Object.entries(expected)) t.deepEqual(decoded[name], value, name)
  })
}

test('a version from the future is read as the latest that is known, and what follows is passed over', (t) => {
  const bytes = encodeSubscription({ topics: ['orders'] })
  const future = new Uint8Array([...bytes, 1, 2, 3])
  future[1] = 9
  t.deepEqual(decodeSubscription(future).topics, ['orders'])
})

test('an assignment of no bytes is empty: the leader left the member out', (t) => {
  t.deepEqual(decodeAssignment(new Uint8Array()).assignedPartitions, [])
})

test('every truncation of a subscription is refused with a DecodeError', (t) => {
  const bytes = encodeSubscription({
    topics: ['orders', 'payments'],
    ownedPartitions: [{ topic: 'orders', partitions: [1, 2] }],
  })
  for (let length = 0; length < bytes.length; length++) {
    t.throws(() => decodeSubscription(bytes.subarray(0, length)), { instanceOf: DecodeError }, `${length} bytes`)
  }
})

test('a version below zero is refused', (t) => {
  t.throws(() => decodeSubscription(new Uint8Array([255, 255, 0, 0, 0, 0])), { instanceOf: DecodeError })
})
