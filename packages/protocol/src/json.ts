// Messages as JSON and back, for tools and tests. It brings every definition with it, which is why it has a door of its own.
export type { JsonObject, JsonValue } from './json/json-value.ts'
export { messageFromJson } from './json/message-from-json.ts'
export { messageToJson } from './json/message-to-json.ts'
