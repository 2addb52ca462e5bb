// Questions about a field of a definition that both directions of the JSON conversion ask.
import { EncodeError, ZERO_UUID } from '@odradek/bytes'
import { EMPTY_BYTES } from '../field-readers.ts'
import { messageSchemas } from '../generated/message-schemas.ts'
import type { FieldSchema, MessageSchema } from '../message-schema.ts'

/** A decoded struct, as far as the conversion knows it. */
export type StructValue = Readonly<Record<string, unknown>>

/** The definition of a message. Throws EncodeError where there is none of that name. */
export function schemaOf(name: string): MessageSchema {
  const schema = messageSchemas[name]
  if (!schema) throw new EncodeError(`there is no message ${name}`)
  return schema
}

/** Whether a version is in a range as the definitions write it: "3", "2-7", "4+", "none". */
export function isInVersions(range: string | undefined, version: number): boolean {
  if (range === undefined || range === 'none') return false
  if (range.endsWith('+')) return version >= Number(range.slice(0, -1))
  const [min, max = min] = range.split('-')
  return version >= Number(min) && version <= Number(max)
}

/** Whether the field is an array. */
export function isArray(field: FieldSchema): boolean {
  return field.type.startsWith('[]')
}

/** The type of the field, or of its elements where it is an array. */
export function elementType(field: FieldSchema): string {
  return isArray(field) ? field.type.slice(2) : field.type
}

/** The fields of the struct that a field holds; undefined where it holds something else. */
export function structFields(message: MessageSchema, field: FieldSchema): readonly FieldSchema[] | undefined {
  if (field.fields) return field.fields
  const type = elementType(field)
  return message.structs.find(({ name }) => name === type)?.fields
}

/** What a field holds when nothing else is said: a new object for a struct, a new array for an array. */
export function defaultValue(message: MessageSchema, field: FieldSchema): unknown {
  if (field.default === 'null') return null
  if (isArray(field)) return []
  const fields = structFields(message, field)
  if (fields) return Object.fromEntries(fields.map((inner) => [inner.name, defaultValue(message, inner)]))
  switch (field.type) {
    case 'bool':
      return field.default === 'true'
    case 'string':
      return field.default ?? ''
    case 'bytes':
    case 'records':
      return EMPTY_BYTES
    case 'uuid':
      return ZERO_UUID
    case 'int64':
      return BigInt(field.default ?? 0)
    default:
      return Number(field.default ?? 0)
  }
}

/** Whether a value is the field's default; undefined counts as such. */
export function isDefault(message: MessageSchema, field: FieldSchema, value: unknown): boolean {
  if (value === undefined) return true
  if (value === null || field.default === 'null') return value === null && field.default === 'null'
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length === 0
  const fields = structFields(message, field)
  if (!fields) return value === defaultValue(message, field)
  const struct = value as StructValue
  const unknown = struct['unknownTaggedFields']
  if (Array.isArray(unknown) && unknown.length > 0) return false
  return fields.every((inner) => isDefault(message, inner, struct[inner.name]))
}
