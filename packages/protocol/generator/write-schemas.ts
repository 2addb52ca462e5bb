import type { RawField, RawMessage } from './parse-definition.ts'

/** The module that holds the definitions themselves, for the conversion to and from JSON. */
export function writeSchemas(messages: readonly RawMessage[]): string {
  const entries = messages.map((message) => {
    const structs = (message.commonStructs ?? []).map(
      ({ name, versions, fields }) =>
        `      { name: '${name}', versions: '${versions}', fields: [\n${printFields(fields, 8)}      ] },\n`,
    )
    return [
      `  ${message.name}: {\n    flexibleVersions: '${message.flexibleVersions}',\n`,
      `    fields: [\n${printFields(message.fields, 6)}    ],\n`,
      `    structs: [${structs.length > 0 ? `\n${structs.join('')}    ` : ''}],\n  },\n`,
    ].join('')
  })
  return [
    '// Generated from schemas/merged.json by generator/main.ts: not to be edited.\n',
    "import type { MessageSchema } from '../message-schema.ts'\n\n",
    '/** The definition of every message, by name. Importing it brings all of them with it. */\n',
    `export const messageSchemas: Readonly<Record<string, MessageSchema>> = {\n${entries.join('')}}\n`,
  ].join('')
}

function printFields(fields: readonly RawField[], indent: number): string {
  const margin = ' '.repeat(indent)
  return fields
    .map((field) => {
      const parts = [
        `name: '${field.name.charAt(0).toLowerCase()}${field.name.slice(1)}'`,
        `type: '${field.type}'`,
        `versions: '${field.versions}'`,
      ]
      if (field.nullableVersions !== undefined) parts.push(`nullableVersions: '${field.nullableVersions}'`)
      if (field.tag !== undefined) parts.push(`tag: ${field.tag}`)
      if (field.default !== undefined) parts.push(`default: '${field.default}'`)
      if (field.ignorable) parts.push('ignorable: true')
      if (field.fields)
        return `${margin}{ ${parts.join(', ')}, fields: [\n${printFields(field.fields, indent + 2)}${margin}] },\n`
      return `${margin}{ ${parts.join(', ')} },\n`
    })
    .join('')
}
