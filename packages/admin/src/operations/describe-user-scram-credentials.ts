import { scramMechanisms } from '@odradek/network/internal'
import { ErrorCode } from '@odradek/protocol'
import { describeUserScramCredentialsApi } from '@odradek/protocol/apis/describe-user-scram-credentials'

import { runCall } from '../admin-call.ts'
import { valuesOf } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { anyBrokerReactions, answerError, outcomeOf } from '../drivers/answers.ts'
import { driveOne } from '../drivers/drive-items.ts'
import { anyBroker } from '../drivers/places.ts'
import type { ItemResult } from '../item-result.ts'

/** A SCRAM mechanism that Kafka has. */
export type ScramMechanismName = 'SCRAM-SHA-256' | 'SCRAM-SHA-512'

/** A user and the SCRAM credentials that brokers keep of it: never a password, nor what is derived from one. */
export interface UserScramCredentials {
  readonly user: string
  readonly credentials: readonly { readonly mechanism: ScramMechanismName; readonly iterations: number }[]
}

/** What `describeUserScramCredentials` may be told. */
export interface DescribeUserScramCredentialsOptions extends CallOptions {
  /** @default all that have some */
  readonly users?: readonly string[]
}

/** Asked of any broker. Rejects with AdminItemsError where some users have none. */
export function describeUserScramCredentials(
  world: AdminWorld,
  options: DescribeUserScramCredentialsOptions,
): Promise<readonly UserScramCredentials[]> {
  return runCall(world, 'describeUserScramCredentials', options, async (call) => {
    const users = options.users?.map((name) => ({ name })) ?? null
    const api = 'DescribeUserScramCredentials'
    const results = await driveOne(call, anyBroker, async (place) => {
      const answer = await call.send(place, describeUserScramCredentialsApi, { users })
      return outcomeOf(answer.errorCode, { api, detail: answer.errorMessage }, anyBrokerReactions, () => answer.results)
    })
    const byUser = results.map(
      ({ user, errorCode, errorMessage, credentialInfos }): ItemResult<string, UserScramCredentials> => {
        if (errorCode !== ErrorCode.NONE)
          return { item: user, error: answerError(errorCode, { api, resource: `user ${user}`, detail: errorMessage }) }
        const credentials = credentialInfos.flatMap(({ mechanism, iterations }) => {
          const known = scramMechanisms.find(({ type }) => type === mechanism)
          return known === undefined ? [] : [{ mechanism: known.name as ScramMechanismName, iterations }]
        })
        return { item: user, value: { user, credentials } }
      },
    )
    return valuesOf(call.name, byUser)
  })
}
