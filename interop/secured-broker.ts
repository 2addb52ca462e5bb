// A broker that lets nobody in without a certificate, a password or a token, and everything that clients need to get in.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { Broker, type BrokerOptions } from 'odradek'
import selfsigned from 'selfsigned'

import type { Login } from './foreign-clients.ts'

const USER = 'alice'
const PASSWORD = 'tr%o7!ub, "4=dor'
const ISSUER = 'https://issuer.example'
const PASSWORDS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']

/** The broker and the ways in. */
export interface SecuredBroker {
  readonly broker: Broker
  readonly folder: string
  /** Ways that lead in. */
  readonly logins: readonly Login[]
  /** Ways that do not. */
  readonly intruders: readonly Login[]
}

/** Everybody may use what begins with `open-`; Alice may not write to `open-secret`. */
const acls = [
  ...(['topic', 'group', 'transactional-id'] as const).map((resourceType) => ({
    principal: 'User:*',
    resourceType,
    resourceName: 'open-',
    patternType: 'prefixed' as const,
    operation: 'all',
  })),
  {
    principal: `User:${USER}`,
    resourceType: 'topic' as const,
    resourceName: 'open-secret',
    operation: 'write',
    permission: 'deny' as const,
  },
]

async function certificates() {
  const attributes = (name: string) => [{ name: 'commonName', value: name }]
  const common = { keySize: 2048, algorithm: 'sha256' }
  const ca = await selfsigned.generate(attributes('Odradek CA'), {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const signed = (name: string, by = ca) =>
    selfsigned.generate(attributes(name), {
      ...common,
      ca: { key: by.private, cert: by.cert },
      extensions: [
        { name: 'basicConstraints', cA: false },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
      ],
    })
  return { ca, server: await signed('localhost'), client: await signed(USER) }
}

async function tokens() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const stranger = await generateKeyPair('RS256')
  const sign = (key: typeof privateKey) =>
    new SignJWT({ sub: USER, scope: 'kafka' })
      .setProtectedHeader({ alg: 'RS256', kid: 'spool' })
      .setIssuer(ISSUER)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key)
  const unsecured = new UnsecuredJWT({ sub: USER }).setIssuer(ISSUER).setIssuedAt().setExpirationTime('1h').encode()
  const jwk = { ...(await exportJWK(publicKey)), kid: 'spool', alg: 'RS256' }
  return { jwk, unsecured, signed: await sign(privateKey), forged: await sign(stranger.privateKey) }
}

/** Starts it. Files are left in a folder of the temp folder. */
export async function startSecuredBroker(options: BrokerOptions = {}): Promise<SecuredBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'odradek-secured-'))
  const { ca, server, client } = await certificates()
  const { jwk, unsecured, signed, forged } = await tokens()
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const ssl = { key: server.private, cert: server.cert, ca: ca.cert }
  const sasl = { mechanisms: [...PASSWORDS, 'OAUTHBEARER'], oauthbearer: { jwks: { keys: [jwk] }, issuer: ISSUER } }
  const broker = await Broker.start({
    ssl,
    sasl,
    users: { [USER]: PASSWORD },
    listeners: [
      { name: 'SASL_PLAINTEXT' },
      { name: 'SASL_SSL' },
      { name: 'SSL' },
      {
        name: 'MUTUAL',
        protocol: 'SSL',
        ssl: { ...ssl, clientAuth: 'required', principalMappingRules: ['RULE:^CN=([^,]*).*$/$1/'] },
      },
      {
        name: 'UNSECURED',
        protocol: 'SASL_SSL',
        sasl: { mechanisms: ['OAUTHBEARER'] },
      },
    ],
    authorizer: true,
    acls,
    ...options,
  })
  const caFile = file('ca.pem', ca.cert)
  const password = (listener: string, mechanism: string, text = PASSWORD): Login => ({
    name: `${mechanism} over ${listener}`,
    bootstrap: broker.endpoints[listener]!,
    ...(listener === 'SASL_SSL' && { ca: caFile }),
    sasl: { mechanism, username: USER, password: text },
  })
  const bearer = (name: string, listener: string, token: string): Login => ({
    name,
    bootstrap: broker.endpoints[listener]!,
    ca: caFile,
    sasl: {
      mechanism: 'OAUTHBEARER',
      username: USER,
      password: '',
      token,
      tokenFile: file(`${name.replaceAll(' ', '-')}.jwt`, token),
    },
  })
  const tls = (name: string, listener: string): Login => ({ name, bootstrap: broker.endpoints[listener]!, ca: caFile })
  const certificate = { cert: file('client.pem', client.cert), key: file('client.key', client.private) }
  return {
    broker,
    folder,
    logins: [
      tls('TLS', 'SSL'),
      { ...tls('mTLS', 'MUTUAL'), ...certificate },
      ...PASSWORDS.map((mechanism) => password('SASL_SSL', mechanism)),
      password('SASL_PLAINTEXT', 'SCRAM-SHA-512'),
      bearer('OAUTHBEARER', 'SASL_SSL', signed),
      bearer('OAUTHBEARER without a signature', 'UNSECURED', unsecured),
    ],
    intruders: [
      tls('no certificate', 'MUTUAL'),
      ...PASSWORDS.map((mechanism) => ({
        ...password('SASL_SSL', mechanism, 'wrong'),
        name: `a wrong password of ${mechanism}`,
      })),
      bearer('a token of somebody else', 'SASL_SSL', forged),
    ],
  }
}
