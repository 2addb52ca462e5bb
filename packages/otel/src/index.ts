export { type ClientTracing, recordContext, traceClients, type TraceClientsOptions } from './trace-clients.ts'
