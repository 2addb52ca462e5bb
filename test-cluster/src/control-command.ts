/** What can be done to the nodes of a running cluster from another terminal, and how it is written down. */
import { ClusterError } from './cluster-error.ts'
import type { Cluster, ClusterNode } from './running-cluster.ts'

/** The actions, each with what it does. */
export const controlActions = {
  status: 'print the nodes and how they are',
  kill: 'SIGKILL, as a power cut would end them; their data stays',
  'shut-down': 'SIGTERM: they hand their partitions over first',
  restart: 'start them with their data; wait until they answer',
  freeze: 'SIGSTOP: connections stay open and nothing answers',
  thaw: 'SIGCONT: they go on',
} as const

/** The name of an action. */
export type ControlAction = keyof typeof controlActions

/** One line of JSON on the control socket. */
export interface ControlRequest {
  readonly action: ControlAction
  /** Ids of nodes; none: all. */
  readonly nodes: readonly number[]
}

/** One line of JSON back. */
export type ControlAnswer =
  | {
      readonly ok: true
      readonly bootstrapServers: string
      readonly version: string
      readonly nodes: readonly ClusterNode[]
    }
  | { readonly ok: false; readonly error: string }

/** Reads a request. @throws ClusterError `bad-option` for what is none. */
export const parseControlRequest = (line: string): ControlRequest => {
  const bad = (): never => {
    throw new ClusterError('bad-option', `This is no request to a cluster: ${line.slice(0, 200)}`)
  }
  let given: Partial<ControlRequest> | null
  try {
    given = JSON.parse(line) as Partial<ControlRequest> | null
  } catch {
    return bad()
  }
  const { action, nodes } = given ?? {}
  if (action === undefined || !Object.hasOwn(controlActions, action)) return bad()
  if (!Array.isArray(nodes) || !nodes.every((node) => Number.isInteger(node))) return bad()
  return { action, nodes }
}

/** Carries a request out, at all of its nodes at once. @throws ClusterError where there is no such node, or its state forbids it. */
export const carryOut = async (cluster: Cluster, { action, nodes }: ControlRequest): Promise<ControlAnswer> => {
  const known = cluster.nodes.map(({ nodeId }) => nodeId)
  const unknown = nodes.find((node) => !known.includes(node))
  if (unknown !== undefined) {
    throw new ClusterError(
      'unknown-node',
      `There is no node ${unknown} in this cluster. Its nodes: ${known.join(', ')}.`,
    )
  }
  const meant = nodes.length === 0 ? known : nodes
  switch (action) {
    case 'status':
      break
    case 'kill':
      await Promise.all(meant.map((node) => cluster.kill(node)))
      break
    case 'shut-down':
      await Promise.all(meant.map((node) => cluster.shutDown(node)))
      break
    case 'restart':
      await (nodes.length === 0 ? cluster.restartAll() : Promise.all(nodes.map((node) => cluster.restart(node))))
      break
    case 'freeze':
      for (const node of meant) cluster.freeze(node)
      break
    case 'thaw':
      for (const node of meant) cluster.thaw(node)
  }
  const { bootstrapServers, version } = cluster
  return { ok: true, bootstrapServers, version, nodes: cluster.nodes }
}
