// The options about who may connect and do what, with Kafka's names where it has them.
import type { OptionTable } from '@odradek/network'

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

/** Who may connect and do what. */
export interface SecurityOptions {
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
