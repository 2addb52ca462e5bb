import { CodeWriter } from './code-writer.ts'
import { codecModule } from './modules.ts'
import { lowerFirst } from './names.ts'
import type { MessageDefinition } from './parse-definition.ts'
import { writeDecoder } from './write-decoder.ts'
import { structsComparedWithDefault, structsWithDefault, writeDefault, writeIsDefault } from './write-defaults.ts'
import { writeEncoder } from './write-encoder.ts'
import { writeInterface } from './write-interface.ts'

/** The module of one message: its interfaces, the functions of its structs and its codec. */
export function writeMessage(message: MessageDefinition): string {
  const code = new CodeWriter()
  const outermostFirst = [...message.structs].reverse()
  for (const struct of outermostFirst) {
    writeInterface(code, message, struct)
    code.line()
  }
  const withDefault = structsWithDefault(message)
  const compared = structsComparedWithDefault(message)
  for (const struct of message.structs) {
    if (withDefault.has(struct)) {
      writeDefault(code, struct)
      code.line()
    }
    if (compared.has(struct)) {
      writeIsDefault(code, message, struct)
      code.line()
    }
    writeEncoder(code, message, struct)
    code.line()
    writeDecoder(code, message, struct)
    code.line()
  }
  writeCodec(code, message)
  return `// Generated from schemas/merged.json (${message.name}) by generator/main.ts: not to be edited.\n${code.imports()}\n${code.toString()}`
}

function writeCodec(code: CodeWriter, message: MessageDefinition): void {
  const { name, versions, flexibleFrom } = message
  code.doc([`Encodes and decodes ${name}.`])
  code.block(`export const ${lowerFirst(name)}: ${code.use(codecModule, 'type MessageCodec')}<${name}> = {`, () => {
    code.line(`name: '${name}',`)
    code.line(`apiKey: ${message.apiKey},`)
    code.line(`type: '${message.type}',`)
    code.line(`minVersion: ${versions.min},`)
    code.line(`maxVersion: ${versions.max},`)
    code.line(`flexibleFrom: ${flexibleFrom <= versions.max ? flexibleFrom : 'undefined'},`)
    code.line(`encode: encode${message.root.name},`)
    code.line(`decode: decode${message.root.name},`)
  })
}
