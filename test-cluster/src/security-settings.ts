/** The broker settings of TLS, SASL and ACLs, for every version's way of writing them. */
import type { PlannedListener } from './listeners.ts'
import { superUsers } from './users.ts'
import type { Users } from './users.ts'
import { authorizerClass, hasFeature } from './version-features.ts'
import { isAtLeast } from './version-order.ts'
import type { KafkaVersion } from './versions.ts'

/** What the settings are made from. */
export interface SecurityPlan {
  readonly row: KafkaVersion
  readonly listeners: readonly PlannedListener[]
  readonly users: Users
  readonly acls: boolean
  /** Where a broker finds its stores; the names are those of `storeFiles`. */
  readonly securityFolder: string
  readonly tokens: 'unsecured' | 'signed'
  readonly tokenIssuer: string
  readonly tokenAudience: string
}

/** The files that a broker reads. */
export const storeFiles = {
  pemKeyStore: 'broker.pem',
  pemTrustStore: 'ca.pem',
  keyStore: 'broker.jks',
  trustStore: 'trust.jks',
  keySet: 'jwks.json',
  jaas: 'jaas.conf',
} as const

/** Protects the Java key stores, which cannot be without one. */
export const storePassword = 'test-store-password'

const plainLogin = (users: Users): string => {
  const quoted = Object.entries(users).map(([user, password]) => ` user_${user}=${JSON.stringify(password)}`)
  return `org.apache.kafka.common.security.plain.PlainLoginModule required${quoted.join('')};`
}

const scramLogin = 'org.apache.kafka.common.security.scram.ScramLoginModule required;'
// The broker needs a subject of its own, though it never logs in anywhere with it.
const tokenLogin =
  'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";'

const logins = (users: Users): Readonly<Record<string, string>> => ({
  PLAIN: plainLogin(users),
  'SCRAM-SHA-256': scramLogin,
  'SCRAM-SHA-512': scramLogin,
  OAUTHBEARER: tokenLogin,
})

/** The mechanisms of any listener. */
export const usedMechanisms = (listeners: readonly PlannedListener[]): string[] => [
  ...new Set(listeners.flatMap(({ sasl }) => sasl)),
]

/** Whether the logins have to be in a file that the JVM is pointed at. */
export const needsJaasFile = ({ row, listeners }: Pick<SecurityPlan, 'row' | 'listeners'>): boolean =>
  usedMechanisms(listeners).length > 0 && !hasFeature(row, 'listener-jaas')

/** The text of that file. SCRAM-SHA-256 and -512 share a login. */
export const jaasFile = ({ listeners, users }: SecurityPlan): string => {
  const lines = new Set(usedMechanisms(listeners).map((mechanism) => logins(users)[mechanism]))
  return `KafkaServer {\n  ${[...lines].join('\n  ')}\n};\n`
}

const tlsSettings = ({ row, listeners, securityFolder }: SecurityPlan): Record<string, string> => {
  const secured = listeners.filter(({ protocol }) => protocol.endsWith('SSL'))
  if (secured.length === 0) return {}
  const pem = hasFeature(row, 'pem-stores')
  const passwords = {
    'ssl.keystore.password': storePassword,
    'ssl.key.password': storePassword,
    'ssl.truststore.password': storePassword,
  }
  return {
    'ssl.keystore.type': pem ? 'PEM' : 'JKS',
    'ssl.keystore.location': `${securityFolder}/${pem ? storeFiles.pemKeyStore : storeFiles.keyStore}`,
    'ssl.truststore.type': pem ? 'PEM' : 'JKS',
    'ssl.truststore.location': `${securityFolder}/${pem ? storeFiles.pemTrustStore : storeFiles.trustStore}`,
    ...(pem ? {} : passwords),
    // Otherwise the principal is the whole distinguished name: User:CN=alice.
    ...(hasFeature(row, 'principal-mapping')
      ? { 'ssl.principal.mapping.rules': 'RULE:^CN=([^,]+).*$/$1/,DEFAULT' }
      : {}),
    ...(hasFeature(row, 'listener-jaas')
      ? Object.fromEntries(secured.map((listener) => [listenerKey(listener, 'ssl.client.auth'), listener.clientAuth]))
      : { 'ssl.client.auth': secured[0]!.clientAuth }),
  }
}

const listenerKey = ({ name }: PlannedListener, key: string): string => `listener.name.${name.toLowerCase()}.${key}`

const saslSettings = (plan: SecurityPlan): Record<string, string> => {
  const { row, listeners, users } = plan
  const mechanisms = usedMechanisms(listeners)
  if (mechanisms.length === 0) return {}
  if (!hasFeature(row, 'listener-jaas')) return { 'sasl.enabled.mechanisms': mechanisms.join(',') }
  const settings: Record<string, string> = {}
  for (const listener of listeners) {
    if (listener.sasl.length > 0) settings[listenerKey(listener, 'sasl.enabled.mechanisms')] = listener.sasl.join(',')
    for (const mechanism of listener.sasl) {
      settings[listenerKey(listener, `${mechanism.toLowerCase()}.sasl.jaas.config`)] = logins(users)[mechanism]!
      if (mechanism === 'OAUTHBEARER' && plan.tokens === 'signed') {
        const handler = listenerKey(listener, 'oauthbearer.sasl.server.callback.handler.class')
        settings[handler] = tokenValidatorClass(row)
      }
    }
  }
  return { ...settings, ...(mechanisms.includes('OAUTHBEARER') ? tokenSettings(plan) : {}) }
}

const tokenValidatorClass = ({ version }: KafkaVersion): string => {
  const place = 'org.apache.kafka.common.security.oauthbearer'
  return `${place}.${isAtLeast(version, '3.4') ? '' : 'secured.'}OAuthBearerValidatorCallbackHandler`
}

const tokenSettings = ({ tokens, securityFolder, tokenIssuer, tokenAudience }: SecurityPlan): Record<string, string> =>
  tokens === 'unsecured'
    ? {}
    : {
        'sasl.oauthbearer.jwks.endpoint.url': `file://${securityFolder}/${storeFiles.keySet}`,
        'sasl.oauthbearer.expected.issuer': tokenIssuer,
        'sasl.oauthbearer.expected.audience': tokenAudience,
      }

/** Flags of the JVM that the settings need. */
export const securityFlags = (plan: SecurityPlan): string[] => {
  const url = `file://${plan.securityFolder}/${storeFiles.keySet}`
  return [
    ...(needsJaasFile(plan) ? [`-Djava.security.auth.login.config=${plan.securityFolder}/${storeFiles.jaas}`] : []),
    // From 3.9.1 on brokers read only key sets that are named here too.
    ...(plan.tokens === 'signed' ? [`-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=${url}`] : []),
  ]
}

/** The settings that make a broker ask who a client is, and let it do what it may. */
export const securitySettings = (plan: SecurityPlan): Record<string, string> => ({
  ...tlsSettings(plan),
  ...saslSettings(plan),
  ...(plan.acls ? aclSettings(plan.row) : {}),
})

/** A controller alone holds the ACLs too, but has none of the listeners. */
export const aclSettings = (row: KafkaVersion): Record<string, string> => ({
  'authorizer.class.name': authorizerClass(row),
  'super.users': superUsers,
})
