// Prints as JSON how long it took to import the broker, and from the call of `Broker.start` to the first answer.
import { firstMetadata } from './startup.mjs'

const cpuBefore = process.cpuUsage()
const before = performance.now()
const { Broker } = await import('@odradek/broker')
const importMs = performance.now() - before
const cpuAfterImport = process.cpuUsage(cpuBefore)
const startedAt = performance.now()
const broker = await Broker.start()
await firstMetadata(broker.port)
const metadataMs = performance.now() - startedAt
const cpu = process.cpuUsage(cpuBefore)
await broker.close()
const milliseconds = ({ user, system }) => (user + system) / 1000
const importCpuMs = milliseconds(cpuAfterImport)
console.log(JSON.stringify({ importMs, metadataMs, importCpuMs, metadataCpuMs: milliseconds(cpu) - importCpuMs }))
