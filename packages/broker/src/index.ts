export { Broker } from './broker.ts'
export type { BrokerEvent, BrokerEventListener } from './events.ts'
export { brokerOptionTable, type BrokerOptions, type StartTopic } from './options.ts'
