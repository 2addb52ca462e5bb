// AlterUserScramCredentials 0 (KIP-554). One fault of a user refuses all that the request wants for that user.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { AlterUserScramCredentialsRequest } from '@odradek/protocol/messages/alter-user-scram-credentials-request'
import type { AlterUserScramCredentialsResponse } from '@odradek/protocol/messages/alter-user-scram-credentials-response'
import type { BrokerState } from '../../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'
import { scramCredential, ScramIterations, scramMechanisms } from '@odradek/network/internal'
import { type ScramCredentialChanged, storedCredential } from '../../security/scram-store.ts'

type Result = MessageInput<AlterUserScramCredentialsResponse['results'][number]>
type Upsertion = AlterUserScramCredentialsRequest['upsertions'][number]
type Deletion = AlterUserScramCredentialsRequest['deletions'][number]
type Fault = Pick<Result, 'errorCode' | 'errorMessage'>

/** Handles AlterUserScramCredentials. */
export function handleAlterUserScramCredentials(
  state: BrokerState,
  { body }: BrokerRequest<AlterUserScramCredentialsRequest>,
): Outcome<AlterUserScramCredentialsResponse> {
  const { deletions, upsertions } = body
  const { cryptography } = state.config.security
  const faults = new Map<string, Fault>()
  const users = [...deletions, ...upsertions].map(({ name }) => name)
  const keys = [...deletions, ...upsertions].map(({ name, mechanism }) => `${mechanism} ${name}`)
  const note = (user: string, fault: Fault | undefined) => {
    if (fault !== undefined && !faults.has(user)) faults.set(user, fault)
  }
  for (const deletion of deletions) note(deletion.name, deletionFault(state, deletion))
  for (const upsertion of upsertions) note(upsertion.name, upsertionFault(upsertion))
  for (const [index, user] of users.entries()) {
    // Kafka counts users, not pairs of user and mechanism.
    if (users.indexOf(user) !== index) faults.set(user, faults.get(user) ?? TWICE)
    if (keys.indexOf(keys[index]!) !== index) faults.set(user, faults.get(user) ?? TWICE)
  }
  const records: ScramCredentialChanged[] = []
  for (const { name: user, mechanism } of deletions) {
    if (!faults.has(user)) records.push({ type: 'scram-credential-changed', user, mechanism, credential: null })
  }
  for (const { name: user, mechanism: type, iterations, salt, saltedPassword } of upsertions) {
    if (faults.has(user)) continue
    const mechanism = scramMechanisms.find((known) => known.type === type)!
    const credential = storedCredential(scramCredential(cryptography, mechanism, saltedPassword, salt, iterations))
    records.push({ type: 'scram-credential-changed', user, mechanism: type, credential })
  }
  const results = [...new Set(users)].map((user): Result => ({ user, errorMessage: null, ...faults.get(user) }))
  return answer({ results }, records)
}

const TWICE: Fault = {
  errorCode: ErrorCode.DUPLICATE_RESOURCE,
  errorMessage: 'A user credential cannot be altered twice in the same request',
}

function unacceptable(errorMessage: string): Fault {
  return { errorCode: ErrorCode.UNACCEPTABLE_CREDENTIAL, errorMessage }
}

function nameFault(name: string, mechanism: number): Fault | undefined {
  if (name === '') return unacceptable('Username must not be empty')
  if (scramMechanisms.some(({ type }) => type === mechanism)) return undefined
  return { errorCode: ErrorCode.UNSUPPORTED_SASL_MECHANISM, errorMessage: 'Unknown SCRAM mechanism' }
}

function deletionFault({ cluster }: BrokerState, { name, mechanism }: Deletion): Fault | undefined {
  const fault = nameFault(name, mechanism)
  if (fault !== undefined || cluster.admin.scram.find(name, mechanism) !== undefined) return fault
  const errorMessage = 'Attempt to delete a user credential that does not exist'
  return { errorCode: ErrorCode.RESOURCE_NOT_FOUND, errorMessage }
}

function upsertionFault({ name, mechanism, iterations, saltedPassword }: Upsertion): Fault | undefined {
  const fault = nameFault(name, mechanism)
  if (fault !== undefined) return fault
  if (iterations < ScramIterations.LEAST) return unacceptable('Too few iterations')
  if (iterations > ScramIterations.MOST) return unacceptable('Too many iterations')
  return saltedPassword.length > 0 ? undefined : { errorCode: ErrorCode.UNKNOWN_SERVER_ERROR, errorMessage: null }
}
