// Defaults: the literal that a decoder starts from, the test for "not the default", and the two functions that some structs need.
import type { CodeWriter } from './code-writer.ts'
import { defaultLiteral, hasStructDefault, isNullable, scalarType } from './field-types.ts'
import { bytesModule, codecModule, readersModule, writersModule } from './modules.ts'
import { localName } from './names.ts'
import type { FieldDefinition, MessageDefinition, StructDefinition } from './parse-definition.ts'
import { versionTest } from './version-range.ts'

/** The default as decoded objects have it. */
export function decodedDefault(code: CodeWriter, field: FieldDefinition): string {
  if (hasStructDefault(field)) return `default${field.struct!.name}()`
  return literal(code, field)
}

/** The default as encoders take it: an empty object stands for a struct of defaults. */
export function inputDefault(code: CodeWriter, field: FieldDefinition): string {
  return hasStructDefault(field) ? '{}' : literal(code, field)
}

function literal(code: CodeWriter, field: FieldDefinition): string {
  const text = defaultLiteral(field)
  if (text === 'EMPTY_BYTES') code.use(readersModule, text)
  if (text === 'ZERO_UUID') code.use(bytesModule, text)
  return text
}

/** The expression for "this variable does not hold the field's default". */
export function nonDefaultTest(code: CodeWriter, field: FieldDefinition): string {
  const name = localName(field.name)
  if (field.default === 'null') return `${name} !== null`
  const orNull = isNullable(field) ? `${name} === null || ` : ''
  if (hasStructDefault(field)) return `${orNull}!isDefault${field.struct!.name}(${name})`
  // Null, which types forbid where no version knows it, is no default either: what writes the field then refuses it.
  if (field.isArray || scalarType(field).typescript === 'Uint8Array') return `${name}?.length !== 0`
  return `${name} !== ${literal(code, field)}`
}

// The expression for "this variable holds the field's default".
function defaultTest(code: CodeWriter, field: FieldDefinition): string {
  const name = localName(field.name)
  if (field.default === 'null') return `${name} === null`
  const notNull = isNullable(field) ? `${name} !== null && ` : ''
  if (hasStructDefault(field)) return `${notNull}isDefault${field.struct!.name}(${name})`
  if (field.isArray || scalarType(field).typescript === 'Uint8Array') return `${name}?.length === 0`
  return `${name} === ${literal(code, field)}`
}

/** The structs for which some encoder or decoder needs the default as a whole. */
export function structsWithDefault(message: MessageDefinition): Set<StructDefinition> {
  const found = new Set<StructDefinition>()
  for (const struct of message.structs) {
    for (const field of struct.fields) if (hasStructDefault(field)) found.add(field.struct!)
  }
  return found
}

/** The structs that some encoder compares with their default: where a field is tagged, or may not be lost in a version without it. */
export function structsComparedWithDefault(message: MessageDefinition): Set<StructDefinition> {
  const found = new Set<StructDefinition>()
  for (const struct of [...message.structs].reverse()) {
    for (const field of struct.fields) {
      if (!hasStructDefault(field)) continue
      const alwaysThere = versionTest(field.versions, struct.versions) === 'true'
      const compared = field.tag === undefined ? !alwaysThere && !field.ignorable : true
      if (compared || found.has(struct)) found.add(field.struct!)
    }
  }
  return found
}

/** Writes the function that makes a struct of defaults. */
export function writeDefault(code: CodeWriter, struct: StructDefinition): void {
  code.block(`function default${struct.name}(): ${struct.typeName} {`, () => writeDefaultObject(code, 'return', struct))
}

/** Writes an object literal with every field's default, after `before`. */
export function writeDefaultObject(code: CodeWriter, before: string, struct: StructDefinition): void {
  if (struct.fields.length === 0) return code.line(`${before} {}`)
  code.block(`${before} {`, () => {
    for (const field of struct.fields) code.line(`${field.name}: ${decodedDefault(code, field)},`)
  })
}

/** Writes the function that tells whether a struct holds only defaults. */
export function writeIsDefault(code: CodeWriter, message: MessageDefinition, struct: StructDefinition): void {
  const input = code.use(codecModule, 'type MessageInput')
  code.block(`function isDefault${struct.name}(input: ${input}<${struct.typeName}>): boolean {`, () => {
    code.line(`${code.use(writersModule, 'checkStruct')}(input, '${struct.path}')`)
    writeInputFields(code, message, struct)
    const tests = struct.fields.map((field) => defaultTest(code, field))
    if (message.flexibleFrom <= struct.versions.max) tests.push('!unknownTaggedFields?.length')
    code.line(`return ${tests.join(' && ') || 'true'}`)
  })
}

/** Writes the statement that takes the fields out of `input`, each with its default. */
export function writeInputFields(code: CodeWriter, message: MessageDefinition, struct: StructDefinition): void {
  const names = struct.fields.map((field) => {
    const local = localName(field.name)
    return `${field.name}${local === field.name ? '' : `: ${local}`} = ${inputDefault(code, field)}`
  })
  if (message.flexibleFrom <= struct.versions.max) names.push('unknownTaggedFields')
  if (names.length === 0) return
  const line = `const { ${names.join(', ')} } = input`
  if (line.length <= 110) return code.line(line)
  code.block('const {', () => names.forEach((name) => code.line(`${name},`)), '} = input')
}
