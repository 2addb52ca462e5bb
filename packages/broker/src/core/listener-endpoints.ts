// A client hears of brokers as they are reached through the listener that it came by itself. Handlers name the first listener of
// each broker; here their answers are put right.
import type { BrokerRegistrations } from './cluster/broker-registrations.ts'

interface Endpoint {
  readonly nodeId?: number
  readonly brokerId?: number
}

type Response = Readonly<Record<string, unknown>>

/** The lists of brokers that answers have. */
const LISTS = ['brokers', 'nodeEndpoints', 'coordinators']

/** An answer for a client of a listener. */
export function endpointsOfListener(response: object, listener: string, brokers: BrokerRegistrations): object {
  if (brokers.all().every(({ listeners }) => listeners.length < 2)) return response
  const given = response as Response
  const changed: Record<string, unknown> = {}
  for (const name of LISTS) {
    const list = given[name]
    if (Array.isArray(list)) changed[name] = list.map((entry: Endpoint) => reached(entry, listener, brokers))
  }
  const whole = 'nodeId' in given && 'host' in given ? reached(given as Endpoint, listener, brokers) : given
  return { ...whole, ...changed }
}

function reached(entry: Endpoint, listener: string, brokers: BrokerRegistrations): object {
  const id = entry.nodeId ?? entry.brokerId
  const broker = id === undefined ? undefined : brokers.get(id)
  const endpoint = broker?.listeners.find((known) => known.listener === listener)
  return endpoint === undefined ? entry : { ...entry, host: endpoint.host, port: endpoint.port }
}
