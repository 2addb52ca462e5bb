import type { Clock } from '@odradek/network'
import type { NetworkClient } from '@odradek/network/internal'

import type { AdminEvent } from './admin-events.ts'
import type { AdminCall } from './admin-call.ts'
import type { ClusterView } from './cluster-view.ts'
import type { AdminConfig } from './options.ts'

/** What the operations of one admin client work with. */
export interface AdminWorld {
  readonly config: AdminConfig
  readonly network: NetworkClient
  readonly clock: Clock
  readonly random: () => number
  readonly cluster: ClusterView
  /** Calls that have not ended. */
  readonly calls: Set<AdminCall>
  /** Throws UsageError once the client is closed. */
  ensureOpen(call: string): void
  emit(event: AdminEvent): void
}
