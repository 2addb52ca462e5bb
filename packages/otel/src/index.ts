export { observeClients, type ObserveClientsOptions } from './observe-clients.ts'
export { type ClientTracing, recordContext, traceClients, type TraceClientsOptions } from './trace-clients.ts'
