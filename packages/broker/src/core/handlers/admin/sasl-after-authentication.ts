// SaslHandshake and SaslAuthenticate where there is nothing to authenticate: the connection sees to those that mean it.
import { ErrorCode } from '@odradek/protocol'
import type { SaslAuthenticateResponse } from '@odradek/protocol/messages/sasl-authenticate-response'
import type { SaslHandshakeResponse } from '@odradek/protocol/messages/sasl-handshake-response'
import { answer, type Outcome } from '../../request.ts'

/** Handles SaslHandshake 0-1. */
export function handleSaslHandshake(): Outcome<SaslHandshakeResponse> {
  return answer({ errorCode: ErrorCode.ILLEGAL_SASL_STATE })
}

/** Handles SaslAuthenticate 0-2. */
export function handleSaslAuthenticate(): Outcome<SaslAuthenticateResponse> {
  const errorMessage = 'SaslAuthenticate request received after successful authentication'
  return answer({ errorCode: ErrorCode.ILLEGAL_SASL_STATE, errorMessage })
}
