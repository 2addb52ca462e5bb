import { nodeCryptography, ScramIterations, type ScramMechanism, scramMechanisms } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import { alterUserScramCredentialsApi } from '@odradek/protocol/apis/alter-user-scram-credentials'

import { runItemsCall } from '../admin-call.ts'
import type { AdminResults } from '../admin-results.ts'
import type { AdminWorld } from '../admin-world.ts'
import type { CallOptions } from '../call-options.ts'
import { collectOutcomes, controllerReactions, outcomeOf } from '../drivers/answers.ts'
import { driveItems } from '../drivers/drive-items.ts'
import { controller } from '../drivers/places.ts'
import type { ScramMechanismName } from './describe-user-scram-credentials.ts'

/** A user's SCRAM credential to set: with a password, which is salted and hashed here and does not leave this process; or, without, to delete. */
export interface ScramCredentialAlteration {
  readonly user: string
  readonly mechanism: ScramMechanismName
  /** undefined: the credential is deleted. */
  readonly password?: string | Uint8Array
  /** 4096 to 16384. @default 4096 */
  readonly iterations?: number
  /** @default 24 random bytes */
  readonly salt?: Uint8Array
}

/** An alteration as results name it: without the password. */
export interface AlteredScramCredential {
  readonly user: string
  readonly mechanism: ScramMechanismName
}

const SALT_BYTES = 24

/** Asked of the controller (KIP-554). Results and errors hold no password. */
export function alterUserScramCredentials(
  world: AdminWorld,
  alterations: readonly ScramCredentialAlteration[],
  options: CallOptions,
): AdminResults<AlteredScramCredential, void> {
  return runItemsCall(world, 'alterUserScramCredentials', alterations, options, async (call) => {
    const prepared = alterations.map(prepare)
    const upsertions = new Map(prepared.map(({ item, upsertion }) => [item, upsertion]))
    const wanted = prepared.map(({ item }) => item)
    return driveItems<AlteredScramCredential, void>(call, wanted, controller, async (items, place) => {
      const request = {
        upsertions: items.flatMap((item) => upsertions.get(item) ?? []),
        deletions: items
          .filter((item) => upsertions.get(item) === undefined)
          .map(({ user, mechanism }) => ({ name: user, mechanism: mechanismOf(mechanism).type })),
      }
      const { results } = await call.send(place, alterUserScramCredentialsApi, request)
      const byUser = new Map(results.map((result) => [result.user, result]))
      return collectOutcomes(
        items,
        'AlterUserScramCredentials',
        ({ user }) => byUser.get(user),
        ({ user }, { errorCode, errorMessage }) => {
          const context = { api: 'AlterUserScramCredentials', resource: `user ${user}`, detail: errorMessage }
          return outcomeOf(errorCode, context, controllerReactions, () => undefined)
        },
      )
    })
  })
}

function prepare({ user, mechanism, password, iterations = ScramIterations.LEAST, salt }: ScramCredentialAlteration) {
  const item: AlteredScramCredential = { user, mechanism }
  const { hash, type } = mechanismOf(mechanism)
  if (password === undefined) return { item, upsertion: undefined }
  if (password.length === 0) throw new UsageError(`the SCRAM password of user ${user} is empty`)
  if (!Number.isInteger(iterations) || iterations < ScramIterations.LEAST || iterations > ScramIterations.MOST)
    throw new UsageError(
      `iterations must be from ${ScramIterations.LEAST} to ${ScramIterations.MOST}, not ${iterations}`,
    )
  const chosenSalt = salt ?? nodeCryptography.randomBytes(SALT_BYTES)
  const bytes = typeof password === 'string' ? new TextEncoder().encode(password) : password
  const saltedPassword = nodeCryptography.saltedPassword(hash, bytes, chosenSalt, iterations)
  return { item, upsertion: { name: user, mechanism: type, iterations, salt: chosenSalt, saltedPassword } }
}

function mechanismOf(name: ScramMechanismName): ScramMechanism {
  const mechanism = scramMechanisms.find((each) => each.name === name)
  if (mechanism !== undefined) return mechanism
  throw new UsageError(
    `mechanism must be one of ${scramMechanisms.map((each) => each.name).join(', ')}, not ${String(name)}`,
  )
}
