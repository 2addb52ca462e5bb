import { decodeRecordBatches } from '@odradek/records'
import type { LogManager } from '../core/log/log-manager.ts'
import type { TopicStore } from '../core/topics/topic-store.ts'
import type { SnapshotLog } from './snapshot-file.ts'

const READ_BYTES = 16 * 1024 * 1024

/** What the logs of a broker hold now. */
export function takeLogs(nodeId: number, logs: LogManager): SnapshotLog[] {
  return [...logs.all()].map(({ topic: { topicId }, partition, log }) => {
    const { startOffset, endOffset } = log
    const parts: Uint8Array[] = []
    let size = 0
    for (let offset = startOffset; offset < endOffset;) {
      const read = log.read(offset, READ_BYTES, true)
      const last = read.at(-1)
      if (last === undefined) break
      for (const bytes of read) size += bytes.length
      parts.push(...read)
      for (const batch of decodeRecordBatches(last)) offset = Number(batch.nextOffset)
    }
    const bytes = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return { nodeId, topicId, partition, startOffset, endOffset, bytes }
  })
}

/** Puts logs of a snapshot into those of a broker that has not started. `nowMs`: wall clock. */
export function putLogs(snapshot: readonly SnapshotLog[], logs: LogManager, topics: TopicStore, nowMs: number): void {
  for (const { topicId, partition, startOffset, bytes } of snapshot) {
    const topic = topics.byId(topicId)
    if (topic === undefined) continue
    const log = logs.open(topic, partition)
    if (startOffset > 0) log.truncateFullyAndStartAt(startOffset, nowMs)
    for (const batch of decodeRecordBatches(bytes)) {
      if (Number(batch.baseOffset) >= log.endOffset) log.append(Uint8Array.from(batch.bytes), nowMs)
    }
  }
}
