// Odradek. `--no-native-crc` (see child.mjs) makes it run as where the optional @node-rs/crc32 is not installed.
import { murmur2 } from '@odradek/partitioners'
import { decodeRecordBatches, RecordBatchBuilder } from '@odradek/records'

import { keys, keyTexts, mix, RECORDS, TIMESTAMP, values, valueTexts } from '../workload.mjs'

const INITIAL_CAPACITY = 131_072

export const encode = {
  run() {
    const builder = new RecordBatchBuilder({ initialCapacity: INITIAL_CAPACITY })
    for (let i = 0; i < RECORDS; i++) builder.append(TIMESTAMP, keys[i], values[i])
    return builder.build()
  },
}

export const encodeStrings = {
  run() {
    const builder = new RecordBatchBuilder({ initialCapacity: INITIAL_CAPACITY })
    for (let i = 0; i < RECORDS; i++) builder.append(TIMESTAMP, keyTexts[i], valueTexts[i])
    return builder.build()
  },
}

export const decode = {
  run(bytes) {
    let sum = 0
    for (const batch of decodeRecordBatches(bytes)) {
      batch.ensureValid()
      for (const record of batch.records()) sum = mix(sum, record.key, record.value)
    }
    return sum
  },
}

export const decodeForEach = {
  run(bytes) {
    let sum = 0
    for (const batch of decodeRecordBatches(bytes)) {
      batch.ensureValid()
      batch.forEach((record) => {
        sum = mix(sum, record.key, record.value)
      })
    }
    return sum
  },
}

export const decodeUnchecked = {
  run(bytes) {
    let sum = 0
    for (const batch of decodeRecordBatches(bytes)) {
      for (const record of batch.records()) sum = mix(sum, record.key, record.value)
    }
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
