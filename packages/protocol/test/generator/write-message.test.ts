import test from 'ava'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EncodeError } from '@odradek/bytes'
import { parseDefinition, type RawMessage } from '../../generator/parse-definition.ts'
import { writeMessage } from '../../generator/write-message.ts'
import { decodeMessage } from '../../src/decode-message.ts'
import { encodeMessage } from '../../src/encode-message.ts'
import type { MessageCodec } from '../../src/message-codec.ts'
import { toHex } from '../support/golden-messages.ts'

const party: RawMessage = {
  name: 'PartyData',
  type: 'data',
  validVersions: '0-4',
  flexibleVersions: '3+',
  fields: [
    { name: 'Version', type: 'int16', versions: '0+', default: '0x10' },
    { name: 'Name', type: 'string', versions: '0+', nullableVersions: '2+', default: 'anon' },
    { name: 'Old', type: 'string', versions: '0-1', ignorable: true },
    { name: 'Ids', type: '[]int64', versions: '1+', nullableVersions: '2-3', default: 'null' },
    {
      name: 'Guests',
      type: '[]Guest',
      versions: '0+',
      fields: [
        { name: 'Tags', type: '[]string', versions: '0+' },
        { name: 'Size', type: 'float64', versions: '4+' },
      ],
    },
    {
      name: 'Host',
      type: 'HostData',
      versions: '2+',
      nullableVersions: '4+',
      fields: [{ name: 'Port', type: 'uint16', versions: '0+', default: '9092' }],
    },
    { name: 'Fixed', type: 'string', versions: '0+', flexibleVersions: 'none' },
    { name: 'Mood', type: 'int8', versions: '3+', tag: 0, taggedVersions: '3+', default: '-1' },
    {
      name: 'Gift',
      type: 'GiftData',
      versions: '4+',
      nullableVersions: '4+',
      tag: 1,
      taggedVersions: '4+',
      default: 'null',
      fields: [{ name: 'Wrapped', type: 'bool', versions: '0+', default: 'true' }],
    },
  ],
}

/** Runs a generated module: its relative imports made absolute, it can stand anywhere. */
async function run(text: string, folder: string): Promise<Record<string, unknown>> {
  const source = new URL('../../src/generated/messages/', import.meta.url)
  const absolute = text
    .replace(/from '(\.\.[^']+)'/g, (_, path: string) => `from '${new URL(path, source).href}'`)
    .replace(/from '(@odradek\/[^']+)'/g, (_, name: string) => `from '${import.meta.resolve(name)}'`)
  const file = join(folder, 'party-data.mts')
  writeFileSync(file, absolute)
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>
}

const text = writeMessage(parseDefinition(party))
let partyData: MessageCodec<unknown>
const folder = mkdtempSync(join(tmpdir(), 'party-'))
test.before(async () => {
  partyData = (await run(text, folder))['partyData'] as typeof partyData
})
test.after.always(() => rmSync(folder, { recursive: true }))

const encoded = (message: object, version: number): string => toHex(encodeMessage(partyData, message, version))

test('the codec says what it is', (t) => {
  t.like(partyData, {
    name: 'PartyData',
    apiKey: undefined,
    type: 'data',
    minVersion: 0,
    maxVersion: 4,
    flexibleFrom: 3,
  })
})

test('every version has its own bytes', (t) => {
  // Version, Name, (Old | Ids), Guests, Host, Fixed, tagged fields.
  t.is(encoded({}, 0), '0010' + '0004616e6f6e' + '0000' + '00000000' + '0000')
  t.is(
    encoded({ ids: [5n] }, 1),
    '0010' + '0004616e6f6e' + '0000' + '00000001' + '0000000000000005' + '00000000' + '0000',
  )
  t.is(encoded({ name: null }, 2), '0010' + 'ffff' + 'ffffffff' + '00000000' + '2384' + '0000')
  t.is(encoded({}, 3), '0010' + '05616e6f6e' + '00' + '01' + '238400' + '0000' + '00')
  t.is(encoded({ host: null, ids: [] }, 4), '0010' + '05616e6f6e' + '01' + '01' + 'ff' + '0000' + '00')
  t.is(encoded({ host: {}, ids: [] }, 4), '0010' + '05616e6f6e' + '01' + '01' + '01238400' + '0000' + '00')
})

test('tagged fields are written when they are not at their default', (t) => {
  const body = '0010' + '05616e6f6e' + '01' + '01' + 'ff' + '0000'
  t.is(encoded({ host: null, ids: [], mood: -1 }, 4), body + '00')
  t.is(encoded({ host: null, ids: [], mood: 7 }, 4), body + '01' + '000107')
  // A nullable struct in the data of a tagged field: a varint 1, then the struct.
  t.is(encoded({ host: null, ids: [], mood: 7, gift: {} }, 4), body + '02' + '000107' + '0103' + '010100')
})

test('what was encoded decodes to every field, with defaults where the version lacks them', (t) => {
  const guests = [{ tags: ['a', 'b'], size: 1.5 }]
  const message = {
    version: 3,
    name: 'n',
    old: '',
    ids: [1n, -1n],
    guests,
    host: { port: 1 },
    fixed: 'f',
    mood: 2,
    gift: { wrapped: false },
  }
  t.deepEqual(decodeMessage(partyData, encodeMessage(partyData, message, 4), 4), message)
  const old = { version: 3, name: 'n', old: 'o', guests: [{ tags: ['a', 'b'], size: 0 }], fixed: 'f' }
  t.deepEqual(decodeMessage(partyData, encodeMessage(partyData, old, 0), 0), {
    ...old,
    ids: null,
    host: { port: 9092 },
    mood: -1,
    gift: null,
  })
})

const refused: readonly (readonly [string, object, number, RegExp])[] = [
  ['null before the versions that know it', { name: null }, 1, /^PartyData\.name cannot be null in version 1/],
  ['null after the versions that know it', { ids: null, host: null }, 4, /^PartyData\.ids cannot be null in version 4/],
  ['a null struct in a version without', { host: null }, 3, /^PartyData\.host cannot be null in version 3/],
  [
    'a struct that the version lacks',
    { host: { port: 1 }, ids: [] },
    1,
    /^PartyData\.host does not exist in version 1/,
  ],
  [
    'a field of a struct that the version lacks',
    { guests: [{ size: 1 }] },
    3,
    /^PartyData\.guests\.size does not exist in version 3/,
  ],
  ['a tagged field that the version lacks', { mood: 1 }, 2, /^PartyData\.mood does not exist in version 2/],
  ['a tagged struct that the version lacks', { gift: {} }, 3, /^PartyData\.gift does not exist in version 3/],
  ['a uint16 below zero', { host: { port: -1 } }, 3, /^PartyData\.host\.port must be an integer from 0 to 65535/],
]
for (const [what, message, version, expected] of refused) {
  test(`${what}: EncodeError that names the field`, (t) => {
    t.throws(() => encodeMessage(partyData, message, version), { instanceOf: EncodeError, message: expected })
  })
}

test('an ignorable field and a struct of defaults are left out in silence', (t) => {
  t.is(encoded({ old: 'x' }, 2), encoded({}, 2))
  t.is(encoded({ host: { port: 9092 } }, 0), encoded({}, 0))
})

test('a decoder starts from a literal and tests versions in plain comparisons', (t) => {
  t.true(
    text.includes(
      'decoded.name = version >= 3 ? readCompactNullableString(reader) : version >= 2 ? readNullableString(reader) : readString(reader)',
    ),
  )
  t.true(text.includes('  /** []int64, versions 1+, nullable in 2-3, default null. */\n  ids: bigint[] | null\n'))
})
