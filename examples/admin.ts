import { Admin, BrokerError } from 'odradek'

await using admin = new Admin({ bootstrapServers: process.env['BOOTSTRAP'] ?? 'localhost:9092' })

const [created] = await admin.createTopics([
  { name: 'orders', numPartitions: 3, replicationFactor: 1, configs: { 'retention.ms': '86400000' } },
])
console.log(`${created?.name} has ${created?.numPartitions} partitions`)

// One that fails does not hide the others.
for (const { item, error } of await admin.deleteTopics(['orders-old', 'orders-older']).settled()) {
  if (BrokerError.is(error)) console.log(`${String(item)}: ${error.errorName}`)
}

// Sets a group back to the beginning of a topic.
const [orders] = await admin.describeTopics(['orders'])
const earliest = await admin.listOffsets(
  orders!.partitions.map(({ partition }) => ({ topic: 'orders', partition, spec: 'earliest' })),
)
await admin.alterConsumerGroupOffsets('billing', earliest)

// How far the group is behind.
const [billing] = await admin.listConsumerGroupOffsets(['billing'])
const latest = await admin.listOffsets(
  billing!.offsets.map(({ topic, partition }) => ({ topic, partition, spec: 'latest' })),
)
const lag = latest.reduce((sum, { offset }, i) => sum + Number(offset - (billing!.offsets[i]!.offset ?? 0n)), 0)
console.log(`billing is ${lag} records behind`)
