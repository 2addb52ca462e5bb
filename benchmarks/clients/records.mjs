// The records that every client sends: JSON values of an exact size, with keys of 10 bytes. The same on every run.
import { seededRandom } from '../workload.mjs'

export const KEY_BYTES = 10

const TOWNS = ['Prague', 'Berlin', 'Vienna', 'Paris', 'Rome']
const WORDS = ['order', 'paid', 'sent', 'late', 'gift', 'none', 'again', 'twice', 'north', 'south', 'amber', 'green']

/** `count` records of `valueBytes` each; key and value in memory of their own, as an application's would be. */
export function makeRecords(count, valueBytes) {
  const random = seededRandom(41_000 + valueBytes)
  const below = (limit) => Math.floor(random() * limit)
  const records = []
  for (let id = 0; id < count; id++) {
    const key = `k${String(below(1e9)).padStart(KEY_BYTES - 1, '0')}`
    let text = `{"id":${id},"user":"user-${below(5000)}","amount":${below(1e6) / 100},"town":"${TOWNS[below(5)]}","note":"`
    while (text.length < valueBytes) text += `${WORDS[below(WORDS.length)]} `
    records.push({ key: ownBytes(key), value: ownBytes(`${text.slice(0, valueBytes - 2)}"}`) })
  }
  return records
}

function ownBytes(text) {
  return Buffer.from(new TextEncoder().encode(text).buffer)
}

/** What is summed up over all records read, in whatever order they come: right only where key and value were really there. */
export function touch(key, value) {
  return key[0] + key[key.length - 1] * 3 + key.length * 7 + value[0] * 5 + value[value.length - 1] * 11 + value.length
}
