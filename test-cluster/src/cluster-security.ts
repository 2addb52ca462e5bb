/** The secrets of one cluster: made at its start, written where the brokers find them, handed to the tests. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CertificateAuthority } from './certificates.ts'
import type { Certificate } from './certificates.ts'
import type { ClusterOptions } from './cluster-options.ts'
import { javaKeyStore, javaTrustStore } from './java-key-store.ts'
import type { PlannedListener } from './listeners.ts'
import { jaasFile, storeFiles, storePassword } from './security-settings.ts'
import type { SecurityPlan } from './security-settings.ts'
import { TokenIssuer } from './tokens.ts'
import { defaultUsers } from './users.ts'
import type { Users } from './users.ts'
import type { KafkaVersion } from './versions.ts'

const clientName = 'alice'

/** What a client needs for TLS. All files are removed with the cluster. */
export interface ClusterCertificates {
  /** Signs more of them: `authority.issue({ commonName: 'bob' })`; `authority.certificate` is what a client trusts. */
  readonly authority: CertificateAuthority
  /** A client's certificate, for the user `alice`. */
  readonly client: Certificate
  readonly authorityFile: string
  readonly clientCertificateFile: string
  readonly clientKeyFile: string
}

/** What the tests of a cluster with security are given. */
export interface ClusterSecurity {
  readonly users: Users
  readonly tokens: TokenIssuer
  /** `undefined` without TLS. */
  readonly certificates: ClusterCertificates | undefined
}

/** The secrets with the plan that brokers' settings follow. */
export interface MadeSecurity extends ClusterSecurity {
  readonly plan: SecurityPlan
}

/** Makes the secrets and writes them into a folder of their own inside `folder`. */
export const makeSecurity = async (
  row: KafkaVersion,
  listeners: readonly PlannedListener[],
  options: ClusterOptions,
  folder: string,
): Promise<MadeSecurity> => {
  const securityFolder = join(folder, 'security')
  await mkdir(securityFolder)
  const tokens = new TokenIssuer()
  const users = options.users ?? defaultUsers
  const plan: SecurityPlan = {
    row,
    listeners,
    users,
    acls: options.acls ?? false,
    securityFolder,
    tokens: options.tokens ?? 'unsecured',
    tokenIssuer: tokens.issuer,
    tokenAudience: tokens.audience,
  }
  const write = (name: string, content: string | Buffer): Promise<void> =>
    writeFile(join(securityFolder, name), content, { mode: 0o600 })
  await write(storeFiles.keySet, tokens.keySet())
  await write(storeFiles.jaas, jaasFile(plan))
  const secured = listeners.some(({ protocol }) => protocol.endsWith('SSL'))
  return { users, tokens, plan, certificates: secured ? await makeCertificates(securityFolder, write) : undefined }
}

const makeCertificates = async (
  folder: string,
  write: (name: string, content: string | Buffer) => Promise<void>,
): Promise<ClusterCertificates> => {
  const authority = await CertificateAuthority.create()
  const broker = await authority.issue({ commonName: 'broker', hosts: ['localhost', '127.0.0.1'] })
  const client = await authority.issue({ commonName: clientName })
  const chain = [broker.certificate, authority.certificate]
  await write(storeFiles.pemKeyStore, [broker.key, ...chain].join('\n'))
  await write(storeFiles.pemTrustStore, authority.certificate)
  await write(storeFiles.keyStore, javaKeyStore(broker.key, chain, storePassword, Date.now()))
  await write(storeFiles.trustStore, javaTrustStore(authority.certificate, storePassword, Date.now()))
  await write('client.crt', client.certificate)
  await write('client.key', client.key)
  return {
    authority,
    client,
    authorityFile: join(folder, storeFiles.pemTrustStore),
    clientCertificateFile: join(folder, 'client.crt'),
    clientKeyFile: join(folder, 'client.key'),
  }
}
