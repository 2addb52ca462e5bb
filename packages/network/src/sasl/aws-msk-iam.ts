// AWS MSK IAM: a request kafka-cluster:Connect, signed and never sent, is what the broker is shown; as the mechanism AWS_MSK_IAM, or as a token
// for OAUTHBEARER.
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { AuthenticationError } from '@odradek/protocol'

import { type AwsCredentials, encodeQuery, signedQuery } from '../core/sasl/aws-signature.ts'
import { encodeBase64 } from '../core/security/base64.ts'
import { nodeCryptography } from '../node-cryptography.ts'
import type { AccessToken } from './access-token.ts'
import { provided, type Provided } from './credentials.ts'
import type { SaslMechanism } from './sasl-mechanism.ts'

/** What signing is told. */
export interface AwsMskIamOptions {
  /** @default the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN */
  readonly credentials?: Provided<AwsCredentials>
  /** @default what the broker's name says, else AWS_REGION or AWS_DEFAULT_REGION */
  readonly region?: string
}

const ACTION = 'kafka-cluster:Connect'
const SERVICE = 'kafka-cluster'
const EXPIRES_IN_SECONDS = 900
const VERSION = '2020_10_22'
const USER_AGENT = 'odradek'
const HOST_REGION = /\.kafka(?:-serverless)?\.([a-z0-9-]+)\.(?:api\.aws|amazonaws\.com(?:\.cn)?)$/

/** The mechanism AWS_MSK_IAM, with AWS Signature Version 4 and without the AWS SDK. */
export function awsMskIamMechanism({
  credentials = environmentCredentials,
  region,
}: AwsMskIamOptions = {}): SaslMechanism {
  return {
    name: 'AWS_MSK_IAM',
    async *authenticate(context) {
      const current = checked(await provided(credentials, 'saslAwsCredentials'))
      context.keepSecret(current.secretAccessKey)
      if (current.sessionToken !== undefined) context.keepSecret(current.sessionToken)
      const query = sign(context.host, regionFor(region, context.host), current, context.wallClockMs())
      const members = Object.entries(query).map(([name, value]) => [name.toLowerCase(), value])
      const payload = { version: VERSION, host: context.host, 'user-agent': USER_AGENT, ...Object.fromEntries(members) }
      const answer = yield encodeUtf8(JSON.stringify(payload))
      if (answer.length === 0) throw new AuthenticationError('the broker does not confirm the AWS_MSK_IAM request')
      try {
        JSON.parse(decodeUtf8(answer, 0, answer.length))
      } catch {
        throw new AuthenticationError('the broker confirms the AWS_MSK_IAM request with something other than JSON')
      }
    },
  }
}

/** The same as a token, for MSK's OAUTHBEARER: give the result as the option `saslOauthbearerToken`. `region` is needed. */
export function awsMskIamToken(
  { credentials = environmentCredentials, region }: AwsMskIamOptions & { readonly region: string },
  wallClockMs: () => number = () => Date.now(),
): () => Promise<AccessToken> {
  return async () => {
    const current = checked(await provided(credentials, 'credentials'))
    const nowMs = wallClockMs()
    const host = `kafka.${region}.amazonaws.com`
    const query = { ...sign(host, region, current, nowMs), 'User-Agent': USER_AGENT }
    const url = `https://${host}/?${encodeQuery(query)}`
    const value = encodeBase64(encodeUtf8(url)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    return { value, expiresAtMs: nowMs + EXPIRES_IN_SECONDS * 1000 }
  }
}

function sign(host: string, region: string, credentials: AwsCredentials, wallClockMs: number) {
  const request = { method: 'GET', host, path: '/', query: { Action: ACTION }, region, service: SERVICE, wallClockMs }
  return signedQuery({ ...request, expiresInSeconds: EXPIRES_IN_SECONDS }, credentials, nodeCryptography)
}

function environmentCredentials(): AwsCredentials {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  return {
    accessKeyId: AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
    sessionToken: AWS_SESSION_TOKEN === '' ? undefined : AWS_SESSION_TOKEN,
  }
}

function checked(credentials: AwsCredentials): AwsCredentials {
  const { accessKeyId, secretAccessKey } = credentials ?? {}
  const isThere = (text: unknown) => typeof text === 'string' && text !== ''
  if (isThere(accessKeyId) && isThere(secretAccessKey)) return credentials
  const text =
    'there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the option saslAwsCredentials { accessKeyId, secretAccessKey, sessionToken }, or a function'
  throw new AuthenticationError(text, { reason: 'configuration' })
}

function regionFor(given: string | undefined, host: string): string {
  const region = given ?? HOST_REGION.exec(host)?.[1] ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION']
  if (region !== undefined && region !== '') return region
  throw new AuthenticationError(`the AWS region of ${host} is not known: give the option saslAwsRegion`, {
    reason: 'configuration',
  })
}
