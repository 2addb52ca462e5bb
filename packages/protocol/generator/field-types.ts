// What Kafka's scalar types are in TypeScript, and how a default is written there.
import type { FieldDefinition } from './parse-definition.ts'

interface ScalarType {
  readonly typescript: string
  /** The default where the definition names none. */
  readonly zero: string
  /** How it is read and written: an expression and a function, or where it has a length the last part of helpers' names. */
  readonly read: string
  readonly write: string
  readonly hasLength: boolean
}

const fixed = (typescript: string, zero: string, name: string, read = name): ScalarType => ({
  typescript,
  zero,
  read: `reader.read${read}()`,
  write: `write${name}`,
  hasLength: false,
})

const sized = (typescript: string, zero: string, name: string): ScalarType => ({
  typescript,
  zero,
  read: name,
  write: name,
  hasLength: true,
})

const scalars: Readonly<Record<string, ScalarType>> = {
  bool: fixed('boolean', 'false', 'Bool', 'Boolean'),
  int8: fixed('number', '0', 'Int8'),
  int16: fixed('number', '0', 'Int16'),
  uint16: fixed('number', '0', 'Uint16'),
  int32: fixed('number', '0', 'Int32'),
  uint32: fixed('number', '0', 'Uint32'),
  int64: fixed('bigint', '0n', 'Int64'),
  float64: fixed('number', '0', 'Float64'),
  uuid: fixed('string', 'ZERO_UUID', 'Uuid'),
  string: sized('string', "''", 'String'),
  bytes: sized('Uint8Array', 'EMPTY_BYTES', 'Bytes'),
  records: sized('Uint8Array', 'EMPTY_BYTES', 'Bytes'),
}

/** The scalar type of a field that has no struct. Throws where there is no such type. */
export function scalarType(field: FieldDefinition): ScalarType {
  const type = scalars[field.type]
  if (!type) throw new Error(`${field.path}: the type ${field.type} is not known`)
  return type
}

/** The type of one element, or of the field itself where it is no array. */
export function elementType(field: FieldDefinition): string {
  return field.struct?.typeName ?? scalarType(field).typescript
}

/** The type of the field in the generated interface. */
export function fieldType(field: FieldDefinition): string {
  return elementType(field) + (field.isArray ? '[]' : '') + (isNullable(field) ? ' | null' : '')
}

/** Whether the field can be null in any version, or has null for its default. */
export function isNullable(field: FieldDefinition): boolean {
  return field.nullableVersions !== undefined || field.default === 'null'
}

/** Whether the bytes of a field are the same in flexible versions as in others. */
export function isSameWhenCompact(field: FieldDefinition): boolean {
  return !field.isArray && (field.struct !== undefined || !scalarType(field).hasLength)
}

/** The default as an expression, for all but structs that are not null by default (their default is a struct of defaults). */
export function defaultLiteral(field: FieldDefinition): string {
  if (field.default === 'null') return 'null'
  if (field.isArray) return '[]'
  if (field.struct) throw new Error(`${field.path}: the default of a struct is not a literal`)
  const { typescript, zero } = scalarType(field)
  if (field.default === undefined || field.default === '') return zero
  switch (typescript) {
    case 'boolean':
      return String(field.default === 'true')
    case 'number':
      return String(Number(field.default))
    case 'bigint':
      return `${BigInt(field.default)}n`.replace(/^(-?)0x/, '$1')
    case 'string':
      if (field.type === 'string') return `'${field.default.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  }
  throw new Error(`${field.path}: the default ${field.default} is not known`)
}

/** Whether the default is a struct full of defaults. */
export function hasStructDefault(field: FieldDefinition): boolean {
  return field.struct !== undefined && !field.isArray && field.default !== 'null'
}
