/** Finds the clusters that run on this machine, and gives one of them an order. */
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ClusterError } from './cluster-error.ts'
import { clusterFolderPrefix, controlSocketName } from './cluster-folder.ts'
import type { ControlAnswer, ControlRequest } from './control-command.ts'

/** What connecting fails with where a cluster is gone, or is another user's. */
const notOurs: ReadonlySet<string | undefined> = new Set([
  ...['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTDIR'],
  ...['EACCES', 'EPERM'],
])

type RunningAnswer = Extract<ControlAnswer, { ok: true }>

/** Asks one cluster; `undefined` where nothing listens at the socket, or not for us. */
const ask = async (socketPath: string, request: ControlRequest): Promise<ControlAnswer | undefined> => {
  const socket = connect(socketPath)
  try {
    socket.write(`${JSON.stringify(request)}\n`)
    const line = await text(socket)
    return line === '' ? undefined : (JSON.parse(line) as ControlAnswer)
  } catch (error) {
    if (notOurs.has((error as NodeJS.ErrnoException).code)) return undefined
    throw error
  } finally {
    socket.destroy()
  }
}

/** The sockets of clusters that run, with where each is reached. */
const findClusters = async (temporary: string): Promise<Map<string, RunningAnswer>> => {
  const found = new Map<string, RunningAnswer>()
  const names = (await readdir(temporary)).filter((name) => name.startsWith(clusterFolderPrefix))
  for (const name of names) {
    const path = join(temporary, name, controlSocketName)
    const answer = await ask(path, { action: 'status', nodes: [] })
    if (answer?.ok) found.set(path, answer)
  }
  return found
}

/**
 * Gives a cluster an order: the only one that runs, or the one with a broker at `address`.
 * @throws ClusterError `wrong-state` where none runs, or several and it is not said which; else what the cluster says.
 */
export const control = async (
  request: ControlRequest,
  { address, temporary = tmpdir() }: { readonly address?: string | undefined; readonly temporary?: string } = {},
): Promise<RunningAnswer> => {
  const clusters = await findClusters(temporary)
  const meant = [...clusters].filter(
    ([, { bootstrapServers }]) => address === undefined || bootstrapServers.split(',').includes(address),
  )
  const list = [...clusters.values()].map(
    ({ version, bootstrapServers }) => `  Kafka ${version} on ${bootstrapServers}`,
  )
  const [only, another] = meant
  if (only === undefined) {
    const which = address === undefined || list.length === 0 ? '' : ` on ${address}. These run:\n${list.join('\n')}`
    const advice = list.length === 0 ? '. Start one in another terminal: npm run cluster' : ''
    throw new ClusterError('wrong-state', `No cluster runs here${which}${advice}`)
  }
  if (another !== undefined) {
    const message = `Several clusters run here. Say which, as --cluster 127.0.0.1:port:\n${list.join('\n')}`
    throw new ClusterError('wrong-state', message)
  }
  const answer = await ask(only[0], request)
  if (answer === undefined) throw new ClusterError('wrong-state', 'The cluster has ended meanwhile.')
  if (!answer.ok) throw new ClusterError('wrong-state', answer.error)
  return answer
}
