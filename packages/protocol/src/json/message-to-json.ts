import { EncodeError } from '@odradek/bytes'
import { checkEncodeVersion } from '../field-writers.ts'
import type { MessageCodec, MessageInput, UnknownTaggedField } from '../message-codec.ts'
import type { FieldSchema, MessageSchema } from '../message-schema.ts'
import { encodeBase64 } from './base64.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import {
  defaultValue,
  elementType,
  isArray,
  isDefault,
  isInVersions,
  schemaOf,
  structFields,
  type StructValue,
} from './schema-fields.ts'

/**
 * A message in the JSON form of Kafka's own JsonConverter, with int64 as strings: the fields that the version has, bytes as
 * base64, tagged fields only where they are not at their default, those that are not known as `_unknownTaggedFields`.
 * Throws EncodeError where the version cannot carry a value.
 */
export function messageToJson<T>(codec: MessageCodec<T>, message: MessageInput<T>, version: number): JsonObject {
  checkEncodeVersion(codec.name, version, codec.minVersion, codec.maxVersion)
  const schema = schemaOf(codec.name)
  return structToJson({ schema, version }, schema.fields, message as StructValue, codec.name)
}

interface Context {
  readonly schema: MessageSchema
  readonly version: number
}

function structToJson(context: Context, fields: readonly FieldSchema[], struct: StructValue, path: string): JsonObject {
  const { schema, version } = context
  const json: JsonObject = {}
  for (const field of fields) {
    const value = struct[field.name]
    const fieldPath = `${path}.${field.name}`
    if (!isInVersions(field.versions, version)) {
      if (!field.ignorable && !isDefault(schema, field, value)) {
        throw new EncodeError(`${fieldPath} does not exist in version ${version}`)
      }
    } else if (field.tag === undefined || !isDefault(schema, field, value)) {
      json[field.name] = fieldToJson(
        context,
        field,
        value === undefined ? defaultValue(schema, field) : value,
        fieldPath,
      )
    }
  }
  const unknown = struct['unknownTaggedFields'] as readonly UnknownTaggedField[] | undefined
  if (unknown !== undefined && unknown.length > 0) {
    if (!isInVersions(schema.flexibleVersions, version)) {
      throw new EncodeError(`${path}.unknownTaggedFields does not exist in version ${version}`)
    }
    json['_unknownTaggedFields'] = unknown.map(({ tag, data }) => ({ tag, data: encodeBase64(data) }))
  }
  return json
}

function fieldToJson(context: Context, field: FieldSchema, value: unknown, path: string): JsonValue {
  if (value === null) {
    if (isInVersions(field.nullableVersions, context.version)) return null
    throw new EncodeError(`${path} cannot be null in version ${context.version}`)
  }
  if (!isArray(field)) return valueToJson(context, field, value, path)
  if (!Array.isArray(value)) throw new EncodeError(`${path} must be an array`)
  return value.map((element: unknown) => valueToJson(context, field, element, path))
}

function valueToJson(context: Context, field: FieldSchema, value: unknown, path: string): JsonValue {
  const fields = structFields(context.schema, field)
  if (fields) {
    if (typeof value !== 'object' || value === null) throw new EncodeError(`${path} must be an object`)
    return structToJson(context, fields, value as StructValue, path)
  }
  if (typeof value === 'bigint' && elementType(field) === 'int64') return value.toString()
  if (value instanceof Uint8Array) return encodeBase64(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  throw new EncodeError(`${path} must be of the type ${elementType(field)}, not ${String(value)}`)
}
