// Kafka's names for what ACLs speak of, as its tools write them (org.apache.kafka.common.acl, common.resource).
import { UsageError } from '@odradek/protocol'

import { codeNames, type CodeNames } from './code-names.ts'

/** What may be done. ANY is for filters alone; UNKNOWN is what a newer broker has and this client does not know. */
export type AclOperation =
  | 'UNKNOWN'
  | 'ANY'
  | 'ALL'
  | 'READ'
  | 'WRITE'
  | 'CREATE'
  | 'DELETE'
  | 'ALTER'
  | 'DESCRIBE'
  | 'CLUSTER_ACTION'
  | 'DESCRIBE_CONFIGS'
  | 'ALTER_CONFIGS'
  | 'IDEMPOTENT_WRITE'
  | 'CREATE_TOKENS'
  | 'DESCRIBE_TOKENS'
  | 'TWO_PHASE_COMMIT'

/** What it is done to. */
export type AclResourceType =
  'UNKNOWN' | 'ANY' | 'TOPIC' | 'GROUP' | 'CLUSTER' | 'TRANSACTIONAL_ID' | 'DELEGATION_TOKEN' | 'USER'

/** How a resource's name is meant. MATCH (all patterns that hold for a name) and ANY are for filters alone. */
export type AclPatternType = 'UNKNOWN' | 'ANY' | 'MATCH' | 'LITERAL' | 'PREFIXED'

/** Whether it is allowed; DENY goes before ALLOW. */
export type AclPermissionType = 'UNKNOWN' | 'ANY' | 'DENY' | 'ALLOW'

/** Numbers of operations. */
export const aclOperations: CodeNames<AclOperation> = codeNames({
  UNKNOWN: 0,
  ANY: 1,
  ALL: 2,
  READ: 3,
  WRITE: 4,
  CREATE: 5,
  DELETE: 6,
  ALTER: 7,
  DESCRIBE: 8,
  CLUSTER_ACTION: 9,
  DESCRIBE_CONFIGS: 10,
  ALTER_CONFIGS: 11,
  IDEMPOTENT_WRITE: 12,
  CREATE_TOKENS: 13,
  DESCRIBE_TOKENS: 14,
  TWO_PHASE_COMMIT: 15,
})

/** Numbers of resource types. */
export const aclResourceTypes: CodeNames<AclResourceType> = codeNames({
  UNKNOWN: 0,
  ANY: 1,
  TOPIC: 2,
  GROUP: 3,
  CLUSTER: 4,
  TRANSACTIONAL_ID: 5,
  DELEGATION_TOKEN: 6,
  USER: 7,
})

/** Numbers of pattern types. */
export const aclPatternTypes: CodeNames<AclPatternType> = codeNames({
  UNKNOWN: 0,
  ANY: 1,
  MATCH: 2,
  LITERAL: 3,
  PREFIXED: 4,
})

/** Numbers of permission types. */
export const aclPermissionTypes: CodeNames<AclPermissionType> = codeNames({ UNKNOWN: 0, ANY: 1, DENY: 2, ALLOW: 3 })

/** What brokers say where they were not asked for authorized operations. */
const NOT_ASKED = -0x80000000

/** The operations of a bit field (KIP-430); undefined where there is none. */
export function authorizedOperations(bits: number): readonly AclOperation[] | undefined {
  if (bits === NOT_ASKED) return undefined
  return aclOperations.names.filter((name) => {
    const code = aclOperations.codeOf(name)!
    return code > 2 && (bits & (1 << code)) !== 0
  })
}

/** The code of a name that a user gave. Throws UsageError that lists the names. */
export function givenCode<Name extends string>(what: string, names: CodeNames<Name>, given: Name): number {
  const code = names.codeOf(given)
  if (code !== undefined) return code
  const known = names.names.filter((name) => name !== 'UNKNOWN').join(', ')
  throw new UsageError(`${what} is ${String(given)}: it must be one of ${known}`)
}
