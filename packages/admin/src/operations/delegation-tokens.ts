// Delegation tokens (KIP-48): what a program logs in with by SCRAM in place of its owner's password. All four are asked of any broker.
import { UsageError } from '@odradek/protocol'
import { createDelegationTokenApi } from '@odradek/protocol/apis/create-delegation-token'
import { describeDelegationTokenApi } from '@odradek/protocol/apis/describe-delegation-token'
import { expireDelegationTokenApi } from '@odradek/protocol/apis/expire-delegation-token'
import { renewDelegationTokenApi } from '@odradek/protocol/apis/renew-delegation-token'

import { runCall } from '../admin-call.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import { wholeMilliseconds } from '../whole-milliseconds.ts'

/** A delegation token. Times are in milliseconds since 1970. */
export interface DelegationToken {
  /** The user name of SCRAM. */
  readonly tokenId: string
  /** Secret: in base64 it is the password of SCRAM. */
  readonly hmac: Uint8Array
  /** With its type: `User:alice`. */
  readonly owner: string
  /** Who asked for it; undefined before Kafka 3.3, where that was the owner. */
  readonly tokenRequester: string | undefined
  readonly renewers: readonly string[]
  readonly issueTimestampMs: number
  readonly expiryTimestampMs: number
  readonly maxTimestampMs: number
}

/** What `createDelegationToken` may be told. */
export interface CreateDelegationTokenOptions extends CallOptions {
  /** Whose token it is, with its type: `User:alice` (KIP-373, Kafka 3.3). @default whoever this client is */
  readonly owner?: string
  /** Who may renew it as well, with their types. @default nobody */
  readonly renewers?: readonly string[]
  /** How long it can be renewed. @default the broker's delegation.token.max.lifetime.ms */
  readonly maxLifetimeMs?: number
}

/** Makes one. */
export function createDelegationToken(
  world: AdminWorld,
  options: CreateDelegationTokenOptions,
): Promise<DelegationToken> {
  const { owner, renewers = [], maxLifetimeMs = -1 } = options
  return runCall(world, 'createDelegationToken', options, async (call) => {
    const ownerPrincipal = owner === undefined ? undefined : principal(owner)
    const request = {
      renewers: renewers.map(principal),
      maxLifetimeMs: wholeMilliseconds(call.name, 'maxLifetimeMs', maxLifetimeMs),
      ...(ownerPrincipal === undefined
        ? {}
        : { ownerPrincipalType: ownerPrincipal.principalType, ownerPrincipalName: ownerPrincipal.principalName }),
    }
    const limits =
      owner === undefined ? {} : { minVersion: 3, minVersionFor: 'a token for another owner needs Kafka 3.3 or newer' }
    return driveOne(call, anyBroker, async (place) => {
      const answer = await call.send(place, createDelegationTokenApi, request, limits)
      return outcomeOf(answer.errorCode, { api: 'CreateDelegationToken' }, controllerReactions, () => ({
        tokenId: answer.tokenId,
        hmac: answer.hmac.slice(),
        owner: `${answer.principalType}:${answer.principalName}`,
        tokenRequester: requesterOf(answer),
        renewers,
        issueTimestampMs: Number(answer.issueTimestampMs),
        expiryTimestampMs: Number(answer.expiryTimestampMs),
        maxTimestampMs: Number(answer.maxTimestampMs),
      }))
    })
  })
}

/** What `renewDelegationToken` may be told. */
export interface RenewDelegationTokenOptions extends CallOptions {
  /** From now on. @default the broker's delegation.token.expiry.time.ms */
  readonly renewTimePeriodMs?: number
}

/** Gives the new time of expiry, in milliseconds since 1970. */
export function renewDelegationToken(
  world: AdminWorld,
  hmac: Uint8Array,
  options: RenewDelegationTokenOptions,
): Promise<number> {
  const { renewTimePeriodMs = -1 } = options
  return runCall(world, 'renewDelegationToken', options, async (call) => {
    const renewPeriodMs = wholeMilliseconds(call.name, 'renewTimePeriodMs', renewTimePeriodMs)
    return driveOne(call, anyBroker, async (place) => {
      const answer = await call.send(place, renewDelegationTokenApi, { hmac, renewPeriodMs })
      const context = { api: 'RenewDelegationToken' }
      return outcomeOf(answer.errorCode, context, controllerReactions, () => Number(answer.expiryTimestampMs))
    })
  })
}

/** What `expireDelegationToken` may be told. */
export interface ExpireDelegationTokenOptions extends CallOptions {
  /** From now on; negative: at once. @default -1 */
  readonly expiryTimePeriodMs?: number
}

/** Gives the new time of expiry, in milliseconds since 1970. */
export function expireDelegationToken(
  world: AdminWorld,
  hmac: Uint8Array,
  options: ExpireDelegationTokenOptions,
): Promise<number> {
  const { expiryTimePeriodMs = -1 } = options
  return runCall(world, 'expireDelegationToken', options, async (call) => {
    const request = {
      hmac,
      expiryTimePeriodMs: wholeMilliseconds(call.name, 'expiryTimePeriodMs', expiryTimePeriodMs),
    }
    return driveOne(call, anyBroker, async (place) => {
      const answer = await call.send(place, expireDelegationTokenApi, request)
      const context = { api: 'ExpireDelegationToken' }
      return outcomeOf(answer.errorCode, context, controllerReactions, () => Number(answer.expiryTimestampMs))
    })
  })
}

/** What `describeDelegationToken` may be told. */
export interface DescribeDelegationTokenOptions extends CallOptions {
  /** With their types: `User:alice`. @default all whose tokens this client may see */
  readonly owners?: readonly string[]
}

/** Gives the tokens of these owners. */
export function describeDelegationToken(
  world: AdminWorld,
  options: DescribeDelegationTokenOptions,
): Promise<readonly DelegationToken[]> {
  return runCall(world, 'describeDelegationToken', options, async (call) => {
    const request = { owners: options.owners?.map(principal) ?? null }
    return driveOne(call, anyBroker, async (place) => {
      const answer = await call.send(place, describeDelegationTokenApi, request)
      return outcomeOf(answer.errorCode, { api: 'DescribeDelegationToken' }, controllerReactions, () =>
        answer.tokens.map((token) => ({
          tokenId: token.tokenId,
          hmac: token.hmac.slice(),
          owner: `${token.principalType}:${token.principalName}`,
          tokenRequester: requesterOf(token),
          renewers: token.renewers.map(({ principalType, principalName }) => `${principalType}:${principalName}`),
          issueTimestampMs: Number(token.issueTimestamp),
          expiryTimestampMs: Number(token.expiryTimestamp),
          maxTimestampMs: Number(token.maxTimestamp),
        })),
      )
    })
  })
}

function principal(text: string): { readonly principalType: string; readonly principalName: string } {
  const [, principalType, principalName] = /^([^:]+):(.+)$/s.exec(text) ?? []
  if (principalType !== undefined && principalName !== undefined) return { principalType, principalName }
  throw new UsageError(`a principal is written with its type, such as User:alice, not ${text}`)
}

function requesterOf(token: {
  readonly tokenRequesterPrincipalType: string
  readonly tokenRequesterPrincipalName: string
}): string | undefined {
  const { tokenRequesterPrincipalType: type, tokenRequesterPrincipalName: name } = token
  return name === '' ? undefined : `${type}:${name}`
}
