import type {
  GroupDeleted,
  GroupRecordsWritten,
  GroupStored,
  OffsetCommitted,
  OffsetDeleted,
} from '../broker-record.ts'

/** One change of what a broker knows of a group. */
export type GroupStateRecord = OffsetCommitted | OffsetDeleted | GroupStored | GroupDeleted | GroupRecordsWritten
