// Who may do what, how users prove who they are, and how much of it they may do.
import type { AdminResults } from '../admin-results.ts'
import type { CallOptions, ValidateOnlyOptions } from '../call-options.ts'
import type { AclBinding, AclFilter, KnownAclBinding } from '../operations/acls.ts'
import { alterClientQuotas, type ClientQuotaAlteration } from '../operations/alter-client-quotas.ts'
import {
  type AlteredScramCredential,
  alterUserScramCredentials,
  type ScramCredentialAlteration,
} from '../operations/alter-user-scram-credentials.ts'
import { createAcls } from '../operations/create-acls.ts'
import {
  createDelegationToken,
  type CreateDelegationTokenOptions,
  type DelegationToken,
  describeDelegationToken,
  type DescribeDelegationTokenOptions,
  expireDelegationToken,
  type ExpireDelegationTokenOptions,
  renewDelegationToken,
  type RenewDelegationTokenOptions,
} from '../operations/delegation-tokens.ts'
import { deleteAcls, type DeletedAcls } from '../operations/delete-acls.ts'
import { describeAcls } from '../operations/describe-acls.ts'
import {
  type ClientQuotas,
  describeClientQuotas,
  type DescribeClientQuotasOptions,
  type QuotaFilter,
} from '../operations/describe-client-quotas.ts'
import {
  describeUserScramCredentials,
  type DescribeUserScramCredentialsOptions,
  type UserScramCredentials,
} from '../operations/describe-user-scram-credentials.ts'
import { TransactionAdmin } from './transaction-admin.ts'

/** See the head of the file. */
export class SecurityAdmin extends TransactionAdmin {
  /** Adds ACLs; those that are there already stay as they are. Kafka 0.11; PREFIXED: 2.0. */
  createAcls(acls: readonly AclBinding[], options: CallOptions = {}): AdminResults<AclBinding, void> {
    return createAcls(this.world, acls, options)
  }

  /** The ACLs that a filter matches; `{}` is all. Kafka 0.11. */
  describeAcls(filter: AclFilter = {}, options: CallOptions = {}): Promise<readonly KnownAclBinding[]> {
    return describeAcls(this.world, filter, options)
  }

  /** Deletes the ACLs that filters match, and says which these were. Kafka 0.11. */
  deleteAcls(filters: readonly AclFilter[], options: CallOptions = {}): AdminResults<AclFilter, DeletedAcls> {
    return deleteAcls(this.world, filters, options)
  }

  /** Which users can log in by SCRAM, and how: no passwords. Kafka 2.7. */
  describeUserScramCredentials(
    options: DescribeUserScramCredentialsOptions = {},
  ): Promise<readonly UserScramCredentials[]> {
    return describeUserScramCredentials(this.world, options)
  }

  /** Sets users' SCRAM passwords, or deletes them. A password is salted and hashed here; no result, error or event holds it. Kafka 2.7. */
  alterUserScramCredentials(
    alterations: readonly ScramCredentialAlteration[],
    options: CallOptions = {},
  ): AdminResults<AlteredScramCredential, void> {
    return alterUserScramCredentials(this.world, alterations, options)
  }

  /** The quotas of users, client ids and IP addresses that a filter matches; `{}` is all. Kafka 2.6. */
  describeClientQuotas(
    filter: QuotaFilter = {},
    options: DescribeClientQuotasOptions = {},
  ): Promise<readonly ClientQuotas[]> {
    return describeClientQuotas(this.world, filter, options)
  }

  /** Sets quotas of users, client ids and IP addresses, or takes them away. Kafka 2.6. */
  alterClientQuotas(
    alterations: readonly ClientQuotaAlteration[],
    options: ValidateOnlyOptions = {},
  ): AdminResults<ClientQuotaAlteration, void> {
    return alterClientQuotas(this.world, alterations, options)
  }

  /** Makes a delegation token for this client's user, or another. The connection must be authenticated. Kafka 1.1. */
  createDelegationToken(options: CreateDelegationTokenOptions = {}): Promise<DelegationToken> {
    return createDelegationToken(this.world, options)
  }

  /** Has a token live longer; gives when it ends, in milliseconds since 1970. Kafka 1.1. */
  renewDelegationToken(hmac: Uint8Array, options: RenewDelegationTokenOptions = {}): Promise<number> {
    return renewDelegationToken(this.world, hmac, options)
  }

  /** Has a token end sooner, or at once; gives when, in milliseconds since 1970. Kafka 1.1. */
  expireDelegationToken(hmac: Uint8Array, options: ExpireDelegationTokenOptions = {}): Promise<number> {
    return expireDelegationToken(this.world, hmac, options)
  }

  /** The tokens that this client may see, secrets included. Kafka 1.1. */
  describeDelegationToken(options: DescribeDelegationTokenOptions = {}): Promise<readonly DelegationToken[]> {
    return describeDelegationToken(this.world, options)
  }
}
