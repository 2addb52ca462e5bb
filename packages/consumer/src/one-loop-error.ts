import { UsageError } from '@odradek/protocol'

/** For whoever asks for records while somebody else takes them. */
export function oneLoopError(): UsageError {
  return new UsageError('the next record is being asked for already: await it first, and run one loop at a time')
}
