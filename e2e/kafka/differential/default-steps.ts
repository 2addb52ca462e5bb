// For each API that the reference broker speaks: its empty request in every version, in an order that a seed shuffles. So an API that is
// added is compared from its first day.
import { ByteWriter } from '@odradek/bytes'
import { type Api, ApiKey } from '@odradek/protocol'
import { allApis } from '@odradek/protocol/all-apis'
import type { Step } from './step.ts'

/** Requests that say nothing and do something: not to be sent by the way. */
const LEFT_OUT: ReadonlySet<number> = new Set([ApiKey.UnregisterBroker, ApiKey.ElectLeaders])

/** The steps for APIs by key with their oldest and latest versions. */
export function defaultSteps(
  versions: ReadonlyMap<number, readonly [number, number]>,
  random: () => number,
): readonly Step[] {
  const steps = [...versions].flatMap(([apiKey, [minVersion, maxVersion]]): Step[] => {
    const api = allApis.find(({ key }) => key === apiKey)
    if (api === undefined || LEFT_OUT.has(apiKey)) return []
    const count = maxVersion - minVersion + 1
    return Array.from({ length: count }, (_, i) => minVersion + i)
      .filter((version) => canEncode(api, version))
      .map((version): Step => [api.name, version, {}, isNeverAnswered(apiKey, version) ? 'silent' : undefined])
  })
  for (let i = steps.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[steps[i], steps[j]] = [steps[j]!, steps[i]!]
  }
  return steps
}

/** See the known differences. */
function isNeverAnswered(apiKey: number, version: number): boolean {
  return apiKey === ApiKey.AddPartitionsToTxn && version >= 4
}

function canEncode(api: Api<unknown, unknown>, version: number): boolean {
  try {
    api.request.encode(new ByteWriter(), {}, version)
    return true
  } catch {
    return false
  }
}
