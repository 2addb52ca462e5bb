// @platformatic/kafka: what its Produce request and its Fetch response do to a partition's records.
import { createRecordsBatch, murmur2, Reader, readRecordsBatch } from '@platformatic/kafka'

import { keys, mix, RECORDS, TIMESTAMP, values } from '../workload.mjs'

export const encode = {
  run() {
    const messages = []
    for (let i = 0; i < RECORDS; i++) {
      messages.push({ topic: 't', partition: 0, key: keys[i], value: values[i], timestamp: BigInt(TIMESTAMP) })
    }
    return createRecordsBatch(messages).buffer
  },
}

export const decode = {
  run(bytes) {
    let sum = 0
    const batch = readRecordsBatch(Reader.from(bytes))
    for (const record of batch.records) sum = mix(sum, record.key, record.value)
    return sum
  },
}

export const hash = {
  run() {
    let sum = 0
    for (let i = 0; i < RECORDS; i++) sum = (sum + murmur2(keys[i])) | 0
    return sum
  },
}
