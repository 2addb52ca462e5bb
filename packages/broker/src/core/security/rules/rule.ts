// What rules are made of.
import { ErrorCode } from '@odradek/protocol'
import { AclOperation, CLUSTER_NAME, ResourceType } from '../acl.ts'
import type { AuthorizationContext, Verdict } from './authorization-context.ts'

/** The rule of an API. */
export type Rule<Body = object> = (context: AuthorizationContext<Body>) => Verdict

/** A rule with the key of its API. */
export type RuleRow = readonly [apiKey: number, rule: Rule]

/** Ties a rule to an API; the request's type is known only there. */
export function row<Body extends object>(
  api: { readonly key: number; readonly request: { decode(...input: never[]): Body } },
  rule: Rule<Body>,
): RuleRow {
  return [api.key, rule as unknown as Rule]
}

/** Nothing is changed. */
export const ALLOWED: Verdict = {}

/** The error codes of refusals. */
export const { TOPIC_AUTHORIZATION_FAILED, GROUP_AUTHORIZATION_FAILED, CLUSTER_AUTHORIZATION_FAILED } = ErrorCode
/** The same, of transactional ids. */
export const { TRANSACTIONAL_ID_AUTHORIZATION_FAILED } = ErrorCode

/** Kafka's words for them. */
const RefusalText: Readonly<Record<number, string>> = {
  [TOPIC_AUTHORIZATION_FAILED]: 'Topic authorization failed.',
  [GROUP_AUTHORIZATION_FAILED]: 'Group authorization failed.',
  [CLUSTER_AUTHORIZATION_FAILED]: 'Cluster authorization failed.',
  [TRANSACTIONAL_ID_AUTHORIZATION_FAILED]: 'Transactional Id authorization failed.',
}

/** What says that something is not for the client, with Kafka's words. */
export function refusal(errorCode: number): { readonly errorCode: number; readonly errorMessage: string } {
  return { errorCode, errorMessage: RefusalText[errorCode]! }
}

/** Needs one permission for the cluster; `refuse` gives the answer of who has it not. */
export function cluster<Body>(operation: number, refuse: (body: Body, version: number) => object): Rule<Body> {
  return ({ may, body, version }) =>
    may(operation, ResourceType.CLUSTER, CLUSTER_NAME) ? ALLOWED : { refuse: refuse(body, version) }
}

/** Whether the client may do an operation on the cluster. */
export function mayOnCluster({ may }: AuthorizationContext, operation: number): boolean {
  return may(operation, ResourceType.CLUSTER, CLUSTER_NAME)
}

/** An answer that says no more than that the cluster is not for the client. */
export function clusterRefusal(): object {
  return { errorCode: CLUSTER_AUTHORIZATION_FAILED }
}

/** The same with Kafka's words. */
export function clusterRefusalWithText(): object {
  return refusal(CLUSTER_AUTHORIZATION_FAILED)
}

/** Takes those entries of a request out that the client may not have, and answers for them itself. */
export function split<Entry, Answer>(
  entries: readonly Entry[],
  isAllowed: (entry: Entry) => boolean,
  refuse: (entry: Entry) => Answer,
): { readonly allowed: Entry[]; readonly refused: Answer[] } {
  const allowed = entries.filter(isAllowed)
  const refused = entries.filter((entry) => !isAllowed(entry)).map(refuse)
  return { allowed, refused }
}

/** A verdict that leaves `body` to the handler and puts `refused` after what it answers in `list`. */
export function partly(body: object, list: string, refused: readonly object[]): Verdict {
  if (refused.length === 0) return ALLOWED
  return {
    body,
    finish: (response) => {
      const answered = (response as Readonly<Record<string, readonly object[] | undefined>>)[list] ?? []
      return { ...response, [list]: [...answered, ...refused] }
    },
  }
}

/** The name of the topic that a request means by name or id; undefined where the id is of none. */
export function topicName(
  { state }: AuthorizationContext,
  { name, topicId }: { readonly name?: string | null; readonly topicId?: string },
  byId: boolean,
): string | undefined {
  return byId ? state.topics.byId(topicId ?? '')?.name : (name ?? undefined)
}

export { AclOperation, ResourceType }
