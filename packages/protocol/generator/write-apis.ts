// The modules that join requests with their responses, and the lists of all APIs and all messages.
import { CodeWriter } from './code-writer.ts'
import { kebabCase, lowerFirst } from './names.ts'
import type { MessageDefinition } from './parse-definition.ts'

/** What schemas/api-keys.json says of an API. */
export interface RawApiKey {
  readonly apiKey: number
  readonly name: string
  readonly hasValidVersion: boolean
  readonly oldestVersion?: number
  readonly latestVersion?: number
  readonly latestStableVersion?: number
  readonly listeners: readonly string[]
}

/** A request and its response. */
export interface ApiDefinition {
  readonly key: number
  readonly name: string
  readonly request: MessageDefinition
  readonly response: MessageDefinition
  readonly latestStableVersion: number
  /** What Kafka 4.3 takes; undefined where it has dropped the API. */
  readonly kafka43: { readonly min: number; readonly max: number } | undefined
}

/** Pairs requests with responses by API key. Throws where one has no other, or where they disagree on versions. */
export function pairApis(messages: readonly MessageDefinition[], keys: readonly RawApiKey[]): ApiDefinition[] {
  const responses = new Map(
    messages.filter(({ type }) => type === 'response').map((message) => [message.apiKey, message]),
  )
  const requests = messages.filter(({ type }) => type === 'request')
  const apis = requests.map((request) => {
    const response = responses.get(request.apiKey)
    const facts = keys.find(({ apiKey }) => apiKey === request.apiKey)
    if (!response || !facts) throw new Error(`${request.name} has no response, or its API key is not listed`)
    const { min, max } = request.versions
    if (response.versions.min !== min || response.versions.max !== max) {
      throw new Error(`${request.name} and ${response.name} do not have the same versions`)
    }
    const kafka43 =
      facts.oldestVersion === undefined || facts.latestVersion === undefined
        ? undefined
        : { min: facts.oldestVersion, max: facts.latestVersion }
    return {
      key: facts.apiKey,
      name: facts.name,
      request,
      response,
      latestStableVersion: facts.latestStableVersion ?? max,
      kafka43,
    }
  })
  return apis.sort((a, b) => a.key - b.key)
}

/** The module of one API. */
export function writeApi(api: ApiDefinition): string {
  const code = new CodeWriter()
  const { request, response } = api
  for (const { name } of [request, response]) {
    const module = `../messages/${kebabCase(name)}.ts`
    code.use(module, lowerFirst(name))
    code.use(module, `type ${name}`)
  }
  const type = `${code.use('../../api.ts', 'type Api')}<${request.name}, ${response.name}>`
  code.doc([`The ${api.name} API, key ${api.key}, versions ${request.versions.min} to ${request.versions.max}.`])
  code.block(`export const ${lowerFirst(api.name)}Api: ${type} = {`, () => {
    code.line(`key: ${api.key},`)
    code.line(`name: '${api.name}',`)
    code.line(`request: ${lowerFirst(request.name)},`)
    code.line(`response: ${lowerFirst(response.name)},`)
    code.line(`minVersion: ${request.versions.min},`)
    code.line(`maxVersion: ${request.versions.max},`)
    code.line(`latestStableVersion: ${api.latestStableVersion},`)
    code.line(`requestHeaderVersion: ${headerVersion(requestHeaderVersions(api))},`)
    code.line(`responseHeaderVersion: ${headerVersion(responseHeaderVersions(api))},`)
  })
  return `// Generated from schemas/ (${api.name}) by generator/main.ts: not to be edited.\n${code.imports()}\n${code.toString()}`
}

/** The request header version of every version, from 0 on. */
function requestHeaderVersions({ name, request }: ApiDefinition): number[] {
  return everyVersion(request, (version) => {
    if (name === 'ControlledShutdown' && version === 0) return 0
    return version >= request.flexibleFrom ? 2 : 1
  })
}

/** The response header version of every version, from 0 on. */
function responseHeaderVersions({ name, response }: ApiDefinition): number[] {
  return everyVersion(response, (version) => (name !== 'ApiVersions' && version >= response.flexibleFrom ? 1 : 0))
}

function everyVersion(message: MessageDefinition, header: (version: number) => number): number[] {
  return Array.from({ length: message.versions.max + 1 }, (_, version) => header(version))
}

// Header versions only grow: a chain of tests, newest first.
function headerVersion(versions: readonly number[]): string {
  const steps = versions.flatMap((header, version) =>
    version === 0 || versions[version - 1] !== header ? [{ header, version }] : [],
  )
  if (steps.length === 1) return `() => ${steps[0]!.header}`
  const chain = steps
    .reverse()
    .map(({ header, version }) => (version === 0 ? `${header}` : `version >= ${version} ? ${header} : `))
  return `(version) => (${chain.join('')})`
}

/** The list of every API, for brokers and tools. */
export function writeAllApis(apis: readonly ApiDefinition[]): string {
  const code = new CodeWriter()
  code.use('../api.ts', 'type Api')
  for (const { name } of apis) code.use(`./apis/${kebabCase(name)}.ts`, `${lowerFirst(name)}Api`)
  code.doc(['Every API, by ascending key. Importing it brings every request and response with it.'])
  code.block(
    'export const allApis: readonly Api<unknown, unknown>[] = [',
    () => {
      for (const { name } of apis) code.line(`${lowerFirst(name)}Api,`)
    },
    ']',
  )
  return `// Generated from schemas/ by generator/main.ts: not to be edited.\n${code.imports()}\n${code.toString()}`
}

/** The list of every message, for tools. */
export function writeAllMessages(messages: readonly MessageDefinition[]): string {
  const code = new CodeWriter()
  code.use('../message-codec.ts', 'type MessageCodec')
  for (const { name } of messages) code.use(`./messages/${kebabCase(name)}.ts`, lowerFirst(name))
  code.doc(['Every message, by name. Importing it brings all of them with it.'])
  code.block(
    'export const allMessages: readonly MessageCodec<unknown>[] = [',
    () => {
      for (const { name } of messages) code.line(`${lowerFirst(name)},`)
    },
    ']',
  )
  return `// Generated from schemas/ by generator/main.ts: not to be edited.\n${code.imports()}\n${code.toString()}`
}
