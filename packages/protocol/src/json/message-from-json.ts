import { EncodeError } from '@odradek/bytes'
import { checkEncodeVersion } from '../field-writers.ts'
import type { MessageCodec } from '../message-codec.ts'
import type { FieldSchema, MessageSchema } from '../message-schema.ts'
import { decodeBase64 } from './base64.ts'
import type { JsonObject, JsonValue } from './json-value.ts'
import { defaultValue, elementType, isArray, isInVersions, schemaOf, structFields } from './schema-fields.ts'

/**
 * The message that a JSON form, as `messageToJson` gives it, stands for, with every field; those that the JSON leaves out have
 * their defaults. Throws EncodeError, naming the field, for a value of the wrong type and for a field that the version lacks.
 */
export function messageFromJson<T>(codec: MessageCodec<T>, json: JsonValue, version: number): T {
  checkEncodeVersion(codec.name, version, codec.minVersion, codec.maxVersion)
  const schema = schemaOf(codec.name)
  return structFromJson({ schema, version }, schema.fields, json, codec.name) as T
}

interface Context {
  readonly schema: MessageSchema
  readonly version: number
}

function structFromJson(context: Context, fields: readonly FieldSchema[], json: JsonValue, path: string): object {
  const object = asObject(json, path)
  const { schema, version } = context
  const struct: Record<string, unknown> = {}
  for (const field of fields) {
    const value = object[field.name]
    if (value === undefined) struct[field.name] = defaultValue(schema, field)
    else if (isInVersions(field.versions, version)) {
      struct[field.name] = fieldFromJson(context, field, value, `${path}.${field.name}`)
    } else throw new EncodeError(`${path}.${field.name} does not exist in version ${version}`)
  }
  for (const key of Object.keys(object)) {
    if (key === '_unknownTaggedFields') struct['unknownTaggedFields'] = unknownFromJson(object[key]!, path)
    else if (!fields.some(({ name }) => name === key)) throw new EncodeError(`${path} has no field ${key}`)
  }
  return struct
}

function unknownFromJson(json: JsonValue, path: string): object[] {
  const name = `${path}._unknownTaggedFields`
  if (!Array.isArray(json)) throw new EncodeError(`${name} must be an array`)
  return json.map((entry) => {
    const { tag, data } = asObject(entry, name)
    if (typeof tag !== 'number' || typeof data !== 'string') throw new EncodeError(`${name} needs a tag and data`)
    return { tag, data: decodeBase64(data, name) }
  })
}

function asObject(json: JsonValue, path: string): JsonObject {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json
  throw new EncodeError(`${path} must be an object`)
}

function fieldFromJson(context: Context, field: FieldSchema, json: JsonValue, path: string): unknown {
  if (json === null) {
    if (isInVersions(field.nullableVersions, context.version)) return null
    throw new EncodeError(`${path} cannot be null in version ${context.version}`)
  }
  if (!isArray(field)) return valueFromJson(context, field, json, path)
  if (!Array.isArray(json)) throw new EncodeError(`${path} must be an array`)
  return json.map((element) => valueFromJson(context, field, element, path))
}

function valueFromJson(context: Context, field: FieldSchema, json: JsonValue, path: string): unknown {
  const fields = structFields(context.schema, field)
  if (fields) return structFromJson(context, fields, json, path)
  switch (elementType(field)) {
    case 'bool':
      if (typeof json === 'boolean') return json
      break
    case 'string':
    case 'uuid':
      if (typeof json === 'string') return json
      break
    case 'bytes':
    case 'records':
      if (typeof json === 'string') return decodeBase64(json, path)
      break
    case 'int64':
      if (typeof json === 'string' && /^-?\d+$/.test(json)) return BigInt(json)
      break
    case 'float64':
      if (typeof json === 'number') return json
      if (json === 'NaN' || json === 'Infinity' || json === '-Infinity') return Number(json)
      break
    default:
      if (Number.isInteger(json)) return json
  }
  throw new EncodeError(`${path} must be ${expected[elementType(field)] ?? 'an integer'}, not ${JSON.stringify(json)}`)
}

const expected: Readonly<Record<string, string>> = {
  bool: 'true or false',
  string: 'a string',
  uuid: 'a UUID of 22 characters',
  bytes: 'base64',
  records: 'base64',
  int64: 'a string of digits',
  float64: 'a number, "NaN", "Infinity" or "-Infinity"',
}
