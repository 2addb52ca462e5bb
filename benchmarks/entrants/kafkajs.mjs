// kafkajs: what its Produce request and its Fetch response do to a partition's records.
import { createRequire } from 'node:module'

import { keys, mix, RECORDS, TIMESTAMP, values } from '../workload.mjs'

const require = createRequire(import.meta.url)
const { RecordBatch } = require('kafkajs/src/protocol/recordBatch/v0')
const Record = require('kafkajs/src/protocol/recordBatch/record/v0')
const decodeRecordBatch = require('kafkajs/src/protocol/recordBatch/v0/decoder')
const Decoder = require('kafkajs/src/protocol/decoder')
const murmur2 = require('kafkajs/src/producer/partitioners/default/murmur2')

export const encode = {
  async run() {
    const records = []
    for (let i = 0; i < RECORDS; i++) {
      records.push(Record({ offsetDelta: i, timestampDelta: 0, key: keys[i], value: values[i], headers: undefined }))
    }
    const batch = await RecordBatch({
      firstTimestamp: TIMESTAMP,
      maxTimestamp: TIMESTAMP,
      lastOffsetDelta: RECORDS - 1,
      records,
    })
    return batch.buffer
  },
}

export const decode = {
  async run(bytes) {
    let sum = 0
    const batch = await decodeRecordBatch(new Decoder(bytes))
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
