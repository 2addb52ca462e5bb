import { once } from 'node:events'

import { runKafkaTool } from '@odradek/test-cluster'

import { nextMessage, startProgram } from '../start-program.ts'
import type { ReferenceCommand, ReferenceMessage } from '../programs/reference-cluster.ts'
import type { SoakCluster } from './soak-cluster.ts'

type Of<T extends ReferenceMessage['type']> = ReferenceMessage & { readonly type: T }

/** Starts three reference brokers in one process of their own. */
export async function startReferenceCluster(): Promise<SoakCluster> {
  const child = await startProgram('reference-cluster')
  const ready = await nextMessage(
    child,
    (message: ReferenceMessage): message is Of<'ready'> => message.type === 'ready',
  )
  let lastId = 0
  const command = async (action: ReferenceCommand['action'], nodeId: number) => {
    const id = ++lastId
    const isAnswer = (message: ReferenceMessage): message is Of<'done'> => message.type === 'done' && message.id === id
    const answered = nextMessage(child, isAnswer)
    child.send({ id, action, nodeId } satisfies ReferenceCommand)
    const { error } = await answered
    if (error !== undefined) throw new Error(`${action} of node ${nodeId}: ${error}`)
  }
  return {
    name: 'reference broker, 3 nodes',
    bootstrapServers: ready.bootstrapServers,
    nodeIds: ready.nodeIds,
    kill: (nodeId) => command('kill', nodeId),
    restart: (nodeId) => command('restart', nodeId),
    freezeAll: async () => void child.kill('SIGSTOP'),
    thawAll: async () => void child.kill('SIGCONT'),
    async runTool(tool, args) {
      const { stdout } = await runKafkaTool(ready.bootstrapServers, tool, args)
      return stdout
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
