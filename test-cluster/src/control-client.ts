/** Finds the clusters that run on this machine, and gives one of them an order. */
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ClusterError } from './cluster-error.ts'
import { clusterFolderPrefix, controlSocketName } from './cluster-folder.ts'
import type { ControlAnswer, ControlRequest } from './control-command.ts'

/** What connecting fails with where a cluster is gone, is another user's, or has no socket. */
const notOurs: ReadonlySet<string | undefined> = new Set([
  ...['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTDIR'],
  ...['EACCES', 'EPERM'],
  // The path is longer than that of a socket can be.
  ...['EINVAL', 'ENAMETOOLONG'],
])

type RunningAnswer = Extract<ControlAnswer, { ok: true }>

/** How long a cluster has to say that it runs, in ms: the kernel takes connections also for a program that is suspended. */
const lookLimitMs = 2000

/**
 * Asks one cluster; `undefined` where nothing listens at the socket, or not for us, `silent` where it lets the limit pass. An order has
 * none: it takes as long as nodes take to start.
 */
const ask = async (
  socketPath: string,
  request: ControlRequest,
  limitMs?: number,
): Promise<ControlAnswer | 'silent' | undefined> => {
  const socket = connect(socketPath)
  let isSilent = false
  if (limitMs !== undefined) {
    socket.setTimeout(limitMs, () => {
      isSilent = true
      socket.destroy()
    })
  }
  try {
    socket.write(`${JSON.stringify(request)}\n`)
    const line = await text(socket)
    return line === '' ? undefined : (JSON.parse(line) as ControlAnswer)
  } catch (error) {
    if (isSilent) return 'silent'
    if (notOurs.has((error as NodeJS.ErrnoException).code)) return undefined
    throw error
  } finally {
    socket.destroy()
  }
}

interface Found {
  /** The sockets of clusters that run, with where each is reached. */
  readonly running: ReadonlyMap<string, RunningAnswer>
  /** The folders of those that do not answer. */
  readonly silent: readonly string[]
}

const findClusters = async (temporary: string): Promise<Found> => {
  const names = (await readdir(temporary)).filter((name) => name.startsWith(clusterFolderPrefix))
  const running = new Map<string, RunningAnswer>()
  const silent: string[] = []
  const look = async (name: string) => {
    const folder = join(temporary, name)
    const path = join(folder, controlSocketName)
    return { folder, path, answer: await ask(path, { action: 'status', nodes: [] }, lookLimitMs) }
  }
  for (const { folder, path, answer } of await Promise.all(names.map(look))) {
    if (answer === 'silent') silent.push(folder)
    else if (answer?.ok) running.set(path, answer)
  }
  return { running, silent }
}

/**
 * Gives a cluster an order: the only one that runs, or the one with a broker at `address`.
 * @throws ClusterError `wrong-state` where none runs, or several and it is not said which; else what the cluster says.
 */
export const control = async (
  request: ControlRequest,
  { address, temporary = tmpdir() }: { readonly address?: string | undefined; readonly temporary?: string } = {},
): Promise<RunningAnswer> => {
  const { running, silent } = await findClusters(temporary)
  const meant = [...running].filter(
    ([, { bootstrapServers }]) => address === undefined || bootstrapServers.split(',').includes(address),
  )
  const list = [...running.values()].map(({ version, bootstrapServers }) => `  Kafka ${version} on ${bootstrapServers}`)
  const [only, another] = meant
  if (only === undefined) {
    const which = address === undefined || list.length === 0 ? '' : ` on ${address}. These run:\n${list.join('\n')}`
    const advice = list.length === 0 ? '. Start one in another terminal: npm run cluster' : ''
    const mute = silent.map((folder) => `\nThis one does not answer; is its program suspended? ${folder}`).join('')
    throw new ClusterError('wrong-state', `No cluster runs here${which}${advice}${mute}`)
  }
  if (another !== undefined) {
    const message = `Several clusters run here. Say which, as --cluster 127.0.0.1:port:\n${list.join('\n')}`
    throw new ClusterError('wrong-state', message)
  }
  const answer = await ask(only[0], request)
  if (answer === undefined || answer === 'silent')
    throw new ClusterError('wrong-state', 'The cluster has ended meanwhile.')
  if (!answer.ok) throw new ClusterError('wrong-state', answer.error)
  return answer
}
