// AWS Signature Version 4 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html): signed queries.
import { encodeUtf8 } from '@odradek/bytes'

import type { Cryptography } from '../security/cryptography.ts'

/** AWS credentials, as the AWS SDK's providers give them. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Of temporary credentials. */
  readonly sessionToken?: string | undefined
}

/** What is signed, and for whom. */
export interface AwsRequest {
  readonly method: string
  readonly host: string
  /** Encoded already. */
  readonly path: string
  /** Not encoded yet. */
  readonly query: Readonly<Record<string, string>>
  readonly region: string
  readonly service: string
  /** Milliseconds since 1970. */
  readonly wallClockMs: number
  /** How long the signature holds. */
  readonly expiresInSeconds: number
  /** Hash of the body in hex, or AWS's word for none. @default the hash of no bytes */
  readonly payloadHash?: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

/** The query of the request with its signature, in the order in which it is signed; values are not encoded. */
export function signedQuery(
  request: AwsRequest,
  credentials: AwsCredentials,
  cryptography: Cryptography,
): Record<string, string> {
  const { region, service, wallClockMs, expiresInSeconds } = request
  const time = awsTime(wallClockMs)
  const scope = [time.slice(0, 8), region, service, 'aws4_request'].join('/')
  const { sessionToken } = credentials
  const query: Record<string, string> = {
    ...request.query,
    'X-Amz-Algorithm': ALGORITHM,
    'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(expiresInSeconds),
    ...(sessionToken === undefined ? {} : { 'X-Amz-Security-Token': sessionToken }),
    'X-Amz-SignedHeaders': 'host',
  }
  const hashOf = (text: string) => hex(cryptography.hash('sha256', encodeUtf8(text)))
  const canonical = [
    request.method,
    request.path,
    encodeQuery(query),
    `host:${request.host}`,
    '',
    'host',
    request.payloadHash ?? hashOf(''),
  ].join('\n')
  const toSign = [ALGORITHM, time, scope, hashOf(canonical)].join('\n')
  const key = signingKey(credentials.secretAccessKey, time.slice(0, 8), region, service, cryptography)
  return { ...query, 'X-Amz-Signature': hex(cryptography.hmac('sha256', key, encodeUtf8(toSign))) }
}

/** The key for one day, region and service. */
export function signingKey(
  secretAccessKey: string,
  date: string,
  region: string,
  service: string,
  cryptography: Cryptography,
): Uint8Array {
  let key: Uint8Array = encodeUtf8(`AWS4${secretAccessKey}`)
  for (const part of [date, region, service, 'aws4_request']) key = cryptography.hmac('sha256', key, encodeUtf8(part))
  return key
}

/** A query as AWS wants it: sorted by name, encoded by RFC 3986. */
export function encodeQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort((left, right) => (left < right ? -1 : 1))
    .join('&')
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** `20260131T235959Z`. */
function awsTime(wallClockMs: number): string {
  return new Date(wallClockMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
}

/** Bytes in lower-case hex. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
