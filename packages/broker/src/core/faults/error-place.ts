import type { Api, MessageInput } from '@odradek/protocol'

/** The answer to a request in which everything that it asks for has failed with one error code. */
export interface ErrorPlace {
  readonly apiKey: number
  readonly build: (request: object, errorCode: number, version: number) => object
}

/** Says where an API has its error codes. */
export function errorPlace<Request extends object, Response extends object>(
  api: Api<Request, Response>,
  build: (request: Request, errorCode: number, version: number) => NoInfer<MessageInput<Response>>,
): readonly [number, ErrorPlace] {
  return [api.key, { apiKey: api.key, build: build as unknown as ErrorPlace['build'] }]
}
