// Fills a topic with numbered records before a consumer is let loose on it.
import { Producer } from '@odradek/producer'

import type { SoakWorld } from './scenario.ts'

const BATCH = 5000

/** Records with values that begin with their number. */
export async function prefill(
  { cluster, records, progress }: SoakWorld,
  topic: string,
  valueSize: number,
): Promise<void> {
  await using producer = new Producer({ bootstrapServers: cluster.bootstrapServers })
  const padding = 'x'.repeat(valueSize)
  for (let first = 0; first < records; first += BATCH) {
    const count = Math.min(BATCH, records - first)
    const batch = Array.from({ length: count }, (_, i) => {
      const number = `${first + i} `
      return { key: `k${(first + i) % 1000}`, value: number + padding.slice(number.length) }
    })
    await producer.sendBatch(topic, batch)
    progress(`${(first + count).toLocaleString('en-US')} records are written`)
  }
}
