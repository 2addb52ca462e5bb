import type { AwsCredentials } from './core/sasl/aws-signature.ts'
import type { OptionTable } from './option-table.ts'
import type { AccessToken } from './sasl/access-token.ts'
import type { Provided, SaslCredentials } from './sasl/credentials.ts'
import type { SaslMechanism } from './sasl/sasl-mechanism.ts'
import type { SocketFactory } from './transport/transport.ts'

/** The options about who we are, and whom we trust. `securityOptionTable` says what each does. */
export interface SecurityOptions {
  /** TLS or not, SASL or not. @default 'PLAINTEXT' */
  securityProtocol?: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'
  /** A mechanism by name, or one of your own. @default 'GSSAPI' */
  saslMechanism?: string | SaslMechanism
  /** Kafka's form of the credentials. */
  saslJaasConfig?: string
  /** For PLAIN and SCRAM. */
  saslUsername?: string
  /** For PLAIN and SCRAM. */
  saslPassword?: string
  /** For PLAIN and SCRAM: both at once, or a function that gives them for each connection. */
  saslCredentials?: Provided<SaslCredentials>
  /** For OAUTHBEARER: a token, or a function that gives one for each connection. */
  saslOauthbearerToken?: Provided<string | AccessToken>
  /** For OAUTHBEARER: where tokens come from. */
  saslOauthbearerTokenEndpointUrl?: string
  saslOauthbearerClientCredentialsClientId?: string
  saslOauthbearerClientCredentialsClientSecret?: string
  saslOauthbearerScope?: string
  /** @default false */
  saslOauthbearerHeaderUrlencode?: boolean
  /** @default 10000 */
  saslLoginConnectTimeoutMs?: number
  /** @default 10000 */
  saslLoginReadTimeoutMs?: number
  /** @default 100 */
  saslLoginRetryBackoffMs?: number
  /** @default 10000 */
  saslLoginRetryBackoffMaxMs?: number
  /** @default 0.8 */
  saslLoginRefreshWindowFactor?: number
  /** @default 0.05 */
  saslLoginRefreshWindowJitter?: number
  /** @default 60 */
  saslLoginRefreshMinPeriodSeconds?: number
  /** @default 300 */
  saslLoginRefreshBufferSeconds?: number
  /** For AWS_MSK_IAM. @default the environment */
  saslAwsCredentials?: Provided<AwsCredentials>
  /** For AWS_MSK_IAM. @default what the broker's name says */
  saslAwsRegion?: string
  /** Who vouches for brokers: a file. */
  sslTruststoreLocation?: string
  /** Who vouches for brokers: text in PEM. */
  sslTruststoreCertificates?: Provided<string>
  sslTruststorePassword?: string
  /** @default 'JKS' */
  sslTruststoreType?: string
  /** Our own key and certificate: a file. */
  sslKeystoreLocation?: string
  /** Our own key: text in PEM. */
  sslKeystoreKey?: Provided<string>
  /** Our own certificate: text in PEM. */
  sslKeystoreCertificateChain?: Provided<string>
  sslKeystorePassword?: string
  sslKeyPassword?: string
  /** @default 'JKS' */
  sslKeystoreType?: string
  /** @default 'https' */
  sslEndpointIdentificationAlgorithm?: string
  /** @default ['TLSv1.2', 'TLSv1.3'] */
  sslEnabledProtocols?: string | readonly string[]
  sslCipherSuites?: string | readonly string[]
  /** The name that the broker's certificate must have, and that is sent as SNI. @default the broker's host name */
  sslServerName?: string
  /** Makes the connection below TLS and Kafka. */
  socketFactory?: SocketFactory
  /** `socks5://user:password@host:port` or `http://...` */
  proxy?: string
}

const INT_MAX = 0x7fffffff
const STORE_TYPES = 'PEM and PKCS12 are read, whichever of them this says; a JKS store is refused with what to do.'

const saslTable = {
  securityProtocol: {
    kafkaName: 'security.protocol',
    type: 'enum',
    values: ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'],
    default: 'PLAINTEXT',
    importance: 'high',
    doc: 'How brokers are spoken to: without protection, with TLS (SSL), and with SASL on either. It has to fit the port.',
  },
  saslMechanism: {
    kafkaName: 'sasl.mechanism',
    type: 'any',
    default: 'GSSAPI',
    check: checkMechanism,
    importance: 'high',
    doc: "How the client says who it is: 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'OAUTHBEARER', 'AWS_MSK_IAM', or an object { name, authenticate } for any other, GSSAPI (Kerberos) included: see docs/security.md.",
  },
  saslJaasConfig: {
    kafkaName: 'sasl.jaas.config',
    type: 'string',
    secret: true,
    importance: 'medium',
    doc: "Credentials as Kafka's property files have them: the login module of PLAIN, SCRAM or OAUTHBEARER with its options, and a semicolon. What other options say comes first.",
  },
  saslUsername: {
    kafkaName: 'sasl.username',
    type: 'string',
    importance: 'medium',
    doc: "The user's name for PLAIN and SCRAM.",
  },
  saslPassword: {
    kafkaName: 'sasl.password',
    type: 'string',
    secret: true,
    importance: 'medium',
    doc: "The user's password for PLAIN and SCRAM.",
  },
  saslCredentials: {
    type: 'any',
    secret: true,
    importance: 'medium',
    doc: '{ username, password } for PLAIN and SCRAM, with tokenAuth: true for a delegation token; or a function, which may be asynchronous and is called for each connection and each re-authentication.',
  },
  saslOauthbearerToken: {
    type: 'any',
    secret: true,
    importance: 'medium',
    doc: 'The access token for OAUTHBEARER: a string, { value, expiresAtMs, extensions }, or a function that gives either, which may be asynchronous and is called for each connection and each re-authentication.',
  },
  saslOauthbearerTokenEndpointUrl: {
    kafkaName: 'sasl.oauthbearer.token.endpoint.url',
    type: 'string',
    importance: 'medium',
    doc: "The identity provider's token endpoint (https:), asked with the client credentials grant of OAuth 2; or a file: URL of a token that something else keeps fresh. Its certificate is checked by the ssl.* options of saslJaasConfig, else by those of the client, beside Node's own authorities.",
  },
  saslOauthbearerClientCredentialsClientId: {
    kafkaName: 'sasl.oauthbearer.client.credentials.client.id',
    type: 'string',
    importance: 'medium',
    doc: 'The client id for the token endpoint.',
  },
  saslOauthbearerClientCredentialsClientSecret: {
    kafkaName: 'sasl.oauthbearer.client.credentials.client.secret',
    type: 'string',
    secret: true,
    importance: 'medium',
    doc: 'The client secret for the token endpoint.',
  },
  saslOauthbearerScope: {
    kafkaName: 'sasl.oauthbearer.scope',
    type: 'string',
    importance: 'low',
    doc: 'The scope that the token endpoint is asked for.',
  },
  saslOauthbearerHeaderUrlencode: {
    kafkaName: 'sasl.oauthbearer.header.urlencode',
    type: 'boolean',
    default: false,
    importance: 'low',
    doc: 'Whether client id and secret are URL-encoded in the Authorization header (RFC 6749 wants it, many providers do not).',
  },
  saslAwsCredentials: {
    type: 'any',
    secret: true,
    importance: 'medium',
    doc: '{ accessKeyId, secretAccessKey, sessionToken } for AWS_MSK_IAM, or a function that gives them, such as a credential provider of the AWS SDK. Without it: the environment variables AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.',
  },
  saslAwsRegion: {
    type: 'string',
    importance: 'low',
    doc: "The AWS region for AWS_MSK_IAM. Without it: what the broker's name says, then AWS_REGION.",
  },
} as const satisfies Partial<OptionTable<SecurityOptions>>

const loginTable = {
  saslLoginConnectTimeoutMs: {
    kafkaName: 'sasl.login.connect.timeout.ms',
    type: 'int',
    default: 10_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'Longest wait for a connection to the token endpoint, in milliseconds. It and saslLoginReadTimeoutMs count together.',
  },
  saslLoginReadTimeoutMs: {
    kafkaName: 'sasl.login.read.timeout.ms',
    type: 'int',
    default: 10_000,
    min: 1,
    max: INT_MAX,
    importance: 'low',
    doc: 'Longest wait for the answer of the token endpoint, in milliseconds.',
  },
  saslLoginRetryBackoffMs: {
    kafkaName: 'sasl.login.retry.backoff.ms',
    type: 'int',
    default: 100,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'Wait before the token endpoint is asked again after a failure that may pass, in milliseconds; doubled with each.',
  },
  saslLoginRetryBackoffMaxMs: {
    kafkaName: 'sasl.login.retry.backoff.max.ms',
    type: 'int',
    default: 10_000,
    min: 0,
    max: INT_MAX,
    importance: 'low',
    doc: 'The most that these waits come to together, in milliseconds.',
  },
  saslLoginRefreshWindowFactor: {
    kafkaName: 'sasl.login.refresh.window.factor',
    type: 'number',
    default: 0.8,
    min: 0.5,
    max: 1,
    importance: 'low',
    doc: "The part of a token's life after which the next connection or re-authentication fetches a new one.",
  },
  saslLoginRefreshWindowJitter: {
    kafkaName: 'sasl.login.refresh.window.jitter',
    type: 'number',
    default: 0.05,
    min: 0,
    max: 0.25,
    importance: 'low',
    doc: 'The most that chance adds to saslLoginRefreshWindowFactor.',
  },
  saslLoginRefreshMinPeriodSeconds: {
    kafkaName: 'sasl.login.refresh.min.period.seconds',
    type: 'int',
    default: 60,
    min: 0,
    max: 900,
    importance: 'low',
    doc: 'A token is kept for so many seconds at least, where its life allows.',
  },
  saslLoginRefreshBufferSeconds: {
    kafkaName: 'sasl.login.refresh.buffer.seconds',
    type: 'int',
    default: 300,
    min: 0,
    max: 3600,
    importance: 'low',
    doc: 'A token is no longer used for so many seconds before it expires, where its life allows.',
  },
} as const satisfies Partial<OptionTable<SecurityOptions>>

const storeTable = {
  sslTruststoreLocation: {
    kafkaName: 'ssl.truststore.location',
    type: 'string',
    importance: 'high',
    doc: 'File of the certificates that vouch for brokers, in PEM or PKCS12. Read again when it changes, for the next connection. Without it, and without sslTruststoreCertificates, those of Node count (and NODE_EXTRA_CA_CERTS).',
  },
  sslTruststoreCertificates: {
    kafkaName: 'ssl.truststore.certificates',
    type: 'any',
    importance: 'high',
    doc: 'The certificates that vouch for brokers, as text in PEM, or a function that gives it for each connection.',
  },
  sslTruststorePassword: {
    kafkaName: 'ssl.truststore.password',
    type: 'string',
    secret: true,
    importance: 'high',
    doc: 'Password of a PKCS12 trust store.',
  },
  sslTruststoreType: {
    kafkaName: 'ssl.truststore.type',
    type: 'string',
    default: 'JKS',
    importance: 'medium',
    doc: `What kind of file the trust store is. ${STORE_TYPES}`,
  },
  sslKeystoreLocation: {
    kafkaName: 'ssl.keystore.location',
    type: 'string',
    importance: 'high',
    doc: "File of the client's own key and certificate chain, in PEM (both in one file) or PKCS12, for brokers that want a certificate (mTLS). Read again when it changes, for the next connection.",
  },
  sslKeystoreKey: {
    kafkaName: 'ssl.keystore.key',
    type: 'any',
    secret: true,
    importance: 'high',
    doc: "The client's own key, as text in PEM, or a function that gives it for each connection.",
  },
  sslKeystoreCertificateChain: {
    kafkaName: 'ssl.keystore.certificate.chain',
    type: 'any',
    importance: 'high',
    doc: "The client's own certificate and those that vouch for it, as text in PEM, or a function that gives it for each connection.",
  },
  sslKeystorePassword: {
    kafkaName: 'ssl.keystore.password',
    type: 'string',
    secret: true,
    importance: 'high',
    doc: 'Password of a PKCS12 key store.',
  },
  sslKeyPassword: {
    kafkaName: 'ssl.key.password',
    type: 'string',
    secret: true,
    importance: 'high',
    doc: "Password of the client's own key, where it is encrypted.",
  },
  sslKeystoreType: {
    kafkaName: 'ssl.keystore.type',
    type: 'string',
    default: 'JKS',
    importance: 'medium',
    doc: `What kind of file the key store is. ${STORE_TYPES}`,
  },
} as const satisfies Partial<OptionTable<SecurityOptions>>

/** The rows of SecurityOptions. */
export const securityOptionTable = {
  ...saslTable,
  ...loginTable,
  ...storeTable,
  sslEndpointIdentificationAlgorithm: {
    kafkaName: 'ssl.endpoint.identification.algorithm',
    type: 'string',
    default: 'https',
    check: (name: string) => (/^(https)?$/i.test(name) ? undefined : "must be 'https', or '' for no check"),
    importance: 'low',
    doc: "Whether the broker's certificate must be for the broker's host name: 'https' says yes, '' no. Without it anybody with a certificate can be the broker.",
  },
  sslEnabledProtocols: {
    kafkaName: 'ssl.enabled.protocols',
    type: 'list',
    default: ['TLSv1.2', 'TLSv1.3'],
    check: checkProtocols,
    importance: 'medium',
    doc: 'The versions of TLS that are spoken: a range of TLSv1, TLSv1.1, TLSv1.2 and TLSv1.3.',
  },
  sslCipherSuites: {
    kafkaName: 'ssl.cipher.suites',
    type: 'list',
    importance: 'low',
    doc: "The cipher suites that are allowed, by OpenSSL's names or by those of TLS (Java's). Without it: Node's.",
  },
  sslServerName: {
    type: 'string',
    importance: 'low',
    doc: "The name that a broker's certificate must have, and that is sent to it (SNI), where that is not the host name it is connected by.",
  },
  socketFactory: {
    type: 'function',
    importance: 'low',
    doc: 'Makes the byte stream to a broker: ({ host, port }) => a Duplex of Node, connected, or a promise of one. For tunnels of all kinds; TLS and Kafka go over it.',
  },
  proxy: {
    type: 'string',
    secret: true,
    importance: 'low',
    doc: 'Proxy through which brokers are reached: socks5://[user:password@]host[:port] or http://[user:password@]host[:port] (CONNECT). It looks up the names of brokers.',
  },
} as const satisfies OptionTable<SecurityOptions>

/** Properties of Kafka's clients about security that mean nothing here, or name Java classes. */
export const securityPropertyWithoutMeaning =
  /^(ssl\.(protocol|provider|keymanager\.algorithm|trustmanager\.algorithm|secure\.random\.implementation|engine\.factory\.class)|sasl\.(login\.class|login\.callback\.handler\.class|client\.callback\.handler\.class|kerberos\.[a-z.]+|oauthbearer\.(jwks|expected|clock|scope\.claim|sub\.claim|jwt)[a-z.]*))$/

function checkMechanism(mechanism: string | SaslMechanism): string | undefined {
  const isObject = typeof mechanism === 'object' && mechanism !== null
  if (typeof mechanism === 'string' && mechanism !== '') return undefined
  if (isObject && typeof mechanism.name === 'string' && typeof mechanism.authenticate === 'function') return undefined
  return 'must be the name of a mechanism, or an object { name, authenticate }'
}

const PROTOCOLS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']

function checkProtocols(protocols: string | readonly string[]): string | undefined {
  const isKnown = (protocols as readonly string[]).every((name) => PROTOCOLS.includes(name))
  return isKnown && protocols.length > 0 ? undefined : `must be of ${PROTOCOLS.join(', ')}`
}
