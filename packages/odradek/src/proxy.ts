export { KafkaProxy, type KafkaProxyOptions } from './proxy/kafka-proxy.ts'
export type { FaultSet } from './proxy/fault-set.ts'
export type { ProxyFault } from './proxy/proxy-fault.ts'
export type { UpstreamSslOptions } from './proxy/proxy-tls.ts'
