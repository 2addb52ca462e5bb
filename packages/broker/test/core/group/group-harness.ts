// Members of classic groups that talk to a broker core.
import { encodeUtf8 } from '@odradek/bytes'
import type { MessageInput } from '@odradek/protocol'
import { findCoordinatorApi } from '@odradek/protocol/apis/find-coordinator'
import { heartbeatApi } from '@odradek/protocol/apis/heartbeat'
import { joinGroupApi } from '@odradek/protocol/apis/join-group'
import { leaveGroupApi } from '@odradek/protocol/apis/leave-group'
import { syncGroupApi } from '@odradek/protocol/apis/sync-group'
import type { JoinGroupRequest } from '@odradek/protocol/messages/join-group-request'
import type { JoinGroupResponse } from '@odradek/protocol/messages/join-group-response'
import type { SyncGroupResponse } from '@odradek/protocol/messages/sync-group-response'
import type { BrokerOptions } from '../../../src/options.ts'
import { type Asked, CoreHarness } from '../core-harness.ts'

export const SESSION_MS = 10_000
export const REBALANCE_MS = 60_000

export function protocols(...names: string[]) {
  return names.map((name) => ({ name, metadata: encodeUtf8(`subscription for ${name}`) }))
}

/** Clients ask who coordinates their group, which makes `__consumer_offsets`. */
export function findGroupCoordinator(harness: CoreHarness): void {
  harness.get(findCoordinatorApi, 4, { keyType: 0, coordinatorKeys: ['g'] })
}

export class GroupHarness extends CoreHarness {
  readonly groupId = 'g'

  constructor(options: BrokerOptions = {}) {
    super(options)
    findGroupCoordinator(this)
  }

  join(memberId: string, input: MessageInput<JoinGroupRequest> = {}, version = 9): Asked<JoinGroupResponse> {
    return this.ask(joinGroupApi, version, {
      groupId: this.groupId,
      memberId,
      protocolType: 'consumer',
      protocols: protocols('range'),
      sessionTimeoutMs: SESSION_MS,
      ...(version >= 1 && { rebalanceTimeoutMs: REBALANCE_MS }),
      ...input,
    })
  }

  /** A new member: asks for an id and joins with it. */
  enter(input: MessageInput<JoinGroupRequest> = {}): { memberId: string; joined: Asked<JoinGroupResponse> } {
    const { memberId } = this.join('', input).response!
    return { memberId, joined: this.join(memberId, input) }
  }

  sync(memberId: string, generationId: number, assignments: Record<string, string> = {}): Asked<SyncGroupResponse> {
    return this.ask(syncGroupApi, 5, {
      groupId: this.groupId,
      memberId,
      generationId,
      protocolType: 'consumer',
      protocolName: 'range',
      assignments: Object.entries(assignments).map(([id, text]) => ({ memberId: id, assignment: encodeUtf8(text) })),
    })
  }

  heartbeat(memberId: string, generationId: number, groupInstanceId: string | null = null): number {
    return this.get(heartbeatApi, 4, { groupId: this.groupId, memberId, generationId, groupInstanceId }).errorCode
  }

  leave(memberId: string, groupInstanceId: string | null = null): number {
    const { members } = this.get(leaveGroupApi, 5, { groupId: this.groupId, members: [{ memberId, groupInstanceId }] })
    return members[0]!.errorCode
  }

  get group() {
    const group = this.state.groups.group(this.groupId)
    if (group?.type !== 'classic') throw new Error(`${this.groupId} is no classic group`)
    return group
  }

  /** A stable group of `count` members; the first one leads. */
  stable(count: number): { ids: string[]; generation: number } {
    const first = this.enter()
    const ids = [first.memberId]
    let joins = [first.joined]
    for (let index = 1; index < count; index++) {
      const next = this.enter()
      joins = [...ids.map((memberId) => this.join(memberId)), next.joined]
      ids.push(next.memberId)
    }
    const generation = joins[0]!.response!.generationId
    for (const memberId of ids.slice(1)) this.sync(memberId, generation)
    this.sync(ids[0]!, generation, Object.fromEntries(ids.map((id, index) => [id, `part ${index}`])))
    return { ids, generation }
  }
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
