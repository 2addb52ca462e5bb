import test from 'ava'
import { parseDefinition, structTypeName, type RawField, type RawMessage } from '../../generator/parse-definition.ts'

function message(fields: readonly RawField[], more: Partial<RawMessage> = {}): RawMessage {
  return { name: 'PartyRequest', type: 'request', validVersions: '0-4', flexibleVersions: '3+', fields, ...more }
}

test('structs come before those that use them, the message itself last', (t) => {
  const inner: RawField = { name: 'Seat', type: 'SeatData', versions: '2+', fields: [] }
  const definition = parseDefinition(message([{ name: 'Guests', type: '[]Guest', versions: '1-3', fields: [inner] }]))
  t.deepEqual(
    definition.structs.map(({ name, typeName, path }) => [name, typeName, path]),
    [
      ['SeatData', 'PartyRequestSeatData', 'PartyRequest.guests.seat'],
      ['Guest', 'PartyRequestGuest', 'PartyRequest.guests'],
      ['PartyRequest', 'PartyRequest', 'PartyRequest'],
    ],
  )
})

test('the versions of a field are those that its struct can have', (t) => {
  const inner: RawField = { name: 'Seat', type: 'int32', versions: '2+', nullableVersions: '3+' }
  const definition = parseDefinition(message([{ name: 'Guests', type: '[]Guest', versions: '1-3', fields: [inner] }]))
  const [guest, root] = definition.structs
  t.deepEqual(root!.fields[0]!.versions, { min: 1, max: 3 })
  t.deepEqual(guest!.fields[0]!.versions, { min: 2, max: 3 })
  t.deepEqual(guest!.fields[0]!.nullableVersions, { min: 3, max: 3 })
})

test('a common struct is parsed once and shared', (t) => {
  const definition = parseDefinition(
    message(
      [
        { name: 'First', type: 'Place', versions: '0+' },
        { name: 'Others', type: '[]Place', versions: '0+' },
      ],
      { commonStructs: [{ name: 'Place', versions: '0+', fields: [{ name: 'X', type: 'int8', versions: '0+' }] }] },
    ),
  )
  const [first, others] = definition.root.fields
  t.is(first!.struct, others!.struct)
  t.is(definition.structs.length, 2)
  t.is(first!.struct!.path, 'PartyRequest.Place')
})

test('a type does not repeat the name of its message', (t) => {
  t.is(structTypeName('MetadataResponse', 'MetadataResponseTopic'), 'MetadataResponseTopic')
  t.is(structTypeName('ProduceRequest', 'TopicProduceData'), 'ProduceRequestTopicProduceData')
})

const refused: readonly (readonly [string, RawMessage, RegExp])[] = [
  ['no versions', message([], { validVersions: 'none' }), /has no versions/],
  ['flexible versions that end', message([], { flexibleVersions: '1-2' }), /must be open/],
  ['a struct that is nowhere', message([{ name: 'A', type: 'Missing', versions: '0+' }]), /Missing is not defined/],
  [
    'a struct that is there twice',
    message([
      { name: 'A', type: 'Same', versions: '0+', fields: [] },
      { name: 'B', type: '[]Same', versions: '0+', fields: [] },
    ]),
    /Same is defined twice/,
  ],
  [
    'a field that is tagged in some of its versions',
    message([{ name: 'A', type: 'int8', versions: '0+', tag: 0, taggedVersions: '3+' }]),
    /tagged in all of its versions or in none/,
  ],
  [
    'a field with flexible versions of its own',
    message([{ name: 'A', type: 'int8', versions: '0+', flexibleVersions: '4+' }]),
    /can only be "none"/,
  ],
]
for (const [what, raw, expected] of refused) {
  test(`${what}: an error that names it`, (t) => {
    t.throws(() => parseDefinition(raw), { message: expected })
  })
}
