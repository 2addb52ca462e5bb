// Turns a message definition, as schemas/merged.json has it, into the form that the writers take: ranges parsed, structs
// listed and named, every field with its path.
import { lowerFirst } from './names.ts'
import { hull, intersect, parseVersionRange, type VersionRange } from './version-range.ts'

/** A field as the JSON file has it. */
export interface RawField {
  readonly name: string
  readonly type: string
  readonly versions: string
  readonly nullableVersions?: string
  readonly tag?: number
  readonly taggedVersions?: string
  readonly flexibleVersions?: string
  readonly default?: string
  readonly entityType?: string
  readonly mapKey?: boolean
  readonly ignorable?: boolean
  readonly fields?: readonly RawField[]
}

/** A message as the JSON file has it. */
export interface RawMessage {
  readonly name: string
  readonly type: string
  readonly apiKey?: number
  readonly validVersions: string
  readonly flexibleVersions: string
  readonly latestVersionUnstable?: boolean
  readonly fields: readonly RawField[]
  readonly commonStructs?: readonly {
    readonly name: string
    readonly versions: string
    readonly fields: readonly RawField[]
  }[]
}

/** A field of a struct. */
export interface FieldDefinition {
  /** The name in TypeScript and JSON, such as topicData. */
  readonly name: string
  /** Where it is, for error messages, such as ProduceRequest.topicData.name. */
  readonly path: string
  /** The type in Kafka's definitions without `[]`: a scalar type, or the name of a struct. */
  readonly type: string
  readonly isArray: boolean
  readonly struct: StructDefinition | undefined
  readonly versions: VersionRange | undefined
  readonly nullableVersions: VersionRange | undefined
  readonly tag: number | undefined
  readonly neverFlexible: boolean
  readonly default: string | undefined
  readonly ignorable: boolean
  readonly mapKey: boolean
  readonly entityType: string | undefined
}

/** A struct of a message, or the message itself. */
export interface StructDefinition {
  /** The name in Kafka's definitions, such as TopicProduceData. */
  readonly name: string
  /** The interface in TypeScript, such as ProduceRequestTopicProduceData. */
  readonly typeName: string
  readonly path: string
  /** The versions of the message in which the struct can occur. */
  readonly versions: VersionRange
  readonly fields: readonly FieldDefinition[]
}

/** A message with its structs: each struct before those that use it, the message itself last. */
export interface MessageDefinition {
  readonly name: string
  readonly type: string
  readonly apiKey: number | undefined
  readonly versions: VersionRange
  /** Infinity where no version is flexible. */
  readonly flexibleFrom: number
  readonly latestVersionUnstable: boolean
  readonly root: StructDefinition
  readonly structs: readonly StructDefinition[]
}

/** Parses one message. Throws where the definition uses something that the writers do not know. */
export function parseDefinition(raw: RawMessage): MessageDefinition {
  const versions = parseVersionRange(raw.validVersions)
  if (!versions) throw new Error(`${raw.name} has no versions`)
  const flexible = parseVersionRange(raw.flexibleVersions)
  if (flexible && flexible.max !== Infinity) throw new Error(`${raw.name}: flexibleVersions must be open`)
  const parser = new StructParser(raw)
  const root = parser.parseStruct(raw.name, raw.name, raw.name, versions, raw.fields)
  return {
    name: raw.name,
    type: raw.type,
    apiKey: raw.apiKey,
    versions,
    flexibleFrom: flexible?.min ?? Infinity,
    latestVersionUnstable: raw.latestVersionUnstable ?? false,
    root,
    structs: parser.structs,
  }
}

class StructParser {
  readonly structs: StructDefinition[] = []
  readonly #raw: RawMessage
  readonly #common = new Map<string, StructDefinition>()

  constructor(raw: RawMessage) {
    this.#raw = raw
  }

  parseStruct(
    name: string,
    typeName: string,
    path: string,
    versions: VersionRange,
    raw: readonly RawField[],
  ): StructDefinition {
    const fields = raw.map((field) => this.#parseField(field, path, versions))
    const struct: StructDefinition = { name, typeName, path, versions, fields }
    if (this.structs.some((other) => other.typeName === typeName)) throw new Error(`${path}: ${name} is defined twice`)
    this.structs.push(struct)
    return struct
  }

  #parseField(raw: RawField, parentPath: string, parentVersions: VersionRange): FieldDefinition {
    const name = lowerFirst(raw.name)
    const path = `${parentPath}.${name}`
    const isArray = raw.type.startsWith('[]')
    const type = isArray ? raw.type.slice(2) : raw.type
    const versions = intersect(parseVersionRange(raw.versions), parentVersions)
    if (raw.taggedVersions !== undefined && raw.taggedVersions !== raw.versions) {
      throw new Error(`${path}: a field must be tagged in all of its versions or in none`)
    }
    if (raw.flexibleVersions !== undefined && raw.flexibleVersions !== 'none') {
      throw new Error(`${path}: flexibleVersions of a field can only be "none"`)
    }
    return {
      name,
      path,
      type,
      isArray,
      struct: /^[A-Z]/.test(type) ? this.#structOf(raw, type, path, versions ?? parentVersions) : undefined,
      versions,
      nullableVersions: intersect(parseVersionRange(raw.nullableVersions ?? 'none'), versions),
      tag: raw.tag,
      neverFlexible: raw.flexibleVersions === 'none',
      default: raw.default,
      ignorable: raw.ignorable ?? false,
      mapKey: raw.mapKey ?? false,
      entityType: raw.entityType,
    }
  }

  #structOf(raw: RawField, type: string, path: string, versions: VersionRange): StructDefinition {
    const typeName = structTypeName(this.#raw.name, type)
    if (raw.fields) return this.parseStruct(type, typeName, path, versions, raw.fields)
    const parsed = this.#common.get(type)
    if (parsed) return parsed
    const common = this.#raw.commonStructs?.find((struct) => struct.name === type)
    if (!common) throw new Error(`${path}: ${type} is not defined`)
    const messageVersions = parseVersionRange(this.#raw.validVersions)
    const used = intersect(hull(parseVersionRange(common.versions), versions), messageVersions)
    const struct = this.parseStruct(type, typeName, `${this.#raw.name}.${type}`, used ?? versions, common.fields)
    this.#common.set(type, struct)
    return struct
  }
}

/**
 * The interface of a struct: the message's name, then the struct's, as in ProduceRequestTopicProduceData; the struct's name alone
 * where it already begins with the message's, as in MetadataResponseTopic.
 */
export function structTypeName(message: string, struct: string): string {
  return struct.startsWith(message) ? struct : message + struct
}
