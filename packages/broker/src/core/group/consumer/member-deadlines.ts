import { Deadlines } from '../../deadlines.ts'

/**
 * What a member of a consumer group is to do in time. `session`: show that it lives. `rebalance`: give up what it is to give up, and leave
 * its epoch. Of members of the classic protocol, `join`: join again after they were told to; `sync`: ask for what they got by joining.
 */
export type MemberDeadline =
  | { readonly kind: 'session' | 'join' | 'sync'; readonly groupId: string; readonly memberId: string }
  | { readonly kind: 'rebalance'; readonly groupId: string; readonly memberId: string; readonly memberEpoch: number }

const kinds: readonly MemberDeadline['kind'][] = ['session', 'rebalance', 'join', 'sync']

/** The deadlines of the members of all consumer groups; one of a kind for each member. */
export class MemberDeadlines {
  readonly #deadlines = new Deadlines<MemberDeadline>()

  get nextAtMs(): number {
    return this.#deadlines.nextAtMs
  }

  /** Takes out the next one that is not after `nowMs`. */
  takeDue(nowMs: number): MemberDeadline | undefined {
    return this.#deadlines.takeDue(nowMs)
  }

  /** Sets a deadline in place of an earlier one of its kind. */
  set(what: MemberDeadline, atMs: number): void {
    this.#deadlines.set(keyOf(what.kind, what.groupId, what.memberId), atMs, what)
  }

  /** Sets a deadline where there is none of its kind: being told the same again gives no more time. */
  setIfAbsent(what: MemberDeadline, atMs: number): void {
    if (!this.#deadlines.has(keyOf(what.kind, what.groupId, what.memberId))) this.set(what, atMs)
  }

  cancel(kind: MemberDeadline['kind'], groupId: string, memberId: string): void {
    this.#deadlines.cancel(keyOf(kind, groupId, memberId))
  }

  /** Nothing is waited for from the member any more. */
  cancelAll(groupId: string, memberId: string): void {
    for (const kind of kinds) this.cancel(kind, groupId, memberId)
  }
}

function keyOf(kind: MemberDeadline['kind'], groupId: string, memberId: string): string {
  // Group and member ids may hold any character: the length keeps 'a/b' + 'c' and 'a' + 'b/c' apart.
  return `${kind}/${groupId.length}/${groupId}/${memberId}`
}
