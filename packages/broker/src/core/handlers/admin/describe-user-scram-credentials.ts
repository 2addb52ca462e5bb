// DescribeUserScramCredentials 0 (KIP-554): which mechanisms users have, never what they have there.
import { ErrorCode, type MessageInput } from '@odradek/protocol'
import type { DescribeUserScramCredentialsRequest } from '@odradek/protocol/messages/describe-user-scram-credentials-request'
import type { DescribeUserScramCredentialsResponse } from '@odradek/protocol/messages/describe-user-scram-credentials-response'
import type { BrokerState } from '../../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'

type Result = MessageInput<DescribeUserScramCredentialsResponse['results'][number]>

/** Handles DescribeUserScramCredentials. */
export function handleDescribeUserScramCredentials(
  { cluster }: BrokerState,
  { body }: BrokerRequest<DescribeUserScramCredentialsRequest>,
): Outcome<DescribeUserScramCredentialsResponse> {
  const { scram } = cluster.admin
  const named = body.users?.map(({ name }) => name) ?? []
  const users = named.length === 0 ? scram.users() : [...new Set(named)]
  const results = users.map((user): Result => {
    if (named.indexOf(user) !== named.lastIndexOf(user)) {
      const errorMessage = `Cannot describe SCRAM credentials for the same user twice in a single request: ${user}`
      return { user, errorCode: ErrorCode.DUPLICATE_RESOURCE, errorMessage }
    }
    const credentials = scram.ofUser(user)
    if (credentials === undefined) {
      const errorMessage = `Attempt to describe a user credential that does not exist: ${user}`
      return { user, errorCode: ErrorCode.RESOURCE_NOT_FOUND, errorMessage }
    }
    const credentialInfos = [...credentials].map(([mechanism, { iterations }]) => ({ mechanism, iterations }))
    return { user, errorMessage: '', credentialInfos }
  })
  return answer({ errorMessage: '', results })
}
