// Create-, Renew-, Expire- and DescribeDelegationToken, as a Kafka without `delegation.token.secret.key` answers them (KIP-48).
import { ErrorCode } from '@odradek/protocol'
import type { CreateDelegationTokenRequest } from '@odradek/protocol/messages/create-delegation-token-request'
import type { CreateDelegationTokenResponse } from '@odradek/protocol/messages/create-delegation-token-response'
import type { DescribeDelegationTokenResponse } from '@odradek/protocol/messages/describe-delegation-token-response'
import type { ExpireDelegationTokenResponse } from '@odradek/protocol/messages/expire-delegation-token-response'
import type { RenewDelegationTokenResponse } from '@odradek/protocol/messages/renew-delegation-token-response'
import type { BrokerState } from '../../broker-state.ts'
import { answer, type BrokerRequest, type Outcome } from '../../request.ts'
import { ANONYMOUS, type ClientSession } from '../../security/client-session.ts'

const OWNERS_SINCE = 3

/** Nobody gets a token for somebody whom the broker does not know. */
function refusal(session: ClientSession | undefined): number {
  const isKnown = session !== undefined && session.securityProtocol !== 'PLAINTEXT' && session.principal !== ANONYMOUS
  return isKnown ? ErrorCode.DELEGATION_TOKEN_AUTH_DISABLED : ErrorCode.DELEGATION_TOKEN_REQUEST_NOT_ALLOWED
}

/** Handles CreateDelegationToken 1-3. */
export function handleCreateDelegationToken(
  _state: BrokerState,
  { body, session, version }: BrokerRequest<CreateDelegationTokenRequest>,
): Outcome<CreateDelegationTokenResponse> {
  const [type, ...name] = (session?.principal ?? ANONYMOUS).split(':')
  const named = { tokenRequesterPrincipalType: type!, tokenRequesterPrincipalName: name.join(':') }
  const requester = version >= OWNERS_SINCE ? named : {}
  const owner =
    body.ownerPrincipalName === null || body.ownerPrincipalName === ''
      ? { principalType: type!, principalName: name.join(':') }
      : { principalType: body.ownerPrincipalType ?? '', principalName: body.ownerPrincipalName }
  const times = { issueTimestampMs: -1n, expiryTimestampMs: -1n, maxTimestampMs: -1n }
  return answer({ errorCode: refusal(session), ...owner, ...requester, ...times })
}

/** Handles RenewDelegationToken 1-2. */
export function handleRenewDelegationToken(
  _state: BrokerState,
  { session }: BrokerRequest<object>,
): Outcome<RenewDelegationTokenResponse> {
  return answer({ errorCode: refusal(session), expiryTimestampMs: -1n })
}

/** Handles ExpireDelegationToken 1-2. */
export function handleExpireDelegationToken(
  _state: BrokerState,
  { session }: BrokerRequest<object>,
): Outcome<ExpireDelegationTokenResponse> {
  return answer({ errorCode: refusal(session), expiryTimestampMs: -1n })
}

/** Handles DescribeDelegationToken 1-3. */
export function handleDescribeDelegationToken(
  _state: BrokerState,
  { session }: BrokerRequest<object>,
): Outcome<DescribeDelegationTokenResponse> {
  return answer({ errorCode: refusal(session), tokens: [] })
}
