import type { BrokerOptions } from '@odradek/broker'
import { CommandError } from '../cli/command-error.ts'

interface ListenerAddress {
  readonly name: string
  readonly host: string
  readonly port: number
}

const ANY_HOST = '0.0.0.0'

/** Which of the listeners in properties clients use, as options; the others are warned about. Throws CommandError where one is no address. */
export function clientListener(
  properties: Readonly<Record<string, string>>,
  source: string,
): { readonly options: BrokerOptions; readonly warnings: readonly string[] } {
  const controllers = new Set(listOf(properties['controller.listener.names']))
  const parse = (key: string) => listOf(properties[key]).map((text) => parseListener(text, `${source}: ${key}`))
  const open = parse('listeners').filter(({ name }) => !controllers.has(name))
  const protocols = protocolMap(properties['listener.security.protocol.map'])
  const plain = open.filter(({ name }) => (protocols.get(name) ?? name) === 'PLAINTEXT')
  const [chosen] = plain.length > 0 ? plain : open
  if (chosen === undefined) return { options: {}, warnings: [] }
  const warnings = open
    .filter((other) => other !== chosen)
    .map(({ name }) => `${source}: listeners: ${name} is not opened; ${chosen.name} is`)
  const protocol = protocols.get(chosen.name) ?? chosen.name
  if (protocol !== 'PLAINTEXT')
    warnings.push(`${source}: listeners: ${chosen.name} is opened as PLAINTEXT, not as ${protocol}`)
  const told = parse('advertised.listeners').find(({ name }) => name === chosen.name)
  return {
    options: {
      host: chosen.host === '' ? ANY_HOST : chosen.host,
      port: chosen.port,
      ...(told === undefined ? {} : { advertisedHost: told.host || 'localhost', advertisedPort: told.port }),
    },
    warnings,
  }
}

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function protocolMap(text: string | undefined): Map<string, string> {
  return new Map(listOf(text).map((pair) => pair.split(':', 2) as [string, string]))
}

function parseListener(text: string, where: string): ListenerAddress {
  const match = /^([A-Z0-9_-]+):\/\/\[?([^\]]*?)\]?:(\d{1,5})$/i.exec(text)
  if (match === null || Number(match[3]) > 65_535)
    throw new CommandError(`${where} is '${text}'`, { hint: 'Give it NAME://host:port, such as PLAINTEXT://:9092.' })
  return { name: match[1]!, host: match[2]!, port: Number(match[3]) }
}
