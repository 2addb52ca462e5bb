// The SASL mechanisms of a listener, from its options.
import { encodeBase64, scramMechanisms } from '@odradek/network/internal'
import { UsageError } from '@odradek/protocol'
import type { BrokerState } from './core/broker-state.ts'
import { checkAccessToken, type AccessTokenRules } from './core/security/sasl/access-token.ts'
import { OauthbearerServer } from './core/security/sasl/oauthbearer-server.ts'
import { PlainServer } from './core/security/sasl/plain-server.ts'
import type { SaslServerFactory } from './core/security/sasl/sasl-server.ts'
import { ScramServer } from './core/security/sasl/scram-server.ts'
import type { OauthbearerOptions, SaslOptions } from './security-options.ts'

const NONCE_BYTES = 18

/** The mechanisms by name. Throws UsageError where one is not known. */
export function saslMechanisms(
  { mechanisms, oauthbearer = {} }: SaslOptions,
  users: Readonly<Record<string, string>>,
  state: BrokerState,
): ReadonlyMap<string, SaslServerFactory> {
  return new Map(mechanisms.map((name) => [name, factoryOf(name, oauthbearer, users, state)]))
}

function factoryOf(
  name: string,
  oauthbearer: OauthbearerOptions,
  users: Readonly<Record<string, string>>,
  state: BrokerState,
): SaslServerFactory {
  const { cryptography } = state.config.security
  const passwords = new Map(Object.entries(users))
  if (name === 'PLAIN') return () => new PlainServer(passwords, cryptography)
  const mechanism = scramMechanisms.find((known) => known.name === name)
  if (mechanism !== undefined) {
    const credentialOf = (user: string) => state.cluster.admin.scram.find(user, mechanism.type)
    const newNonce = () => encodeBase64(cryptography.randomBytes(NONCE_BYTES))
    return () => new ScramServer({ mechanism, cryptography, credentialOf, newNonce })
  }
  if (name === 'OAUTHBEARER') {
    const rules = tokenRules(oauthbearer)
    return () =>
      new OauthbearerServer((token, wallClockMs) => checkAccessToken(token, rules, wallClockMs, cryptography))
  }
  const known = ['PLAIN', ...scramMechanisms.map((scram) => scram.name), 'OAUTHBEARER']
  throw new UsageError(`Broker option sasl: there is no mechanism '${name}', only ${known.join(', ')}`)
}

function tokenRules(options: OauthbearerOptions): AccessTokenRules {
  const { jwks, unsecured = jwks === undefined, audience = [], issuer, subClaim = 'sub', scope = [] } = options
  const keys = jwks?.keys ?? []
  return { keys, unsecured, audience, issuer, subClaim, scope, clockSkewMs: options.clockSkewMs ?? 0 }
}
