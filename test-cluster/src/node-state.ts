/**
 * The states of one node's process.
 *
 * | state    | meaning                                        | left by                                                     |
 * | -------- | ---------------------------------------------- | ----------------------------------------------------------- |
 * | stopped  | no process, the data is kept                   | start → running                                             |
 * | running  | the JVM runs (ready or not)                    | freeze → frozen, kill or shut down → ending, its end → died |
 * | frozen   | SIGSTOP: connections stay open, nothing answers | thaw → running, kill or shut down → ending, its end → died  |
 * | ending   | a signal to end was sent, by us                | its end → stopped                                           |
 * | died     | it ended though nobody here ended it           | start → running                                             |
 */
import { ClusterError } from './cluster-error.ts'

/** See the table above. */
export type NodeState = 'stopped' | 'running' | 'frozen' | 'ending' | 'died'

/** All states. */
export const nodeStates: readonly NodeState[] = ['stopped', 'running', 'frozen', 'ending', 'died']

const successors: Readonly<Record<NodeState, readonly NodeState[]>> = {
  stopped: ['running'],
  running: ['frozen', 'ending', 'died'],
  frozen: ['running', 'ending', 'died'],
  ending: ['stopped'],
  died: ['running'],
}

/** Whether the table has this move. */
export const mayFollow = (from: NodeState, to: NodeState): boolean => successors[from].includes(to)

/**
 * Returns `to`.
 * @throws ClusterError `wrong-state` when the table does not have the move, such as thawing a node that is not frozen.
 */
export const nextState = (nodeName: string, from: NodeState, to: NodeState): NodeState => {
  if (!mayFollow(from, to)) {
    throw new ClusterError('wrong-state', `${nodeName} is ${from}; from there it cannot become ${to}.`)
  }
  return to
}
