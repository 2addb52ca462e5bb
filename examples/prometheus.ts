// Metrics of all clients for Prometheus to scrape, by a server of node:http. Prints what a scrape gives, and ends.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { prometheusContentTypes, prometheusText } from '@odradek/otel/prometheus'
import { Consumer, Producer } from 'odradek'

const bootstrapServers = process.env['BOOTSTRAP'] ?? 'localhost:9092'
const producer = new Producer({ bootstrapServers, clientId: 'shop' })
const consumer = new Consumer({
  bootstrapServers,
  clientId: 'mill',
  groupId: 'mill',
  topics: 'visits',
  autoOffsetReset: 'earliest',
})
await producer.sendBatch('visits', [{ value: 'a' }, { value: 'b' }, { value: 'c' }])
await consumer.poll({ timeoutMs: 10_000 })

const server = createServer((request, response) => {
  const format = request.headers.accept?.includes('application/openmetrics-text') ? 'openmetrics' : 'text'
  response.setHeader('Content-Type', prometheusContentTypes[format])
  response.end(prometheusText([producer, consumer], { format }))
})
server.listen(0)
const { port } = server.address() as AddressInfo
const scrape = await fetch(`http://localhost:${port}/metrics`)
console.log(await scrape.text())

server.close()
await consumer.close()
await producer.close()
