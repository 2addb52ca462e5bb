// Three brokers of the reference broker in a process of their own: told over IPC what to do with them, and frozen by signals.
import { Broker } from '@odradek/broker'

/** What the parent says. */
export interface ReferenceCommand {
  readonly id: number
  readonly action: 'kill' | 'restart'
  readonly nodeId: number
}

/** What it hears. */
export type ReferenceMessage =
  | { readonly type: 'ready'; readonly bootstrapServers: string; readonly nodeIds: readonly number[] }
  | { readonly type: 'done'; readonly id: number; readonly error?: string }

const say = (message: ReferenceMessage) => void process.send!(message)

const broker = await Broker.start({ brokers: 3, autoCreateTopicsEnable: false })

process.on('disconnect', () => process.exit())
process.on('message', ({ id, action, nodeId }: ReferenceCommand) => {
  broker[action](nodeId).then(
    () => say({ type: 'done', id }),
    (error: unknown) => say({ type: 'done', id, error: String(error) }),
  )
})
say({ type: 'ready', bootstrapServers: broker.bootstrapServers, nodeIds: broker.brokers.map(({ id }) => id) })
