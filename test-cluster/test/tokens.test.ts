import { createLocalJWKSet, type JSONWebKeySet, jwtVerify, UnsecuredJWT } from 'jose'
import test from 'ava'
import { TokenIssuer } from '../src/tokens.ts'

const nowMs = Date.UTC(2026, 0, 15)
const currentDate = new Date(nowMs)

test('a signed token is good by the key set, for its audience, for an hour', async (t) => {
  const issuer = new TokenIssuer()
  const keys = createLocalJWKSet(JSON.parse(issuer.keySet()) as JSONWebKeySet)
  const wanted = { issuer: issuer.issuer, audience: issuer.audience, currentDate }
  const { payload, protectedHeader } = await jwtVerify(issuer.signed({ subject: 'alice' }, nowMs), keys, wanted)
  t.is(protectedHeader.alg, 'RS256')
  t.like(payload, { sub: 'alice', iat: nowMs / 1000, exp: nowMs / 1000 + 3600 })
  const late = { ...wanted, currentDate: new Date(nowMs + 3_601_000) }
  await t.throwsAsync(jwtVerify(issuer.signed({ subject: 'alice' }, nowMs), keys, late), { code: 'ERR_JWT_EXPIRED' })
})

test('a token of another issuer, and one that was changed, are not', async (t) => {
  const [issuer, stranger] = [new TokenIssuer(), new TokenIssuer()]
  const keys = createLocalJWKSet(JSON.parse(issuer.keySet()) as JSONWebKeySet)
  const code = 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'
  await t.throwsAsync(jwtVerify(stranger.signed({ subject: 'alice' }, nowMs), keys, { currentDate }), { code })
  const [header, , signature] = issuer.signed({ subject: 'alice' }, nowMs).split('.')
  const [, admin] = issuer.unsecured({ subject: 'admin' }, nowMs).split('.')
  await t.throwsAsync(jwtVerify(`${header}.${admin}.${signature}`, keys, { currentDate }), { code })
})

test('an unsecured token says so, and has the same claims', (t) => {
  const issuer = new TokenIssuer()
  const token = issuer.unsecured({ subject: 'bob', expiresInSeconds: 5, claims: { scope: 'kafka' } }, nowMs)
  const { payload } = UnsecuredJWT.decode(token, { currentDate })
  t.like(payload, { sub: 'bob', exp: nowMs / 1000 + 5, scope: 'kafka', iss: issuer.issuer, aud: issuer.audience })
})

test('claims replace those that a token has by itself', (t) => {
  const token = new TokenIssuer().unsecured({ subject: 'bob', claims: { sub: 'carol', exp: 1 } }, nowMs)
  const [, payload] = token.split('.')
  t.like(JSON.parse(Buffer.from(payload!, 'base64url').toString()), { sub: 'carol', exp: 1 })
})

test('the key set holds no private key', (t) => {
  const { keys } = JSON.parse(new TokenIssuer().keySet()) as { keys: Record<string, unknown>[] }
  t.deepEqual(Object.keys(keys[0]!).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use'])
})
