import { parseScramClientFinal, parseScramClientFirst, ScramServer } from '@odradek/broker/internal'
import { decodeUtf8, encodeUtf8 } from '@odradek/bytes'
import {
  encodeBase64,
  nodeCryptography,
  parseScramServerFinal,
  parseScramServerFirst,
  ScramClient,
  scramCredentialOfPassword,
  scramKeys,
  scramMechanisms,
} from '@odradek/network/internal'

import { base64Field, CorpusEntryError, integerField, resultOf, stringField } from './corpus-entry.ts'
import type { CaseResult, CorpusEntry, CorpusKind } from './corpus-entry.ts'
import { differences } from './difference.ts'

const KINDS = new Set(['exchange', 'client-rejects', 'server-rejects', 'parse'])

/** `scram`: what client and server say to each other, what each refuses, and how messages are read. */
export const scramKind: CorpusKind = {
  name: 'SCRAM exchange',
  recognises: (entry) => KINDS.has(String(entry['kind'])) && ('mechanism' in entry || 'message' in entry),
  describe: (entry) => `${String(entry['kind'])} ${String(entry['name'])}`,
  check,
}

const cryptography = nodeCryptography
const text = (token: Uint8Array) => decodeUtf8(token, 0, token.length)
const base64 = (bytes: Uint8Array) => encodeBase64(bytes)

function check(entry: CorpusEntry): CaseResult {
  switch (stringField(entry, 'kind')) {
    case 'exchange':
      return checkExchange(entry)
    case 'client-rejects':
      return resultOf([clientRejects(entry) ? undefined : 'the client takes what it has to refuse'])
    case 'server-rejects':
      return resultOf([serverRejects(entry) ? undefined : 'the server takes what it has to refuse'])
    default:
      return checkParse(entry)
  }
}

function mechanismOf(entry: CorpusEntry) {
  const mechanism = scramMechanisms.find(({ name }) => name === entry['mechanism'])
  if (mechanism === undefined) throw new CorpusEntryError('the field mechanism has to be a SCRAM mechanism of Kafka')
  return mechanism
}

function checkExchange(entry: CorpusEntry): CaseResult {
  const mechanism = mechanismOf(entry)
  const client = clientOf(entry)
  const clientFirst = text(client.first())
  const { salt, iterations } = client.onServerFirst(encodeUtf8(stringField(entry, 'serverFirst')))
  const password = encodeUtf8(stringField(entry, 'password'))
  const salted = cryptography.saltedPassword(mechanism.hash, password, salt, iterations)
  const clientFinal = text(client.final(salted))
  client.onServerFinal(encodeUtf8(stringField(entry, 'serverFinal')))
  const keys = scramKeys(cryptography, mechanism, salted)
  const ours = {
    clientFirst,
    clientFinal,
    saltedPassword: base64(salted),
    clientKey: base64(keys.clientKey),
    storedKey: base64(keys.storedKey),
    serverKey: base64(keys.serverKey),
    ...(entry['tokenAuth'] === true ? {} : serverMessages(entry)),
  }
  const expected = Object.fromEntries(Object.keys(ours).map((name) => [name, entry[name]]))
  return resultOf(differences(expected, ours))
}

/** What the reference broker says in the same exchange. */
function serverMessages(entry: CorpusEntry): Record<string, string> {
  const nonce = stringField(entry, 'serverNonce')
  const credential = credentialOf(entry, base64Field(entry, 'salt'), integerField(entry, 'iterations'))
  const server = new ScramServer({
    mechanism: mechanismOf(entry),
    cryptography,
    credentialOf: () => credential,
    newNonce: () => nonce,
  })
  const first = server.step(encodeUtf8(stringField(entry, 'clientFirst')))
  const last = server.step(encodeUtf8(stringField(entry, 'clientFinal')))
  return {
    serverFirst: first.kind === 'continue' ? text(first.token) : first.kind,
    serverFinal: last.kind === 'done' ? text(last.token) : last.kind,
  }
}

function credentialOf(entry: CorpusEntry, salt: Uint8Array, iterations: number) {
  return scramCredentialOfPassword(cryptography, mechanismOf(entry), stringField(entry, 'password'), salt, iterations)
}

function clientOf(entry: CorpusEntry): ScramClient {
  return new ScramClient({
    mechanism: mechanismOf(entry),
    cryptography,
    username: stringField(entry, 'username'),
    nonce: stringField(entry, 'clientNonce'),
    tokenAuth: entry['tokenAuth'] === true,
  })
}

function clientRejects(entry: CorpusEntry): boolean {
  const client = clientOf(entry)
  client.first()
  try {
    const { salt, iterations } = client.onServerFirst(encodeUtf8(stringField(entry, 'serverFirst')))
    const password = encodeUtf8(stringField(entry, 'password'))
    client.final(cryptography.saltedPassword(mechanismOf(entry).hash, password, salt, iterations))
    client.onServerFinal(encodeUtf8(stringField(entry, 'serverFinal')))
    return false
  } catch (error) {
    if (error instanceof CorpusEntryError) throw error
    return true
  }
}

function serverRejects(entry: CorpusEntry): boolean {
  const { clientFirst, clientFinal, serverFirst } = entry as Readonly<Record<string, string | undefined>>
  const said = serverFirst === undefined ? undefined : parseScramServerFirst(serverFirst)
  const credential = said === undefined ? undefined : credentialOf(entry, said.salt, said.iterations)
  // Where the first message is left out, it is the one that the server's nonce goes on from.
  const nonce = said?.nonce ?? ''
  const first = clientFirst ?? `n,,n=${stringField(entry, 'username')},r=${nonce.slice(0, nonce.length / 2)}`
  const clientNonce = parseScramClientFirst(first)?.nonce ?? ''
  const server = new ScramServer({
    mechanism: mechanismOf(entry),
    cryptography,
    credentialOf: () => credential,
    newNonce: () => nonce.slice(clientNonce.length),
  })
  const step = server.step(encodeUtf8(first))
  return step.kind === 'failed' || server.step(encodeUtf8(clientFinal ?? '')).kind === 'failed'
}

function checkParse(entry: CorpusEntry): CaseResult {
  const parsed = parse(stringField(entry, 'message'), stringField(entry, 'text'))
  if (entry['ok'] !== true) return resultOf([parsed === undefined ? undefined : 'it is read, and must not be'])
  if (parsed === undefined) return resultOf(['it cannot be read'])
  const expected = Object.fromEntries(Object.keys(parsed).map((name) => [name, entry[name]]))
  return resultOf(differences(expected, parsed))
}

/** The parts of a message, under the corpus's names. */
function parse(message: string, source: string): Record<string, unknown> | undefined {
  switch (message) {
    case 'client-first': {
      const parsed = parseScramClientFirst(source)
      if (parsed === undefined) return undefined
      const { user: username, saslName, nonce, authorizationId, tokenAuth } = parsed
      return { username, saslName, nonce, authorizationId, tokenAuth }
    }
    case 'client-final': {
      const parsed = parseScramClientFinal(source)
      return parsed && { nonce: parsed.nonce, channelBinding: parsed.channelBinding, proof: base64(parsed.proof) }
    }
    case 'server-first': {
      const parsed = parseScramServerFirst(source)
      return parsed && { nonce: parsed.nonce, salt: base64(parsed.salt), iterations: parsed.iterations }
    }
    case 'server-final': {
      const parsed = parseScramServerFinal(source)
      if (parsed === undefined) return undefined
      const { error = null, signature } = parsed
      return { error, serverSignature: signature === undefined ? null : base64(signature) }
    }
    default:
      throw new CorpusEntryError(`the field message has to be one of SCRAM's four messages`)
  }
}
