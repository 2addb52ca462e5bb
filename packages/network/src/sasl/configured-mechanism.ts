// The SASL mechanism that a client's options say.
import { UsageError } from '@odradek/protocol'

import { scramMechanisms } from '../core/security/scram-mechanism.ts'
import type { NetworkConfig } from '../network-options.ts'
import type { AccessToken } from './access-token.ts'
import { awsMskIamMechanism } from './aws-msk-iam.ts'
import type { Provided, SaslCredentials } from './credentials.ts'
import { type JaasConfig, parseJaasConfig } from './jaas-config.ts'
import { oauthbearerMechanism } from './oauthbearer.ts'
import { oidcTokens, type OidcWorld } from './oidc-token.ts'
import { plainMechanism } from './plain.ts'
import type { SaslMechanism } from './sasl-mechanism.ts'
import { scramClientMechanism } from './scram.ts'
import { tokenEndpointFetch } from './token-endpoint-fetch.ts'

const KNOWN = ['PLAIN', ...scramMechanisms.map(({ name }) => name), 'OAUTHBEARER', 'AWS_MSK_IAM']

/** Undefined where the security protocol has no SASL. Throws UsageError where something is missing or not known. */
export function configuredMechanism(config: NetworkConfig, world: OidcWorld): SaslMechanism | undefined {
  const { securityProtocol, saslMechanism: given, saslJaasConfig } = config
  const jaas = saslJaasConfig === undefined ? undefined : parseJaasConfig(saslJaasConfig)
  if (!securityProtocol.startsWith('SASL_')) return undefined
  if (typeof given !== 'string') return given
  const name = given.toUpperCase()
  if (name === 'PLAIN') return plainMechanism(credentialsOf(config, jaas, name))
  const scram = scramMechanisms.find((mechanism) => mechanism.name === name)
  if (scram !== undefined) return scramClientMechanism(scram, credentialsOf(config, jaas, name))
  if (name === 'OAUTHBEARER') return oauthbearerMechanism(tokenOf(config, jaas, world))
  if (name === 'AWS_MSK_IAM') return awsMechanism(config, jaas)
  if (name === 'GSSAPI') {
    throw new UsageError(
      "option saslMechanism is 'GSSAPI', Kafka's default, which needs a Kerberos binding: give saslMechanism: gssapiMechanism({ initiate }), or another mechanism",
    )
  }
  throw new UsageError(
    `option saslMechanism: there is no mechanism '${given}', only ${KNOWN.join(', ')}; or give an object { name, authenticate }`,
  )
}

function credentialsOf(
  config: NetworkConfig,
  jaas: JaasConfig | undefined,
  mechanism: string,
): Provided<SaslCredentials> {
  if (config.saslCredentials !== undefined) return config.saslCredentials
  const username = config.saslUsername ?? jaas?.options['username']
  const password = config.saslPassword ?? jaas?.options['password']
  const isThere = (text: string | undefined) => text !== undefined && text !== ''
  if (!isThere(username) || !isThere(password)) {
    throw new UsageError(
      `${mechanism} needs the options saslUsername and saslPassword (or saslCredentials, or saslJaasConfig)`,
    )
  }
  const tokenAuth = jaas?.options['tokenauth']?.toLowerCase() === 'true'
  return { username: username!, password: password!, tokenAuth }
}

function tokenOf(
  config: NetworkConfig,
  jaas: JaasConfig | undefined,
  world: OidcWorld,
): Provided<string | AccessToken> {
  const options = jaas?.options ?? {}
  if (config.saslOauthbearerToken !== undefined) return config.saslOauthbearerToken
  const { saslOauthbearerTokenEndpointUrl: tokenEndpointUrl } = config
  if (tokenEndpointUrl === undefined) {
    const subject = options['unsecuredLoginStringClaim_sub']
    if (subject !== undefined) return () => unsecuredToken(subject, options, world)
    throw new UsageError('OAUTHBEARER needs the option saslOauthbearerToken or saslOauthbearerTokenEndpointUrl')
  }
  return oidcTokens(
    {
      tokenEndpointUrl,
      clientId: config.saslOauthbearerClientCredentialsClientId ?? options['clientId'],
      clientSecret: config.saslOauthbearerClientCredentialsClientSecret ?? options['clientSecret'],
      scope: config.saslOauthbearerScope ?? options['scope'],
      extensions: extensionsOf(options),
      headerUrlencode: config.saslOauthbearerHeaderUrlencode,
      connectTimeoutMs: config.saslLoginConnectTimeoutMs,
      readTimeoutMs: config.saslLoginReadTimeoutMs,
      retryBackoffMs: config.saslLoginRetryBackoffMs,
      retryBackoffMaxMs: config.saslLoginRetryBackoffMaxMs,
      refreshWindowFactor: config.saslLoginRefreshWindowFactor,
      refreshWindowJitter: config.saslLoginRefreshWindowJitter,
      refreshMinPeriodSeconds: config.saslLoginRefreshMinPeriodSeconds,
      refreshBufferSeconds: config.saslLoginRefreshBufferSeconds,
    },
    { ...world, fetch: tokenEndpointFetch(config, options) ?? world.fetch },
  )
}

function extensionsOf(options: JaasConfig['options']): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(options).filter(([name]) => name.startsWith('extension_'))
  return found.length === 0
    ? undefined
    : Object.fromEntries(found.map(([name, value]) => [name.slice('extension_'.length), value]))
}

/** The token without a signature that Kafka's OAuthBearerLoginModule makes for tests. */
function unsecuredToken(sub: string, options: JaasConfig['options'], { clock }: OidcWorld): AccessToken {
  const nowMs = clock.wallClockMs()
  const expiresAtMs = nowMs + Number(options['unsecuredLoginLifetimeSeconds'] ?? 3600) * 1000
  const part = (json: object) => Buffer.from(JSON.stringify(json), 'utf8').toString('base64url')
  const claims = { sub, iat: Math.floor(nowMs / 1000), exp: Math.floor(expiresAtMs / 1000) }
  const extensions = extensionsOf(options)
  return {
    value: `${part({ alg: 'none' })}.${part(claims)}.`,
    expiresAtMs,
    ...(extensions === undefined ? {} : { extensions }),
  }
}

function awsMechanism(
  { saslAwsCredentials, saslAwsRegion }: NetworkConfig,
  jaas: JaasConfig | undefined,
): SaslMechanism {
  const unsupported = Object.keys(jaas?.options ?? {}).find((name) => /^aws(Profile|Role)/.test(name))
  if (unsupported !== undefined && saslAwsCredentials === undefined) {
    throw new UsageError(
      `${unsupported} of sasl.jaas.config is not understood: give the option saslAwsCredentials a credential provider, such as fromIni() of the AWS SDK`,
    )
  }
  return awsMskIamMechanism({
    ...(saslAwsCredentials === undefined ? {} : { credentials: saslAwsCredentials }),
    ...(saslAwsRegion === undefined ? {} : { region: saslAwsRegion }),
  })
}
