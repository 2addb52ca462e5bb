import type { CodeWriter } from './code-writer.ts'
import { isNullable, isSameWhenCompact, scalarType } from './field-types.ts'
import { bytesModule, codecModule, tagsModule, writersModule } from './modules.ts'
import { localName } from './names.ts'
import type { FieldDefinition, MessageDefinition, StructDefinition } from './parse-definition.ts'
import { contains, negatedTest, versionTest, type VersionRange } from './version-range.ts'
import {
  branches,
  presentSegments,
  presenceTest,
  versionSegments,
  type FieldForm,
  type VersionSegment,
} from './version-segments.ts'
import { formName } from './write-decoder.ts'
import { nonDefaultTest, writeInputFields } from './write-defaults.ts'

/** Writes the function that encodes one struct: the fields in order, each as the version has it, then the tagged ones. */
export function writeEncoder(code: CodeWriter, message: MessageDefinition, struct: StructDefinition): void {
  const writer = code.use(bytesModule, 'type ByteWriter')
  const input = `${code.use(codecModule, 'type MessageInput')}<${struct.typeName}>`
  code.functionBlock(
    `function encode${struct.name}`,
    [`writer: ${writer}`, `input: ${input}`, 'version: number'],
    'void',
    () => {
      if (struct === message.root) {
        const { min, max } = message.versions
        code.line(`${code.use(writersModule, 'checkEncodeVersion')}('${message.name}', version, ${min}, ${max})`)
      }
      code.line(`${code.use(writersModule, 'checkStruct')}(input, '${struct.path}')`)
      writeInputFields(code, message, struct)
      const fields = new FieldEncoder(code, message, struct)
      for (const field of struct.fields) if (field.tag === undefined) fields.writeField(field)
      if (message.flexibleFrom <= struct.versions.max) fields.writeTaggedFields()
    },
  )
}

class FieldEncoder {
  readonly #code: CodeWriter
  readonly #message: MessageDefinition
  readonly #struct: StructDefinition

  constructor(code: CodeWriter, message: MessageDefinition, struct: StructDefinition) {
    this.#code = code
    this.#message = message
    this.#struct = struct
  }

  /** The field in every version that has it; in the others, the check that nothing is lost. */
  writeField(field: FieldDefinition): void {
    const within = this.#struct.versions
    const segments = versionSegments(field, within, this.#message.flexibleFrom)
    const test = presenceTest(segments, within)
    const write = () => this.#writeForms(field, presentSegments(segments))
    if (test === 'true') write()
    else if (test === 'false') this.#refuseNonDefault(field)
    else if (field.ignorable) this.#code.block(`if (${test}) {`, write)
    else {
      this.#code.chain([
        { test, body: write },
        { test: nonDefaultTest(this.#code, field), body: () => this.#code.line(`throw ${this.#notInVersion(field)}`) },
      ])
    }
  }

  #notInVersion(field: FieldDefinition): string {
    return `${this.#code.use(writersModule, 'notInVersion')}('${field.path}', version)`
  }

  #refuseNonDefault(field: FieldDefinition): void {
    if (!field.ignorable)
      this.#code.line(`if (${nonDefaultTest(this.#code, field)}) throw ${this.#notInVersion(field)}`)
  }

  #writeForms(field: FieldDefinition, segments: readonly (VersionSegment & { readonly form: FieldForm })[]): void {
    const name = localName(field.name)
    if (!field.isArray) return this.#eachForm(segments, (form) => this.#writeValue(field, form, name))
    this.#eachForm(segments, (form) => {
      const write = this.#code.use(writersModule, `write${formName(form)}ArrayLength`)
      this.#code.line(`${write}(writer, ${this.#checked(field, form, name)}, '${field.path}')`)
    })
    const writeElements = () => {
      this.#code.block(`for (const element of ${name}) {`, () => {
        const element = { ...field, isArray: false, nullableVersions: undefined, default: undefined }
        const forms = segments.map(({ range, form }) => {
          return { range, form: { compact: form.compact && !isSameWhenCompact(element), nullable: false } }
        })
        this.#eachForm(forms, (form) => this.#writeValue(element, form, 'element'))
      })
    }
    if (isNullable(field)) this.#code.block(`if (${name} !== null) {`, writeElements)
    else writeElements()
  }

  // Statements for each form, under tests on the version where they differ.
  #eachForm(
    segments: readonly (VersionSegment & { readonly form: FieldForm })[],
    write: (form: FieldForm) => void,
  ): void {
    const same = (a: FieldForm, b: FieldForm) => a.compact === b.compact && a.nullable === b.nullable
    const distinct = segments.filter((segment, i) => i === 0 || !same(segments[i - 1]!.form, segment.form))
    this.#code.chain(branches(distinct).map(({ test, segment }) => ({ test, body: () => write(segment.form) })))
  }

  #writeValue(field: FieldDefinition, form: FieldForm, name: string): void {
    if (field.struct) return this.#writeStruct(field, form, name)
    const scalar = scalarType(field)
    const helper = scalar.hasLength ? `write${formName(form)}${scalar.write}` : scalar.write
    this.#code.line(
      `${this.#code.use(writersModule, helper)}(writer, ${this.#checked(field, form, name)}, '${field.path}')`,
    )
  }

  #writeStruct(field: FieldDefinition, form: FieldForm, name: string): void {
    const code = this.#code
    const encode = (value: string) => code.line(`encode${field.struct!.name}(writer, ${value}, version)`)
    if (!form.nullable) return encode(this.#checked(field, form, name))
    // A nullable struct has a marker before it: one byte, or a varint in the data of a tagged field.
    const [absent, present, method] =
      field.tag === undefined ? ['-1', '1', 'writeInt8'] : ['0', '1', 'writeUnsignedVarint']
    const whenPresent = () => {
      code.line(`writer.${method}(${present})`)
      encode(name)
    }
    code.chain([
      { test: `${name} === null`, body: () => code.line(`writer.${method}(${absent})`) },
      { test: undefined, body: whenPresent },
    ])
  }

  // The variable, with the check against null where other versions know null and this form does not.
  #checked(field: FieldDefinition, form: FieldForm, name: string): string {
    if (form.nullable || !isNullable(field)) return name
    return `${this.#code.use(writersModule, 'notNull')}(${name}, '${field.path}', version)`
  }

  /** The section of tagged fields: their count, those that are not at their default, and those kept from decoding. */
  writeTaggedFields(): void {
    const within = this.#struct.versions
    const tagged = this.#struct.fields.filter((field) => field.tag !== undefined).sort((a, b) => a.tag! - b.tag!)
    for (const field of tagged) this.#writeHas(field)
    const flexible = versionTest({ min: this.#message.flexibleFrom, max: Infinity }, within)
    const write = () => this.#writeTagSection(tagged)
    if (flexible === 'true') return write()
    const unknown = 'unknownTaggedFields !== undefined && unknownTaggedFields.length > 0'
    const refuse = () => {
      const notInVersion = this.#code.use(writersModule, 'notInVersion')
      this.#code.line(`throw ${notInVersion}('${this.#struct.path}.unknownTaggedFields', version)`)
    }
    this.#code.chain([
      { test: flexible, body: write },
      { test: unknown, body: refuse },
    ])
  }

  // const hasX = whether the field is to be written; and the check that nothing is lost where the version lacks it.
  #writeHas(field: FieldDefinition): void {
    const test = versionTest(field.versions, this.#struct.versions)
    const nonDefault = nonDefaultTest(this.#code, field)
    if (test === 'true') return this.#code.line(`const ${hasName(field)} = ${nonDefault}`)
    const grouped = nonDefault.includes(' || ') ? `(${nonDefault})` : nonDefault
    if (field.ignorable) return this.#code.line(`const ${hasName(field)} = ${test} && ${grouped}`)
    this.#code.line(`const ${hasName(field)} = ${nonDefault}`)
    this.#code.line(`if (${hasName(field)} && ${negatedTest(test)}) throw ${this.#notInVersion(field)}`)
  }

  #writeTagSection(tagged: readonly FieldDefinition[]): void {
    const code = this.#code
    const counts = tagged.map((field) => `(${hasName(field)} ? 1 : 0)`)
    const unknown = 'unknownTaggedFields?.length ?? 0'
    code.line(`writer.writeUnsignedVarint(${counts.length === 0 ? unknown : [...counts, `(${unknown})`].join(' + ')})`)
    for (const field of tagged) {
      code.block(`if (${hasName(field)}) {`, () => {
        code.line(`const start = ${code.use(tagsModule, 'beginTaggedField')}(writer, ${field.tag})`)
        const within = this.#taggedVersions()
        this.#writeForms(field, presentSegments(versionSegments(field, within, this.#message.flexibleFrom)))
        code.line(`${code.use(tagsModule, 'endTaggedField')}(writer, start)`)
      })
    }
    const write = code.use(tagsModule, 'writeUnknownTaggedFields')
    code.line(`${write}(writer, unknownTaggedFields, ${this.#lastTag(tagged)}, '${this.#struct.path}')`)
  }

  #taggedVersions(): VersionRange {
    return { min: Math.max(this.#message.flexibleFrom, this.#struct.versions.min), max: this.#struct.versions.max }
  }

  // The greatest tag that the version defines, as a chain of tests where versions differ; -1 for none.
  #lastTag(tagged: readonly FieldDefinition[]): string {
    const within = this.#taggedVersions()
    const segments: { range: VersionRange; form: undefined; tag: number }[] = []
    for (let version = within.min; version <= within.max; version++) {
      const tag = Math.max(
        -1,
        ...tagged.filter((field) => contains(field.versions, version)).map((field) => field.tag!),
      )
      if (segments.at(-1)?.tag !== tag) segments.push({ range: { min: version, max: version }, form: undefined, tag })
    }
    return branches(segments)
      .map(({ test, segment }) => (test ? `${test} ? ${segment.tag} : ` : `${segment.tag}`))
      .join('')
  }
}

function hasName(field: FieldDefinition): string {
  return `has${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`
}
