import type { CodeWriter } from './code-writer.ts'
import { fieldType, hasStructDefault } from './field-types.ts'
import type { FieldDefinition, MessageDefinition, StructDefinition } from './parse-definition.ts'
import { codecModule } from './modules.ts'
import { printVersionRange } from './version-range.ts'

/** Writes the interface of one struct, with a comment for every field. */
export function writeInterface(code: CodeWriter, message: MessageDefinition, struct: StructDefinition): void {
  const isRoot = struct === message.root
  code.doc([
    isRoot ? `${message.name}, versions ${printVersionRange(message.versions)}.` : `${struct.name} of ${message.name}.`,
  ])
  code.block(`export interface ${struct.typeName} {`, () => {
    for (const field of struct.fields) {
      code.doc([describeField(field, message)])
      code.line(`${field.name}: ${fieldType(field)}`)
    }
    if (message.flexibleFrom <= struct.versions.max) {
      code.doc(['Tagged fields that are not known here, by ascending tag.'])
      code.line(`unknownTaggedFields?: ${code.use(codecModule, 'type UnknownTaggedField')}[]`)
    }
  })
}

/** One line: Kafka's type, the versions, and what else the definition says. */
export function describeField(field: FieldDefinition, message: MessageDefinition): string {
  const parts = [`${field.isArray ? '[]' : ''}${field.type}, versions ${describeVersions(field, message)}`]
  if (field.nullableVersions) {
    const same = printVersionRange(field.nullableVersions) === printVersionRange(field.versions)
    parts.push(same ? 'nullable' : `nullable in ${openEnd(field.nullableVersions, message)}`)
  }
  if (field.tag !== undefined) parts.push(`tag ${field.tag}`)
  if (field.mapKey) parts.push('unique in its array')
  if (field.entityType) parts.push(`a ${field.entityType}`)
  if (field.ignorable) parts.push('ignored where the version lacks it')
  if (field.default !== undefined && !hasStructDefault(field)) {
    parts.push(`default ${field.default === '' ? 'empty' : field.default}`)
  }
  return `${parts.join(', ')}.`
}

function describeVersions(field: FieldDefinition, message: MessageDefinition): string {
  return field.versions ? openEnd(field.versions, message) : 'none'
}

// A range up to the latest version is written as Kafka does, open.
function openEnd(range: { min: number; max: number }, message: MessageDefinition): string {
  return printVersionRange(range.max === message.versions.max ? { min: range.min, max: Infinity } : range)
}
