import type { CodeWriter } from './code-writer.ts'
import { elementType, scalarType } from './field-types.ts'
import { bytesModule, codecModule, readersModule, tagsModule } from './modules.ts'
import type { FieldDefinition, MessageDefinition, StructDefinition } from './parse-definition.ts'
import { versionTest, type VersionRange } from './version-range.ts'
import {
  branches,
  presenceTest,
  presentSegments,
  versionSegments,
  type FieldForm,
  type VersionSegment,
} from './version-segments.ts'
import { writeDefaultObject } from './write-defaults.ts'

type PresentSegment = VersionSegment & { readonly form: FieldForm }

/** Writes the function that decodes one struct: an object of defaults first, then each field that the version has. */
export function writeDecoder(code: CodeWriter, message: MessageDefinition, struct: StructDefinition): void {
  const reader = code.use(bytesModule, 'type ByteReader')
  code.functionBlock(`function decode${struct.name}`, [`reader: ${reader}`, 'version: number'], struct.typeName, () => {
    if (struct === message.root) {
      const { min, max } = message.versions
      code.line(`${code.use(readersModule, 'checkDecodeVersion')}(reader, '${message.name}', version, ${min}, ${max})`)
    }
    writeDefaultObject(code, `const decoded: ${struct.typeName} =`, struct)
    for (const field of struct.fields) if (field.tag === undefined) writeField(code, message, struct, field)
    if (message.flexibleFrom <= struct.versions.max) writeTaggedFields(code, message, struct)
    code.line('return decoded')
  })
}

function writeField(
  code: CodeWriter,
  message: MessageDefinition,
  struct: StructDefinition,
  field: FieldDefinition,
): void {
  const segments = versionSegments(field, struct.versions, message.flexibleFrom)
  const test = presenceTest(segments, struct.versions)
  if (test === 'false') return
  const present = presentSegments(segments)
  const write = () => (field.isArray ? writeArray(code, field, present) : writeValue(code, field, present))
  if (test === 'true') write()
  else code.block(`if (${test}) {`, write)
}

function writeValue(code: CodeWriter, field: FieldDefinition, segments: readonly PresentSegment[]): void {
  code.line(`decoded.${field.name} = ${choose(segments, (form) => readValue(code, field, form))}`)
}

function writeArray(code: CodeWriter, field: FieldDefinition, segments: readonly PresentSegment[]): void {
  const length = choose(segments, (form) => `${code.use(readersModule, `read${formName(form)}ArrayLength`)}(reader)`)
  const element = choose(segments, (form) => readValue(code, field, { compact: form.compact, nullable: false }))
  if (!segments.some(({ form }) => form.nullable) && field.default !== 'null' && !field.nullableVersions) {
    code.block(`for (let left = ${length}; left > 0; left--) {`, () =>
      code.line(`decoded.${field.name}.push(${element})`),
    )
    return
  }
  code.line(`const ${field.name}Length = ${length}`)
  const elements = `${field.name}Elements`
  const readElements = () => {
    code.line(`const ${elements}: ${elementType(field)}[] = []`)
    code.line(`for (let i = 0; i < ${field.name}Length; i++) ${elements}.push(${element})`)
    code.line(`decoded.${field.name} = ${elements}`)
  }
  code.chain([
    { test: `${field.name}Length < 0`, body: () => code.line(`decoded.${field.name} = null`) },
    { test: undefined, body: readElements },
  ])
}

// The expressions of the segments as one: a chain of tests on the version, newest first.
function choose(segments: readonly PresentSegment[], expression: (form: FieldForm) => string): string {
  const distinct: { range: VersionSegment['range']; form: FieldForm; text: string }[] = []
  for (const { range, form } of segments) {
    const text = expression(form)
    if (distinct.at(-1)?.text !== text) distinct.push({ range, form, text })
  }
  return branches(distinct)
    .map(({ test, segment }) => (test ? `${test} ? ${segment.text} : ` : segment.text))
    .join('')
}

function readValue(code: CodeWriter, field: FieldDefinition, form: FieldForm): string {
  if (field.struct) {
    const decode = `decode${field.struct.name}(reader, version)`
    if (!form.nullable) return decode
    // A nullable struct has a marker before it: one byte, or a varint in the data of a tagged field.
    return field.tag === undefined
      ? `reader.readInt8() < 0 ? null : ${decode}`
      : `reader.readUnsignedVarint() === 0 ? null : ${decode}`
  }
  const scalar = scalarType(field)
  if (!scalar.hasLength) return scalar.read
  return `${code.use(readersModule, `read${formName(form)}${scalar.read}`)}(reader)`
}

/** The middle part of the names of helpers. */
export function formName(form: FieldForm): string {
  return (form.compact ? 'Compact' : '') + (form.nullable ? 'Nullable' : '')
}

function writeTaggedFields(code: CodeWriter, message: MessageDefinition, struct: StructDefinition): void {
  const tagged = struct.fields.filter((field) => field.tag !== undefined && field.versions)
  tagged.sort((a, b) => a.tag! - b.tag!)
  const flexible = versionTest({ min: message.flexibleFrom, max: Infinity }, struct.versions)
  const write = () => {
    if (tagged.length === 0) {
      code.line(`const unknownTaggedFields = ${code.use(tagsModule, 'readUnknownTaggedFields')}(reader)`)
    } else writeTagLoop(code, message, struct, tagged)
    code.line('if (unknownTaggedFields !== undefined) decoded.unknownTaggedFields = unknownTaggedFields')
  }
  if (flexible === 'true') write()
  else code.block(`if (${flexible}) {`, write)
}

function writeTagLoop(
  code: CodeWriter,
  message: MessageDefinition,
  struct: StructDefinition,
  tagged: readonly FieldDefinition[],
): void {
  code.line(`let unknownTaggedFields: ${code.use(codecModule, 'type UnknownTaggedField')}[] | undefined`)
  code.line('let tag = -1')
  code.block('for (let left = reader.readUnsignedVarint(); left > 0; left--) {', () => {
    code.line(`tag = ${code.use(tagsModule, 'readTag')}(reader, tag)`)
    code.line(`const end = ${code.use(tagsModule, 'readTaggedFieldEnd')}(reader)`)
    const readTagged = (field: FieldDefinition) => {
      const present = presentSegments(versionSegments(field, taggedVersions(message, struct), message.flexibleFrom))
      if (field.isArray) writeArray(code, field, present)
      else writeValue(code, field, present)
      code.line(`${code.use(tagsModule, 'checkTaggedFieldEnd')}(reader, tag, end)`)
    }
    const readUnknown = () => {
      const read = code.use(tagsModule, 'readUnknownTaggedField')
      code.line(`unknownTaggedFields = ${read}(reader, unknownTaggedFields, tag, end)`)
    }
    const known = tagged.map((field) => ({ test: tagTest(message, struct, field), body: () => readTagged(field) }))
    code.chain([...known, { test: undefined, body: readUnknown }])
  })
}

function taggedVersions(message: MessageDefinition, struct: StructDefinition): VersionRange {
  return { min: Math.max(message.flexibleFrom, struct.versions.min), max: struct.versions.max }
}

function tagTest(message: MessageDefinition, struct: StructDefinition, field: FieldDefinition): string {
  const within = taggedVersions(message, struct)
  const test = presenceTest(versionSegments(field, within, message.flexibleFrom), within)
  return test === 'true' ? `tag === ${field.tag}` : `tag === ${field.tag} && ${test}`
}
