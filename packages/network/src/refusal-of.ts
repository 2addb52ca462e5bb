import type { AuthenticationError } from '@odradek/protocol'

import type { NodeConnection } from './node-connection.ts'

/** Why nobody can be asked: all fail, and one of them because it does not trust us, or we do not trust it. */
export function refusalOf(nodes: readonly NodeConnection[], nowMs: number): AuthenticationError | undefined {
  if (!nodes.every((node) => node.isFailing)) return undefined
  return nodes.map((node) => node.refusal(nowMs)).find((refusal) => refusal !== undefined)
}
