import { readFileSync } from 'node:fs'
import type { Schemas } from './generate.ts'

/** Reads the files in schemas/. */
export function readSchemas(): Schemas {
  return {
    messages: readJson('merged.json') as Schemas['messages'],
    errors: readJson('errors.json') as Schemas['errors'],
    apiKeys: readJson('api-keys.json') as Schemas['apiKeys'],
  }
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8'))
}
