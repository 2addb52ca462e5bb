import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import { decodeBase64, scramCredentialOfPassword, scramMechanisms } from '@odradek/network/internal'
import { readGolden } from '@odradek/test-kit'
import test from 'ava'
import { parseScramClientFirst, ScramServer } from '../../../src/core/security/sasl/scram-server.ts'
import { nodeCryptography } from '../../../src/node-cryptography.ts'

type Vector = Readonly<Record<string, string>> & { readonly iterations?: number; readonly ok?: boolean }

const vectors = readGolden<Vector>('scram.jsonl')

function serverFor(vector: Vector, serverFirst: string) {
  const mechanism = scramMechanisms.find(({ name }) => name === vector['mechanism'])!
  const [, nonce, salt, iterations] = /^r=([^,]*),s=([^,]*),i=(\d+)$/.exec(serverFirst)!
  const clientNonce = /,r=([^,]*)/.exec(vector['clientFirst']!)![1]!
  const credential = scramCredentialOfPassword(
    nodeCryptography,
    mechanism,
    vector['password']!,
    decodeBase64(salt!)!,
    Number(iterations),
  )
  const user = parseScramClientFirst(vector['clientFirst']!)?.user
  return new ScramServer({
    mechanism,
    cryptography: nodeCryptography,
    credentialOf: (name) => (name === user && !/unknown-user/.test(vector['name']!) ? credential : undefined),
    newNonce: () => nonce!.slice(clientNonce.length),
  })
}

const bytes = (text: string) => encodeUtf8(text)
const text = (token: Uint8Array) => decodeUtf8(token, 0, token.length)

test("exchanges go as between Kafka's classes, byte by byte", (t) => {
  const exchanges = vectors.filter(({ kind, tokenAuth }) => kind === 'exchange' && !tokenAuth)
  t.true(exchanges.length > 20)
  for (const vector of exchanges) {
    const server = serverFor(vector, vector['serverFirst']!)
    const first = server.step(bytes(vector['clientFirst']!))
    t.is(first.kind, 'continue', vector['name'])
    if (first.kind === 'continue') t.is(text(first.token), vector['serverFirst']!)
    const last = server.step(bytes(vector['clientFinal']!))
    t.is(last.kind, 'done', vector['name'])
    if (last.kind !== 'done') continue
    t.is(text(last.token), vector['serverFinal']!)
    t.is(last.user, vector['username']!)
  }
})

test("what Kafka's server rejects is rejected, and the client hears nothing of why", (t) => {
  const rejects = vectors.filter(({ kind }) => kind === 'server-rejects')
  t.true(rejects.length >= 10)
  for (const reject of rejects) {
    // What is not told is as in the exchange with the wrong password.
    const whole = rejects.find(
      ({ mechanism, name }) => mechanism === reject['mechanism'] && /wrong-password/.test(name!),
    )!
    const vector = { ...whole, ...reject, ...(reject['password'] === undefined && { clientFinal: '' }) } as Vector
    const server = serverFor(vector, vector['serverFirst']!)
    let step = server.step(bytes(vector['clientFirst']!))
    if (step.kind === 'continue') step = server.step(bytes(vector['clientFinal']!))
    t.is(step.kind, 'failed', vector['name'])
    if (step.kind === 'failed' && !/authorization id/.test(vector['errorMessage']!)) t.is(step.text, undefined)
  }
})

test("first messages of clients are read as by Kafka's classes", (t) => {
  for (const vector of vectors.filter(({ kind, message }) => kind === 'parse' && message === 'client-first')) {
    const parsed = parseScramClientFirst(vector['text']!)
    t.is(parsed !== undefined, vector.ok!, vector['text'])
    if (parsed === undefined) continue
    t.is(parsed.saslName, vector['saslName']!)
    t.is(parsed.user, vector['username']!)
    t.is(parsed.nonce, vector['nonce']!)
  }
})
