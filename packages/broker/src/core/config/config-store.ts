import { ConfigResourceType } from './config-source.ts'

/** A config of a broker, a group or client metrics was set, or taken back (null). */
export interface ConfigChanged {
  readonly type: 'config-changed'
  /** A `ConfigResourceType`. */
  readonly resourceType: number
  /** The empty name stands for all brokers. */
  readonly resourceName: string
  readonly name: string
  readonly value: string | null
}

const NONE: ReadonlyMap<string, string> = new Map()

/** What has been set for brokers, loggers, groups and client metrics. The configs of a topic lie with the topic. */
export class ConfigStore {
  // A cluster that is formatted with eligible leader replicas (KIP-966) sets this for all brokers from the start.
  readonly #byResource = new Map([[keyOf(ConfigResourceType.BROKER, ''), new Map([['min.insync.replicas', '1']])]])

  /** What was set for a resource, in the order in which it was set first. */
  get(resourceType: number, resourceName: string): ReadonlyMap<string, string> {
    return this.#byResource.get(keyOf(resourceType, resourceName)) ?? NONE
  }

  /** The names of the resources of a type for which something is set. */
  names(resourceType: number): string[] {
    const prefix = `${resourceType}/`
    return [...this.#byResource.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  }

  apply({ resourceType, resourceName, name, value }: ConfigChanged): void {
    const key = keyOf(resourceType, resourceName)
    const configs = this.#byResource.get(key) ?? new Map<string, string>()
    if (value === null) configs.delete(name)
    else configs.set(name, value)
    if (configs.size === 0) this.#byResource.delete(key)
    else this.#byResource.set(key, configs)
  }
}

function keyOf(resourceType: number, resourceName: string): string {
  return `${resourceType}/${resourceName}`
}
