// The states of a connection's SASL authentication (Kafka's SaslServerAuthenticator, KIP-43, KIP-152, KIP-368).
//
// state           | what comes                                  | how it is left
// versions        | ApiVersions or SaslHandshake                | either of them
// handshake       | SaslHandshake                               | a mechanism that there is -> requests or tokens
// requests        | SaslAuthenticate (after SaslHandshake 1)    | the mechanism is content -> done
// tokens          | bare tokens (after SaslHandshake 0)         | the mechanism is content -> done
// done            | any request but SaslAuthenticate            | SaslHandshake -> requests: the client authenticates again
// failed          | nothing more: the connection is closed after a while

/** Where an authentication is. */
export type AuthenticationState = 'versions' | 'handshake' | 'requests' | 'tokens' | 'done' | 'failed'

/** What may follow each state. */
export const authenticationMoves: Readonly<Record<AuthenticationState, readonly AuthenticationState[]>> = {
  versions: ['handshake', 'requests', 'tokens', 'failed'],
  handshake: ['requests', 'tokens', 'failed'],
  requests: ['done', 'failed'],
  tokens: ['done', 'failed'],
  done: ['requests', 'failed'],
  failed: [],
}
