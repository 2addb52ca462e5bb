import { nodeCryptography, signedQuery, signingKey } from '@odradek/network/internal'
import test from 'ava'

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'

test("the signing key is that of AWS's documentation", (t) => {
  const key = signingKey(SECRET, '20120215', 'us-east-1', 'iam', nodeCryptography)
  t.is(Buffer.from(key).toString('hex'), 'f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d')
})

test("a query is signed as in AWS's documentation of presigned requests", (t) => {
  const query = signedQuery(
    {
      method: 'GET',
      host: 'examplebucket.s3.amazonaws.com',
      path: '/test.txt',
      query: {},
      region: 'us-east-1',
      service: 's3',
      wallClockMs: Date.UTC(2013, 4, 24),
      expiresInSeconds: 86_400,
      payloadHash: 'UNSIGNED-PAYLOAD',
    },
    { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    nodeCryptography,
  )
  t.is(query['X-Amz-Signature'], 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404')
})
