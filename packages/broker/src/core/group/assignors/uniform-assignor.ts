// `uniform`, the assignor that Kafka prefers: as equal as can be, and sticky.
import type { AssignorInput, GroupAssignment, ServerAssignor } from './server-assignor.ts'
import { assignHeterogeneous } from './uniform-heterogeneous.ts'
import { assignHomogeneous } from './uniform-homogeneous.ts'

/** Assigns partitions evenly. */
export const uniformAssignor: ServerAssignor = {
  name: 'uniform',
  assign(input: AssignorInput): GroupAssignment {
    return input.isHomogeneous ? assignHomogeneous(input) : assignHeterogeneous(input)
  },
}
