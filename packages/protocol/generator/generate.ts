import { errorTexts } from './error-texts.ts'
import { kebabCase } from './names.ts'
import { parseDefinition, type RawMessage } from './parse-definition.ts'
import { pairApis, writeAllApis, writeAllMessages, writeApi, type RawApiKey } from './write-apis.ts'
import { writeApiKeys } from './write-api-keys.ts'
import { writeErrors, type RawError } from './write-errors.ts'
import { writeMessage } from './write-message.ts'
import { writeSchemas } from './write-schemas.ts'

/** What the generator starts from: the contents of the files in schemas/. */
export interface Schemas {
  readonly messages: readonly RawMessage[]
  readonly errors: readonly RawError[]
  readonly apiKeys: readonly RawApiKey[]
}

/** The text of every generated file, by its path below src/generated/. */
export function generate(schemas: Schemas): Map<string, string> {
  const raw = [...schemas.messages].sort((a, b) => (a.name < b.name ? -1 : 1))
  const messages = raw.map(parseDefinition)
  const apis = pairApis(messages, schemas.apiKeys)
  const files = new Map<string, string>()
  for (const message of messages) files.set(`messages/${kebabCase(message.name)}.ts`, writeMessage(message))
  for (const api of apis) files.set(`apis/${kebabCase(api.name)}.ts`, writeApi(api))
  files.set('api-keys.ts', writeApiKeys(apis))
  files.set('all-apis.ts', writeAllApis(apis))
  files.set('all-messages.ts', writeAllMessages(messages))
  files.set('error-codes.ts', writeErrors(schemas.errors, errorTexts))
  files.set('message-schemas.ts', writeSchemas(raw))
  return files
}
