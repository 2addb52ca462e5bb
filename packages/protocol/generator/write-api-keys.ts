// The table of API keys, which imports no message.
import { CodeWriter } from './code-writer.ts'
import type { ApiDefinition } from './write-apis.ts'

/** The table of API keys: names, versions and where flexible versions begin, without any message. */
export function writeApiKeys(apis: readonly ApiDefinition[]): string {
  const code = new CodeWriter()
  writeFactsInterface(code)
  code.doc(['API keys by name: `ApiKey.Produce` is 0.'])
  code.block(
    'export const ApiKey = {',
    () => apis.forEach(({ name, key }) => code.line(`${name}: ${key},`)),
    '} as const',
  )
  code.line()
  code.doc(["Kafka's name of an API."])
  code.line('export type ApiName = keyof typeof ApiKey')
  code.line()
  code.line(
    'const facts: readonly (readonly [ApiName, number, number, number, readonly [number, number] | undefined, number | undefined])[] = [',
  )
  for (const { name, request, latestStableVersion, kafka43 } of apis) {
    const range = kafka43 ? `[${kafka43.min}, ${kafka43.max}]` : 'undefined'
    const flexible = request.flexibleFrom <= request.versions.max ? request.flexibleFrom : 'undefined'
    code.line(
      `  ['${name}', ${request.versions.min}, ${request.versions.max}, ${latestStableVersion}, ${range}, ${flexible}],`,
    )
  }
  code.line(']')
  code.line()
  code.doc(['Every API by its key, in ascending order.'])
  code.block(
    'export const apiKeyFacts: ReadonlyMap<number, ApiKeyFacts> = /* @__PURE__ */ new Map(',
    () => {
      code.block(
        '/* @__PURE__ */ facts.map(([name, minVersion, maxVersion, latestStableVersion, kafka43Versions, flexibleFrom]) => {',
        () => {
          code.line('const key = ApiKey[name]')
          code.line(
            'return [key, { key, name, minVersion, maxVersion, latestStableVersion, kafka43Versions, flexibleFrom }]',
          )
        },
        '}),',
      )
    },
    ')',
  )
  code.line()
  code.doc(["Kafka's name of an API key; undefined where there is no such API."])
  code.block('export function apiName(key: number): ApiName | undefined {', () =>
    code.line('return apiKeyFacts.get(key)?.name'),
  )
  return `// Generated from schemas/ by generator/main.ts: not to be edited.\n\n${code.toString()}`
}

function writeFactsInterface(code: CodeWriter): void {
  code.doc(['What is known of an API without its messages.'])
  code.block('export interface ApiKeyFacts {', () => {
    code.line('/** The API key in request headers. */')
    code.line('readonly key: number')
    code.line("/** Kafka's name, such as Produce. */")
    code.line('readonly name: ApiName')
    code.line('/** The versions that can be encoded here. */')
    code.line('readonly minVersion: number')
    code.line('readonly maxVersion: number')
    code.line('/** The latest version that brokers announce. */')
    code.line('readonly latestStableVersion: number')
    code.line('/** The versions that Kafka 4.3 takes, as [oldest, latest]; undefined where it has dropped the API. */')
    code.line('readonly kafka43Versions: readonly [number, number] | undefined')
    code.line('/** The first flexible version of the request; undefined where there is none. */')
    code.line('readonly flexibleFrom: number | undefined')
  })
  code.line()
}
