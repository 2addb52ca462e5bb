// The options about who may connect and do what, with Kafka's names where it has them.
import type { OptionTable } from '@odradek/network'
import type { SecurityProtocol } from './core/security/client-session.ts'

/** An ACL to be there from the start; what is left out is Kafka's default of `kafka-acls`. */
export interface StartAcl {
  /** `User:alice`. */
  readonly principal: string
  readonly resourceType: 'topic' | 'group' | 'cluster' | 'transactional-id' | 'delegation-token' | 'user'
  /** Default: `kafka-cluster` for the cluster; `*` takes in all. */
  readonly resourceName?: string
  /** @default 'literal' */
  readonly patternType?: 'literal' | 'prefixed'
  /** Such as `read`, `write`, `describe-configs` or `all`. */
  readonly operation: string
  /** @default 'allow' */
  readonly permission?: 'allow' | 'deny'
  /** @default '*' */
  readonly host?: string
}

/** TLS of a listener: texts in PEM. */
export interface SslOptions {
  readonly key: string
  /** The certificate, followed by those that vouch for it. */
  readonly cert: string
  readonly passphrase?: string
  /** Who vouches for the certificates of clients. */
  readonly ca?: string | readonly string[]
  /** Whether clients show a certificate (`ssl.client.auth`). @default 'none' */
  readonly clientAuth?: 'none' | 'requested' | 'required'
  /** Makes names of the certificates' distinguished names (`ssl.principal.mapping.rules`). @default [] */
  readonly principalMappingRules?: readonly string[]
}

/** Access tokens that OAUTHBEARER takes. */
export interface OauthbearerOptions {
  /** Keys that may have signed, as a JWKS. */
  readonly jwks?: { readonly keys: readonly object[] }
  /** Whether tokens without a signature are taken. @default true where there is no `jwks` */
  readonly unsecured?: boolean
  readonly audience?: readonly string[]
  readonly issuer?: string
  /** @default 'sub' */
  readonly subClaim?: string
  readonly scope?: readonly string[]
  /** @default 0 */
  readonly clockSkewMs?: number
}

/** SASL of a listener. */
export interface SaslOptions {
  /** Of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 and OAUTHBEARER (`sasl.enabled.mechanisms`). */
  readonly mechanisms: readonly string[]
  readonly oauthbearer?: OauthbearerOptions
}

/** A port of the broker. */
export interface ListenerOptions {
  /** Its name (`SASL_SSL`, `INTERNAL` ...), which is told with the principal. */
  readonly name: string
  /** Default: the name, where it is one. */
  readonly protocol?: SecurityProtocol
  /** Default: the option `host`. */
  readonly host?: string
  /** @default 0 */
  readonly port?: number
  readonly advertisedHost?: string
  readonly advertisedPort?: number
  /** Default: the option `ssl`. */
  readonly ssl?: SslOptions
  /** Default: the option `sasl`. */
  readonly sasl?: SaslOptions
}

/** Who may connect and do what. */
export interface SecurityOptions {
  /** Ports, in place of the one of `host` and `port`; `bootstrapServers` is the first. */
  listeners?: readonly ListenerOptions[]
  /** TLS of the listeners that have it. Without `listeners` it makes the one port an SSL or SASL_SSL one. */
  ssl?: SslOptions
  /** SASL of the listeners that have it. Without `listeners` it makes the one port a SASL one. */
  sasl?: SaslOptions
  /** The passwords of users, for PLAIN and for SCRAM. */
  users?: Readonly<Record<string, string>>
  /** After so many ms a client must authenticate again; 0: never. @default 0 */
  connectionsMaxReauthMs?: number
  /** How long a client that has failed to authenticate waits to hear of it, in ms. @default 100 */
  connectionFailedAuthenticationDelayMs?: number
  /** A connection over which nothing has gone for so many ms is closed; below 0: never. @default 600000 */
  connectionsMaxIdleMs?: number
  /** Most connections; more wait. @default 2147483647 */
  maxConnections?: number
  /** Most connections from one address; more are closed. @default 2147483647 */
  maxConnectionsPerIp?: number
  /** While requests take so many bytes, no more are read; -1: no limit. @default -1 */
  queuedMaxRequestBytes?: number
  /** Whether ACLs are kept and enforced (Kafka's `authorizer.class.name`). @default false */
  authorizer?: boolean
  /** Principals who may do everything, such as `User:admin`. @default [] */
  superUsers?: readonly string[]
  /** Whether everybody may use what no ACL speaks of. @default false */
  allowEveryoneIfNoAclFound?: boolean
  /** ACLs from the start. @default [] */
  acls?: readonly StartAcl[]
}

/** All that there is to know about each of them. */
export const securityOptionTable = {
  listeners: {
    type: 'object',
    importance: 'medium',
    doc: 'Ports: { name, protocol, host, port, advertisedHost, advertisedPort, ssl, sasl }. Unless given, there is the one of host and port.',
  },
  ssl: {
    type: 'object',
    importance: 'medium',
    doc: 'TLS: { key, cert, passphrase, ca, clientAuth, principalMappingRules }, texts in PEM.',
  },
  sasl: {
    type: 'object',
    importance: 'medium',
    doc: 'SASL: { mechanisms, oauthbearer }, with mechanisms of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER.',
  },
  users: { type: 'object', default: {}, importance: 'medium', doc: 'The passwords of users, for PLAIN and for SCRAM.' },
  connectionsMaxReauthMs: {
    kafkaName: 'connections.max.reauth.ms',
    type: 'int',
    default: 0,
    min: 0,
    importance: 'low',
    doc: 'After so many milliseconds a SASL client must authenticate again, or is cut off; 0: never.',
  },
  connectionFailedAuthenticationDelayMs: {
    kafkaName: 'connection.failed.authentication.delay.ms',
    type: 'int',
    default: 100,
    min: 0,
    importance: 'low',
    doc: 'How long a client that has failed to authenticate waits to hear of it, in milliseconds.',
  },
  connectionsMaxIdleMs: {
    kafkaName: 'connections.max.idle.ms',
    type: 'int',
    default: 600_000,
    min: -1,
    importance: 'low',
    doc: 'A connection over which nothing has gone for so many milliseconds is closed; -1: never.',
  },
  maxConnections: {
    kafkaName: 'max.connections',
    type: 'int',
    default: 2_147_483_647,
    min: 0,
    importance: 'low',
    doc: 'The most connections that are served; others wait for one of them to close.',
  },
  maxConnectionsPerIp: {
    kafkaName: 'max.connections.per.ip',
    type: 'int',
    default: 2_147_483_647,
    min: 0,
    importance: 'low',
    doc: 'The most connections from one address; others are closed.',
  },
  queuedMaxRequestBytes: {
    kafkaName: 'queued.max.request.bytes',
    type: 'int',
    default: -1,
    importance: 'low',
    doc: 'While requests that are being answered take so many bytes, no more are read; -1: no limit.',
  },
  authorizer: {
    type: 'boolean',
    default: false,
    importance: 'medium',
    doc: 'Whether ACLs are kept and enforced. Without, everybody may do everything, and requests about ACLs are refused.',
  },
  superUsers: {
    kafkaName: 'super.users',
    type: 'list',
    default: [],
    importance: 'medium',
    doc: 'Principals who may do everything, whatever the ACLs say, such as User:admin.',
  },
  allowEveryoneIfNoAclFound: {
    kafkaName: 'allow.everyone.if.no.acl.found',
    type: 'boolean',
    default: false,
    importance: 'low',
    doc: 'Whether everybody may use a resource that no ACL speaks of.',
  },
  acls: {
    type: 'object',
    default: [],
    importance: 'medium',
    doc: 'ACLs to be there from the start: { principal, resourceType, resourceName, operation, permission, patternType, host }.',
  },
} satisfies OptionTable<SecurityOptions>
