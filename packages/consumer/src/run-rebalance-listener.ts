import { KafkaError } from '@odradek/protocol'
import type { ListenerKind } from './core/consumer-events.ts'
import type { TopicPartition } from './core/topic-partition.ts'
import type { RebalanceListener } from './rebalance-listener.ts'

const listenerFunctions = { assigned: 'onAssigned', revoked: 'onRevoked', lost: 'onLost' } as const satisfies Record<
  ListenerKind,
  keyof RebalanceListener
>

/** Runs the user's function for what happens to these partitions, if there is one; `onDone` hears of its end, and of what it threw. */
export function runRebalanceListener(
  listener: RebalanceListener | undefined,
  kind: ListenerKind,
  partitions: readonly TopicPartition[],
  onDone: (error?: KafkaError) => void,
): void {
  const name = listenerFunctions[kind]
  if (listener?.[name] === undefined) {
    onDone()
    return
  }
  Promise.resolve()
    .then(() => listener[name]!(partitions))
    .then(
      () => onDone(),
      (cause: unknown) => onDone(new KafkaError(`the rebalance listener's ${name} threw`, { cause })),
    )
}
