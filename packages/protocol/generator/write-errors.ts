import { CodeWriter } from './code-writer.ts'

/** What schemas/errors.json says of an error code. */
export interface RawError {
  readonly code: number
  readonly name: string
  readonly retriable: boolean
}

/** The module of error codes. Throws where an error has no text, or a text no error. */
export function writeErrors(errors: readonly RawError[], texts: Readonly<Record<string, string>>): string {
  const names = new Set(errors.map(({ name }) => name))
  const withoutError = Object.keys(texts).filter((name) => !names.has(name))
  if (withoutError.length > 0) throw new Error(`there are no such errors: ${withoutError.join(', ')}`)
  const code = new CodeWriter()
  code.doc(["Kafka's error codes by name: `ErrorCode.NOT_LEADER_OR_FOLLOWER` is 6."])
  code.block(
    'export const ErrorCode = {',
    () => {
      for (const error of errors) {
        const text = texts[error.name]
        if (text === undefined) throw new Error(`${error.name} has no text`)
        code.doc([error.retriable ? `${text} Retriable.` : text])
        code.line(`${error.name}: ${error.code},`)
      }
    },
    '} as const',
  )
  code.line()
  code.doc(["Kafka's name of an error code."])
  code.line('export type ErrorName = keyof typeof ErrorCode')
  code.line()
  writeTable(code, errors, texts)
  writeFunctions(code)
  return `// Generated from schemas/errors.json by generator/main.ts: not to be edited.\n\n${code.toString()}`
}

function writeTable(code: CodeWriter, errors: readonly RawError[], texts: Readonly<Record<string, string>>): void {
  code.line('// Code -> name, whether a retry can help, meaning.')
  code.block('const errors: Readonly<Record<number, readonly [ErrorName, boolean, string]>> = {', () => {
    for (const { code: number, name, retriable } of errors) {
      const key = number < 0 ? `[${number}]` : number
      code.line(`${key}: ['${name}', ${retriable}, ${quote(texts[name] ?? '')}],`)
    }
  })
  code.line()
}

function writeFunctions(code: CodeWriter): void {
  code.doc([
    "Kafka's name of an error code, such as NOT_LEADER_OR_FOLLOWER; UNKNOWN_ERROR_ and the code where a newer broker has sent one not known here.",
  ])
  code.block('export function errorName(code: number): string {', () =>
    code.line('return errors[code]?.[0] ?? `UNKNOWN_ERROR_${code}`'),
  )
  code.line()
  code.doc(['What an error code means, in one sentence.'])
  code.block('export function errorMessage(code: number): string {', () => {
    code.line('return errors[code]?.[2] ?? `The broker sent error code ${code}, which is not known here.`')
  })
  code.line()
  code.doc(['Whether Kafka says of an error code that the same request can succeed later.'])
  code.block('export function isRetriableErrorCode(code: number): boolean {', () =>
    code.line('return errors[code]?.[1] ?? false'),
  )
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
